package io.reprise.web;

import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.http.Problem;
import io.reprise.job.JobFailure;
import io.reprise.job.JobId;
import io.reprise.job.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All work in the background as it goes on: what waits, runs, stopped and failed, and the buttons for it. */
final class JobsPage {
    private static final String PATH = "/jobs";
    private static final int JOBS_MAX = 50;

    private final Rooms rooms;
    private final Reception reception;
    private final Streams streams;

    JobsPage(Rooms rooms, Reception reception, Streams streams) {
        this.rooms = rooms;
        this.reception = reception;
        this.streams = streams;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        reception.guardStream(routes, PATH + "/live");
        routes.sse(PATH + "/live", this::serve);
        routes.post(PATH + "/{id}/cancel", reception.signedIn(visit -> turn(visit, Worker::cancel)));
        routes.post(PATH + "/{id}/pause", reception.signedIn(visit -> turn(visit, Worker::pause)));
        routes.post(PATH + "/{id}/again", reception.signedIn(visit -> turn(visit, JobsPage::again)));
    }

    private Worker worker() {
        return rooms.importing().worker();
    }

    private void show(Visit visit) {
        List<JobsView.Row> rows = rows(visit);
        visit.send((output, tags) -> JtejobsGenerated.render(output, tags, visit.frame("Jobs", PATH), rows));
    }

    private List<JobsView.Row> rows(Visit visit) {
        return worker().latest(visit.user().id(), JOBS_MAX).stream()
                .map(job -> JobsView.row(visit, job))
                .toList();
    }

    /** Does something with a job; answers whether it could. */
    private interface Turning {
        boolean done(Worker worker, UserId user, JobId job);
    }

    private static boolean again(Worker worker, UserId user, JobId job) {
        try {
            worker.again(user, job);
            return true;
        } catch (JobFailure failure) {
            throw Problem.of(409, failure.reason() + "; " + failure.whatToDo() + ".")
                    .raised();
        }
    }

    private void turn(Visit visit, Turning turning) {
        UserId user = visit.user().id();
        JobId job = JobAddress.read(visit);
        if (worker().find(user, job).isEmpty()) {
            throw Problem.notFound("There is no such job.").raised();
        }
        if (!turning.done(worker(), user, job)) {
            throw Problem.of(409, "This job has moved on meanwhile; look at it again.")
                    .raised();
        }
        streams.ring(user);
        visit.seeOther(PATH);
    }

    private void serve(SseClient client) {
        Optional<User> user = rooms.callers().find(client.ctx());
        if (user.isEmpty()) {
            return;
        }
        UserId id = user.get().id();
        try (AutoCloseable watch = worker().watch(id, any -> streams.ring(id))) {
            streams.serve(client, id, () -> parts(reception.visit(client.ctx(), user.get())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a watch of jobs did not close", e);
        }
    }

    private Map<String, String> parts(Visit visit) {
        List<JobsView.Row> rows = rows(visit);
        return Map.of("jobs", Html.line((output, tags) -> JtejobsNowGenerated.render(output, tags, rows)));
    }
}
