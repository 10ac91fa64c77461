package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Accounts;
import io.reprise.account.Calendar;
import io.reprise.account.User;
import io.reprise.account.WeekStart;
import io.reprise.account.ZoneHistory;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/me}: who the caller is, where they lived since when, how their weeks begin, their password, and the end
 * of it all.
 */
final class MeDoor implements Door {
    private final Desk desk;

    MeDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/me", context -> show(context, desk.caller(context)));
        routes.delete("/api/me", this::forget);
        routes.post("/api/me/zone", this::move);
        routes.post("/api/me/week", this::turnWeeks);
        routes.post("/api/me/password", this::changePassword);
    }

    /** A time zone and since when; null for ever. */
    record Lived(String zone, @Nullable String since) {}

    record Me(int user, String name, String zone, List<Lived> zones, String weekStart, long scrobbles) {}

    /** The same, with the job that reads the days anew. */
    record Moved(
            int user, String name, String zone, List<Lived> zones, String weekStart, long scrobbles, JobDoor.Row job) {}

    record Changed(boolean changed) {}

    private Accounts accounts() {
        return desk.rooms().people().accounts();
    }

    private void show(Context context, User user) {
        desk.answer(context, me(user));
    }

    private Me me(User user) {
        Calendar calendar = accounts().calendar(user.id());
        ZoneHistory zones = calendar.zones();
        ApiRooms.Read read = desk.rooms().books().read();
        long scrobbles = read.database().read(tx -> read.log().last(tx, user.id()));
        List<Lived> lived = zones.periods().stream()
                .map(period -> new Lived(
                        period.zone().getId(), period.since() == Long.MIN_VALUE ? null : Desk.time(period.since())))
                .toList();
        return new Me(
                user.id().value(),
                user.name(),
                zones.current().getId(),
                lived,
                calendar.weekStart().word(),
                scrobbles);
    }

    /** Moves house on a day, at its first second there; a job reads the days from then on again, those before stay. */
    private void move(Context context) {
        User user = desk.caller(context);
        Fields fields = desk.fields(context);
        ZoneId zone = zone(fields);
        String since = fields.text("since");
        LocalDate day = since == null ? desk.today(desk.history(user.id())) : day(fields, since);
        accounts().moveTo(user.id(), zone, day.atStartOfDay(zone).toEpochSecond());
        Job job = UpkeepDoor.started(desk, user.id());
        context.status(202);
        context.header("Location", "/api/jobs/" + job.id());
        Me me = me(user);
        desk.answer(
                context,
                new Moved(
                        me.user(),
                        me.name(),
                        me.zone(),
                        me.zones(),
                        me.weekStart(),
                        me.scrobbles(),
                        JobDoor.Row.of(job)));
    }

    /** Weeks begin on another day from now on, those of the past too. */
    private void turnWeeks(Context context) {
        User user = desk.caller(context);
        Fields fields = desk.fields(context);
        WeekStart start = WeekStart.ofWord(fields.needText("start"))
                .orElseThrow(() -> fields.refused("start", "one of " + String.join(", ", WeekStart.words())));
        accounts().setWeekStart(user.id(), start);
        desk.answer(context, me(user));
    }

    private static ZoneId zone(Fields fields) {
        try {
            return ZoneId.of(fields.needText("zone"));
        } catch (DateTimeException e) {
            throw fields.refused("zone", "the name of a time zone, such as Europe/Berlin");
        }
    }

    private static LocalDate day(Fields fields, String since) {
        try {
            return LocalDate.parse(since);
        } catch (DateTimeException e) {
            throw fields.refused("since", "the day of the move, such as 2024-05-01");
        }
    }

    private void demandPassword(Context context, String password, String otherwise) {
        User user = desk.caller(context);
        if (desk.rooms()
                .people()
                .callers()
                .login(context, user.name(), password)
                .filter(user::equals)
                .isEmpty()) {
            throw Problem.of(403, otherwise).where("password").raised();
        }
    }

    record Forgotten(boolean forgotten) {}

    /** Forgets the caller wholly: both books, all readings, tokens and sessions. */
    private void forget(Context context) {
        User user = desk.caller(context);
        demandPassword(
                context,
                desk.fields(context).needSecret("password"),
                "This is not your password; nothing was forgotten.");
        try {
            desk.rooms().care().forgetting().forget(user.id());
        } catch (JobFailure e) {
            throw Problem.of(409, e.reason() + ". " + e.whatToDo() + ".").raised();
        }
        desk.answer(context, new Forgotten(true));
    }

    private void changePassword(Context context) {
        User user = desk.caller(context);
        Fields fields = desk.fields(context);
        String now = fields.needSecret("password");
        String next = fields.needSecret("new_password");
        demandPassword(context, now, "This is not your password, so it was not changed.");
        accounts().setPassword(user.id(), next);
        desk.answer(context, new Changed(true));
    }
}
