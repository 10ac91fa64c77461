package io.reprise.adapters.trakt;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.JsonFormat;
import io.reprise.inlet.Reply;
import io.reprise.inlet.Taken;
import io.reprise.media.Fingerprint;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Trakt's scrobble verbs, for players whose Trakt address can be changed. */
public final class TraktInlet implements InletParty {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double PROGRESS_MIN = 1;
    private static final int AGAIN_FILM_SECONDS = 3_600;
    private static final int AGAIN_EPISODE_SECONDS = 900;

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(TraktReport.START, TraktReport.PAUSE, TraktReport.STOP);
    }

    @Override
    public String word() {
        return "trakt";
    }

    @Override
    public String title() {
        return "Trakt scrobblers";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(MediaKind.FILM, MediaKind.EPISODE);
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step(
                        "For a player or script that speaks to Trakt and lets you change where: enter this in place of"
                                + " https://api.trakt.tv. The calls /scrobble/start, pause and stop are answered; key"
                                + " and token may be anything.",
                        address),
                new Step(
                        "To try it",
                        "curl -X POST " + address
                                + "/scrobble/start -d '{\"movie\":{\"title\":\"Alien\"},\"progress\":3}'"));
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        return switch (call.path()) {
            case "scrobble/start" -> scrobble(call, "start", TraktReport.START);
            case "scrobble/pause" -> scrobble(call, "pause", TraktReport.PAUSE);
            case "scrobble/stop" -> scrobble(call, "stop", TraktReport.STOP);
            default ->
                new Taken.Turned(
                        "only scrobble/start, scrobble/pause and scrobble/stop are spoken, not " + call.path(),
                        Reply.json(404, "{\"error\":\"Not found\"}"));
        };
    }

    private static Taken scrobble(Call call, String verb, JsonFormat format) throws Unreadable {
        JsonRow row = JsonRow.of(call.body());
        Submission submission = Submission.read(format, call.body());
        double progress = TraktReport.progress(row);
        if (!verb.equals("start") && progress < PROGRESS_MIN) {
            return new Taken.Turned(
                    "the progress is below 1 percent",
                    Reply.json(422, "{\"errors\":{\"progress\":[\"must be at least 1\"]}}"));
        }
        boolean finishes = verb.equals("stop") && progress >= TraktReport.FINISHED_PERCENT;
        Mention about = submission.told().mention();
        String note = "watched " + about.identity();
        if (finishes && !call.context().again()) {
            Optional<Taken> soon = call.context()
                    .notes()
                    .apply(note)
                    .flatMap(at -> tooSoon(
                            Long.parseLong(at), again(about), call.context().at()));
            if (soon.isPresent()) {
                return soon.get();
            }
        }
        String action = finishes ? "scrobble" : verb.equals("stop") ? "pause" : verb;
        Taken.Heard heard = Taken.Heard.of("", submission).with(told(call, action));
        return finishes
                ? heard.with(new Taken.Note(note, Long.toString(call.context().at())))
                : heard;
    }

    private static int again(Mention about) {
        Integer length = about.length();
        return length != null ? length : about.kind() == MediaKind.FILM ? AGAIN_FILM_SECONDS : AGAIN_EPISODE_SECONDS;
    }

    private static Optional<Taken> tooSoon(long watched, int again, long now) {
        if (now >= watched + again) {
            return Optional.empty();
        }
        ObjectNode answer = JSON.createObjectNode()
                .put("watched_at", Instant.ofEpochSecond(watched).toString())
                .put("expires_at", Instant.ofEpochSecond(watched + again).toString());
        return Optional.of(
                new Taken.Turned("it was scrobbled a moment ago", Reply.json(409, JSON.writeValueAsString(answer))));
    }

    /** As Trakt answers: the action that was understood, and the item as it was sent. */
    private static Reply told(Call call, String action) {
        JsonNode sent = JSON.readTree(call.body());
        long id = Fingerprint.of(call.context().at() + action + sent).key() & Long.MAX_VALUE;
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", action.equals("scrobble") ? id : 0);
        answer.put("action", action);
        answer.set("progress", sent.path("progress"));
        for (String member : List.of("movie", "show", "episode")) {
            if (sent.has(member)) {
                answer.set(member, sent.get(member));
            }
        }
        return Reply.json(201, JSON.writeValueAsString(answer));
    }
}
