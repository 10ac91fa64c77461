package io.reprise.cli;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Sends one file to the server and follows the job that imports it. */
final class ImportOfFile {
    /** The status of an upload that holds nothing that can be read. */
    static final int NOT_UNDERSTOOD = 422;

    private static final int RUNS_LOOKED_AT = 20;
    private static final String STANDARD_INPUT = "-";
    private static final String EXPECTED = "a file with a history, or - for standard input";

    private final Remote remote;
    private final JobWatch watch;

    ImportOfFile(Remote remote, JobWatch watch) {
        this.remote = remote;
        this.watch = watch;
    }

    /** The job as it ended, and the run that it made; missing where it came to none. */
    record Ended(String file, JsonNode job, JsonNode run) {
        static final Ended NOTHING = new Ended("", MissingNode.getInstance(), MissingNode.getInstance());

        /** Rows that said something, whether new, known or left out on purpose. */
        long rowsRead() {
            return run.path("rows_read").asLong(0) - run.path("rows_refused").asLong(0);
        }

        /** Whether the import ended before its time. */
        boolean isBroken() {
            return job.isObject() && !job.path("state").asString("").equals("done");
        }
    }

    /** Has the server look at the file and store nothing of it. */
    Ended look(String file, InputStream standardInput) {
        JsonNode begun = begin(file, standardInput, true);
        JsonNode job = watch.follow(begun.path("job").path("id").asString(""));
        return new Ended(file, job, MissingNode.getInstance());
    }

    private JsonNode begin(String file, InputStream standardInput, boolean isLook) {
        boolean isPiped = file.equals(STANDARD_INPUT);
        BodyPublisher body = isPiped
                ? BodyPublishers.ofInputStream(() -> standardInput)
                : GivenFile.content(Path.of(file), EXPECTED);
        Query query = Query.of("/api/import").with("name", name(file));
        return remote.upload(isLook ? query.with("preview", "true") : query, body)
                .json();
    }

    private static String name(String file) {
        return file.equals(STANDARD_INPUT)
                ? "standard input"
                : String.valueOf(Path.of(file).getFileName());
    }

    Ended run(String file, InputStream standardInput) {
        String name = name(file);
        int before = remote.get(Query.of("/api/imports").with("limit", 1))
                .json()
                .path(0)
                .path("number")
                .asInt(0);
        JsonNode begun = begin(file, standardInput, false);
        JsonNode job = watch.follow(begun.path("job").path("id").asString(""));
        return new Ended(file.equals(STANDARD_INPUT) ? name : file, job, runAfter(before, name));
    }

    private JsonNode runAfter(int before, String name) {
        JsonNode found = MissingNode.getInstance();
        for (JsonNode run : remote.get(Query.of("/api/imports").with("limit", RUNS_LOOKED_AT))
                .json()) {
            if (run.path("number").asInt(0) > before
                    && run.path("source").asString("").equals(name)) {
                found = run;
            }
        }
        return found;
    }
}
