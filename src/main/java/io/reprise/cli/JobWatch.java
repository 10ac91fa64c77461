package io.reprise.cli;

import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Follows a job of the server to its end; when the command is to stop, the job is cancelled first. */
final class JobWatch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final long LOOKS_MAX = Duration.ofHours(24).dividedBy(LOOK_EVERY);
    private static final long LOOKS_AFTER_CANCEL_MAX = Duration.ofSeconds(30).dividedBy(LOOK_EVERY);

    private static final int ENDED_ALREADY = 409;

    private final Remote remote;
    private final Stop stop;
    private final ProgressBar bar;

    JobWatch(Remote remote, Stop stop, ProgressBar bar) {
        this.remote = remote;
        this.stop = stop;
        this.bar = bar;
    }

    /** The job as it ended; {@code id} is its id. */
    JsonNode follow(String id) {
        boolean cancelled = false;
        long looksLeft = LOOKS_MAX;
        try {
            while (looksLeft-- > 0) {
                JsonNode job = remote.get(Query.of("/api/jobs/" + id)).json();
                if (job.path("is_final").asBoolean(false)) {
                    return job;
                }
                bar.show(state(job));
                if (cancelled) {
                    LockSupport.parkNanos(LOOK_EVERY.toNanos());
                } else if (stop.isAskedWithin(LOOK_EVERY)) {
                    cancelled = true;
                    looksLeft = LOOKS_AFTER_CANCEL_MAX;
                    cancel(id);
                }
            }
        } finally {
            bar.end();
        }
        throw Problem.of(503, "The job " + id + " did not come to its end; it goes on on the server.")
                .raised();
    }

    /** A job that came to its end in this very moment has nothing to cancel. */
    private void cancel(String id) {
        try {
            remote.post("/api/jobs/" + id + "/cancel", JsonNodeFactory.instance.objectNode());
        } catch (ProblemException e) {
            if (e.problem().status() != ENDED_ALREADY) {
                throw e;
            }
        }
    }

    private static ProgressBar.State state(JsonNode job) {
        return new ProgressBar.State(
                job.path("done").asLong(0),
                number(job, "total"),
                number(job, "seconds_left"),
                job.path("message").asString(""));
    }

    private static @Nullable Long number(JsonNode job, String name) {
        return job.path(name).isIntegralNumber() ? (Long) job.path(name).asLong() : null;
    }
}
