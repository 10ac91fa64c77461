package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.imports.Connection;
import io.reprise.imports.ConnectionOrder;
import io.reprise.imports.Connections;
import io.reprise.imports.Pulls;
import io.reprise.job.Job;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/sync/config}: standing orders to fetch a history from elsewhere. Secrets go in and never come out. */
final class SyncDoor implements Door {
    private static final String PATH = "/api/sync/config";
    private static final String ONE = PATH + "/{number}";
    private static final Parameter.Bounds RUNS = new Parameter.Bounds(1, 1000);
    private static final int RUNS_OTHERWISE = 50;
    private final Desk desk;

    SyncDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::put);
        routes.get(ONE, this::one);
        routes.post(ONE, this::change);
        routes.delete(ONE, this::delete);
        routes.post(ONE + "/trigger", this::trigger);
        routes.get(ONE + "/runs", this::runs);
    }

    /** One connection; {@code state} is on, off, paused or running. */
    record Row(
            int id,
            String source,
            String username,
            String baseUrl,
            boolean hasApiKey,
            boolean hasToken,
            int syncIntervalMinutes,
            boolean enabled,
            String state,
            @Nullable String lastSyncTimestamp,
            @Nullable String lastResult,
            @Nullable String lastError,
            int failures,
            @Nullable String nextDueAt,
            @Nullable String job,
            @Nullable String createdAt,
            @Nullable String updatedAt) {
        static Row of(Connection connection, @Nullable Job job) {
            Connection.Standing standing = connection.standing();
            return new Row(
                    connection.number(),
                    connection.source(),
                    connection.userName(),
                    connection.address().toString(),
                    connection.held().apiKey() != null,
                    connection.held().token() != null,
                    connection.intervalMinutes(),
                    connection.enabled(),
                    job == null ? connection.state() : "running",
                    Desk.time(standing.lastRunAt()),
                    standing.lastResult(),
                    standing.lastError(),
                    standing.failures(),
                    Desk.time(standing.nextDueAt()),
                    job == null ? null : job.id().value(),
                    Desk.time(connection.createdAt()),
                    Desk.time(connection.updatedAt()));
        }
    }

    /** What was done, as the routes of old answered it. */
    record Told(boolean success, String message, @Nullable Row config) {}

    private Pulls pulls() {
        return desk.rooms().work().pulls();
    }

    private Connections connections() {
        return pulls().connections();
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        Map<Integer, Job> jobs = pulls().underWay(user);
        desk.answer(
                context,
                connections().of(user).stream()
                        .map(connection -> Row.of(connection, jobs.get(connection.number())))
                        .toList());
    }

    private Connection found(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        return connections().find(user, number).orElseThrow(() -> Asked.missing("sync config", number));
    }

    private Row row(Connection connection) {
        return Row.of(connection, pulls().underWay(connection.user()).get(connection.number()));
    }

    private void one(Context context) {
        desk.answer(context, row(found(context)));
    }

    private void put(Context context) {
        UserId user = desk.user(context);
        ConnectionOrder order = SyncFields.order(desk.fields(context));
        Connection put = Asked.read("body", null, () -> connections().put(user, order));
        tell(context, put, "is set up");
    }

    private void change(Context context) {
        Connection known = found(context);
        ConnectionOrder order = SyncFields.order(desk.fields(context));
        Connection changed = Asked.read("body", null, () -> connections().change(known.user(), known.number(), order))
                .orElseThrow(() -> Asked.missing("sync config", known.number()));
        tell(context, changed, "is changed");
    }

    private void tell(Context context, Connection connection, String done) {
        String message =
                "The connection to " + connection.source() + " user " + connection.userName() + " " + done + ".";
        desk.answer(context, new Told(true, message, row(connection)));
    }

    private void delete(Context context) {
        Connection known = found(context);
        connections().delete(known.user(), known.number());
        desk.answer(context, new Told(true, "The connection is deleted; what it brought stays.", null));
    }

    private void trigger(Context context) {
        Connection known = found(context);
        boolean isAgain = context.bodyAsBytes().length > 0 && SyncFields.isAgain(desk.fields(context));
        Job job = Starting.job(() -> isAgain ? pulls().startAgain(known) : pulls().start(known));
        ImportDoor.answerStarted(desk, context, job, "The pull has begun");
    }

    private void runs(Context context) {
        Connection known = found(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", RUNS_OTHERWISE, RUNS));
        desk.answer(
                context,
                pulls().runs(known, limit).stream().map(ImportDoor.Run::of).toList());
    }
}
