package io.reprise.imports;

import io.reprise.job.EndedJobs;
import io.reprise.job.JobState;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the end of a pull means for its connection: of which party ({@code title} is its name for people) and whose
 * account, how many failures there are in a row now, and which turn that is. Kept with the end of the job. Immutable.
 */
public record SyncEnd(int connection, String source, String title, String userName, int failures, Turn turn) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where a connection goes from well to ill and back. */
    public enum Turn {
        /** It goes on as before: well, or a person stopped the job. */
        NONE,
        /** The first failure after it went well, or after a person changed something. */
        FAILED,
        /** One more failure. */
        REPEATED,
        /** One failure too many: it waits for a person now. */
        PAUSED,
        /** It works again. */
        RECOVERED;

        /** The word for it in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static SyncEnd of(Connection before, Connection after, String title, JobState end) {
        return new SyncEnd(
                before.number(),
                before.source(),
                title,
                before.userName(),
                after.standing().failures(),
                turn(before, after, end));
    }

    private static Turn turn(Connection before, Connection after, JobState end) {
        Connection.Standing was = before.standing();
        return switch (end) {
            case JobState.Done done -> was.failures() > 0 || was.lastError() != null ? Turn.RECOVERED : Turn.NONE;
            case JobState.Failed failed ->
                after.isPaused() && !before.isPaused()
                        ? Turn.PAUSED
                        : was.failures() == 0 ? Turn.FAILED : Turn.REPEATED;
            case JobState.Cancelled cancelled -> Turn.NONE;
            case JobState.Queued queued -> Turn.NONE;
            case JobState.Running running -> Turn.NONE;
            case JobState.Interrupted interrupted -> Turn.NONE;
            case JobState.Paused paused -> Turn.NONE;
        };
    }

    /** Whether it is worth telling a person: the first failure, the pause and the recovery are, repetitions are not. */
    public boolean isNews() {
        return turn == Turn.FAILED || turn == Turn.PAUSED || turn == Turn.RECOVERED;
    }

    String text() {
        return JSON.createObjectNode()
                .put("connection", connection)
                .put("source", source)
                .put("title", title)
                .put("username", userName)
                .put("failures", failures)
                .put("turn", turn.name())
                .toString();
    }

    /** What was kept with this end; empty where it is not that of a connection's pull. */
    public static Optional<SyncEnd> of(EndedJobs.Ended ended) {
        String note = ended.note();
        if (note == null || !ended.job().kind().equals(PullJob.WORD)) {
            return Optional.empty();
        }
        JsonNode node = JSON.readTree(note);
        return Optional.of(new SyncEnd(
                node.get("connection").asInt(),
                node.get("source").asString(),
                node.get("title").asString(),
                node.get("username").asString(),
                node.get("failures").asInt(),
                Turn.valueOf(node.get("turn").asString())));
    }
}
