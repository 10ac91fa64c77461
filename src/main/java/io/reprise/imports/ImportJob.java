package io.reprise.imports;

import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.JobState;
import io.reprise.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The job that imports one upload. Its progress counts the bytes read; running it again is safe, for known rows are
 * known. An upload whose import came to nothing waits for a day, so that the job can run once more.
 */
public final class ImportJob implements JobKind {
    static final String WORD = "import";
    private static final Budget BUDGET = new Budget(256L * 1024 * 1024 * 1024, Duration.ofHours(24));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final System.Logger LOG = System.getLogger("reprise.imports");

    private final Importer importer;

    /**
     * {@code build} names the program that reads: the same file is not read twice by one build. Empty where that is not
     * known, and then every file is read.
     */
    public ImportJob(ImportRooms rooms, FileFormats formats, InstantSource clock, String build) {
        this.importer = new Importer(rooms, formats, clock, build);
    }

    /**
     * What such a job works on; a spooled file is deleted when the job has come to its end, one out of a drop folder
     * goes where it belongs there. {@code path} of the latter is the folder in which it lies alone.
     */
    record Argument(
            Path path,
            String name,
            boolean spooled,
            @Nullable Dropped dropped) {
        Argument(Path path, String name, boolean spooled) {
            this(path, name, spooled, null);
        }

        /** The file itself. */
        Path file() {
            return dropped == null ? path : dropped.file().orElse(path);
        }

        String json() {
            ObjectNode node = JSON.createObjectNode()
                    .put("path", path.toAbsolutePath().toString())
                    .put("name", name)
                    .put("spooled", spooled);
            if (dropped != null) {
                node.putObject("dropped")
                        .put("folder", dropped.folder().toString())
                        .put("bytes", dropped.bytes())
                        .put("changed_at", dropped.changedAt());
            }
            return node.toString();
        }

        static Argument of(Job job) {
            JsonNode node = JSON.readTree(job.argument());
            Path path = Path.of(node.get("path").asString());
            JsonNode from = node.get("dropped");
            return new Argument(
                    path,
                    node.get("name").asString(),
                    node.get("spooled").asBoolean(),
                    from == null
                            ? null
                            : new Dropped(
                                    Path.of(from.get("folder").asString()),
                                    path,
                                    from.get("bytes").asLong(),
                                    from.get("changed_at").asLong()));
        }
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Budget budget() {
        return BUDGET;
    }

    @Override
    public String run(Job job, Progress progress) throws JobFailure, InterruptedException {
        Argument argument = Argument.of(job);
        ImportRun run = importer.run(new Importer.Order(job.user(), argument.file(), argument.name()), progress);
        return run.tally().sentence() + (run.message().isEmpty() ? "" : ". " + run.message());
    }

    @Override
    public void ended(Job job) {
        Argument argument = Argument.of(job);
        if (argument.spooled() && job.state() instanceof JobState.Done) {
            delete(argument.path());
        }
        if (argument.dropped() != null) {
            argument.dropped().ended(job.state());
        }
    }

    @Override
    public Optional<String> refusal(Job job) {
        return missing(job);
    }

    /** What to do where the upload of this job is gone. */
    static Optional<String> missing(Job job) {
        Argument argument = Argument.of(job);
        Dropped dropped = argument.dropped();
        if (dropped != null && dropped.file().isEmpty()) {
            return Optional.of(argument.name() + " lies in " + dropped.folder().resolve("refused") + ": move it into "
                    + dropped.folder() + " again");
        }
        return Files.isReadable(argument.file())
                ? Optional.empty()
                : Optional.of(argument.name() + " is not here any more: send it again");
    }

    /** Lets go of the uploads of jobs that came to nothing, and that nobody ran once more before this second. */
    static void deleteOld(List<Job> jobs, long before) {
        for (Job job : jobs) {
            Long finished = job.finishedAt();
            boolean isOld = job.state().isFinal() && finished != null && finished < before;
            boolean isOurs = job.kind().equals(WORD) || job.kind().equals(PreviewJob.WORD);
            if (isOurs && isOld && !(job.state() instanceof JobState.Done)) {
                Argument argument = Argument.of(job);
                if (argument.spooled()) {
                    delete(argument.path());
                }
            }
        }
    }

    /** Lets go of an upload. */
    static void delete(Path upload) {
        try {
            Files.deleteIfExists(upload);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the upload " + upload + " could not be deleted", e);
        }
    }
}
