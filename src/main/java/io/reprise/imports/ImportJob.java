package io.reprise.imports;

import io.reprise.job.Budget;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobKind;
import io.reprise.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job that imports one upload. Its progress counts the bytes read; running it again is safe, for known rows are
 * known.
 */
public final class ImportJob implements JobKind {
    static final String WORD = "import";
    private static final Budget BUDGET = new Budget(256L * 1024 * 1024 * 1024, Duration.ofHours(24));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final System.Logger LOG = System.getLogger("reprise.imports");

    private final Importer importer;

    public ImportJob(ImportRooms rooms, FileFormats formats, InstantSource clock) {
        this.importer = new Importer(rooms, formats, clock);
    }

    /** What such a job works on; a spooled file is deleted when the job has come to its end. */
    record Argument(Path path, String name, boolean spooled) {
        String json() {
            return JSON.createObjectNode()
                    .put("path", path.toAbsolutePath().toString())
                    .put("name", name)
                    .put("spooled", spooled)
                    .toString();
        }

        static Argument of(Job job) {
            JsonNode node = JSON.readTree(job.argument());
            return new Argument(
                    Path.of(node.get("path").asString()),
                    node.get("name").asString(),
                    node.get("spooled").asBoolean());
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
        ImportRun run = importer.run(new Importer.Order(job.user(), argument.path(), argument.name()), progress);
        return run.tally().sentence() + (run.message().isEmpty() ? "" : ". " + run.message());
    }

    @Override
    public void ended(Job job) {
        Argument argument = Argument.of(job);
        if (argument.spooled()) {
            try {
                Files.deleteIfExists(argument.path());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the upload of job " + job.id() + " could not be deleted", e);
            }
        }
    }
}
