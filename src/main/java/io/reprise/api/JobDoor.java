package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.job.JobId;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /api/jobs}: work that runs in the background, watched and cancelled. */
final class JobDoor implements Door {
    private static final Parameter.Bounds JOBS = new Parameter.Bounds(1, 200);
    private static final int JOBS_OTHERWISE = 50;
    private final Desk desk;

    JobDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/jobs", this::list);
        routes.get("/api/jobs/{id}", context -> desk.answer(context, Row.of(found(context))));
        routes.delete("/api/jobs/{id}", this::cancel);
        routes.post("/api/jobs/{id}/cancel", this::cancel);
        routes.post("/api/jobs/{id}/pause", this::pause);
        routes.post("/api/jobs/{id}/resume", context -> again(context, JobState.Paused.class::isInstance));
        routes.post("/api/jobs/{id}/retry", context -> again(context, JobState::isFinal));
        routes.get("/api/jobs/{id}/events", this::watch);
    }

    /** One job; {@code done} of {@code total} in the unit of its kind. */
    record Row(
            String id,
            String kind,
            String state,
            boolean isFinal,
            @Nullable Long done,
            @Nullable Long total,
            @Nullable Long secondsLeft,
            String message,
            @Nullable String createdAt,
            @Nullable String startedAt,
            @Nullable String finishedAt) {
        static Row of(Job job) {
            JobState.Running running = job.state() instanceof JobState.Running now ? now : null;
            return new Row(
                    job.id().value(),
                    job.kind(),
                    job.state().word(),
                    job.state().isFinal(),
                    running == null ? null : (Long) running.done(),
                    running == null ? null : running.total(),
                    running == null ? null : running.secondsLeft(),
                    message(job.state()),
                    Desk.time(job.createdAt()),
                    Desk.time(job.startedAt()),
                    Desk.time(job.finishedAt()));
        }

        private static String message(JobState state) {
            return switch (state) {
                case JobState.Queued queued -> "waits for its turn";
                case JobState.Running running -> running.note();
                case JobState.Interrupted interrupted -> "stopped with the server; it goes on when that starts";
                case JobState.Paused paused -> "paused; resumed, it goes on";
                case JobState.Done done -> done.result();
                case JobState.Failed failed -> failed.reason() + ". " + failed.whatToDo();
                case JobState.Cancelled cancelled -> "cancelled; what was done until then stays";
            };
        }
    }

    private Worker worker() {
        return desk.rooms().work().worker();
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", JOBS_OTHERWISE, JOBS));
        desk.answer(context, worker().latest(user, limit).stream().map(Row::of).toList());
    }

    private Job found(Context context) {
        UserId user = desk.user(context);
        String id = context.pathParam("id");
        return Asked.read("path", id, () -> worker().find(user, new JobId(id)))
                .orElseThrow(() -> Problem.notFound("There is no job of this id here.")
                        .got(id)
                        .where("path")
                        .raised());
    }

    private void cancel(Context context) {
        Job job = found(context);
        if (!worker().cancel(job.user(), job.id())) {
            throw Problem.of(409, "This job has come to its end already.")
                    .got(job.state().word())
                    .raised();
        }
        desk.answer(context, Row.of(found(context)));
    }

    private void pause(Context context) {
        Job job = found(context);
        if (!worker().pause(job.user(), job.id())) {
            throw Problem.of(409, "This job cannot be paused.")
                    .expected("a job that waits or runs on this node")
                    .got(job.state().word())
                    .raised();
        }
        desk.answer(context, Row.of(found(context)));
    }

    private void again(Context context, Predicate<JobState> fits) {
        Job job = found(context);
        if (!fits.test(job.state())) {
            throw Problem.of(409, "This job stands otherwise.")
                    .expected("to resume one that is paused, to retry one that failed or was cancelled")
                    .got(job.state().word())
                    .raised();
        }
        desk.answer(context, Row.of(Starting.job(() -> worker().again(job.user(), job.id()))));
    }

    private void watch(Context context) {
        Job job = found(context);
        new JobEvents(desk.mapper(), worker()).stream(context, job);
    }
}
