package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.job.Job;
import io.reprise.job.Worker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One job as server-sent events: {@code event: job} with the job as JSON whenever it changes, at once and to its end. A
 * stream ends after {@link #STREAM_MAX}; a browser comes again by itself.
 */
final class JobEvents {
    private static final Duration STREAM_MAX = Duration.ofMinutes(10);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final int WAITING_MAX = 64;

    private final JsonMapper mapper;
    private final Worker worker;

    JobEvents(JsonMapper mapper, Worker worker) {
        this.mapper = mapper;
        this.worker = worker;
    }

    void stream(Context context, Job job) {
        BlockingQueue<Job> changes = new ArrayBlockingQueue<>(WAITING_MAX);
        context.contentType("text/event-stream");
        context.header("Cache-Control", "no-store");
        context.header("X-Accel-Buffering", "no");
        try (AutoCloseable watch = worker.watch(job.user(), change -> keep(changes, job, change))) {
            // The stream of Javalin keeps what is flushed back, for it might compress it.
            OutputStream out = context.res().getOutputStream();
            Job now = worker.find(job.user(), job.id()).orElse(job);
            tell(out, now);
            follow(out, now, changes);
        } catch (IOException e) {
            // The one who watched has gone; nothing is lost by that.
            System.getLogger("reprise.api").log(System.Logger.Level.DEBUG, "a watcher of job {0} has gone", job.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("a job could not be watched: " + e.getMessage(), e);
        }
    }

    /** The latest change is worth more than an older one that nobody has read yet. */
    private static void keep(BlockingQueue<Job> changes, Job job, Job change) {
        if (change.id().equals(job.id())) {
            while (!changes.offer(change)) {
                changes.poll();
            }
        }
    }

    private void follow(OutputStream out, Job first, BlockingQueue<Job> changes)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + STREAM_MAX.toNanos();
        boolean isFinal = first.state().isFinal();
        while (!isFinal && System.nanoTime() < end) {
            @Nullable Job change = changes.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            if (change == null) {
                Optional<Job> stored = worker.find(first.user(), first.id());
                isFinal = stored.isEmpty() || stored.get().state().isFinal();
                if (stored.isPresent() && isFinal) {
                    tell(out, stored.get());
                } else {
                    send(out, ": still there\n\n");
                }
            } else {
                isFinal = change.state().isFinal();
                tell(out, change);
            }
        }
    }

    private void tell(OutputStream out, Job job) throws IOException {
        send(out, "event: job\ndata: " + mapper.writeValueAsString(JobDoor.Row.of(job)) + "\n\n");
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
