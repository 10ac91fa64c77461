package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Subject;
import io.reprise.report.Timeline;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/scrobbles}: told one by one or many at once, listed newest first, looked into, and removed. */
final class ScrobbleDoor implements Door {
    private static final int ROWS_OTHERWISE = 100;
    private static final int OFFSET_MAX = 10_000_000;
    private final Desk desk;

    ScrobbleDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.post("/api/scrobbles", this::submit);
        routes.get("/api/scrobbles", this::list);
        routes.get("/api/timeline", this::list);
        routes.get("/api/scrobbles/{number}", this::show);
        routes.delete("/api/scrobbles/{number}", this::remove);
    }

    /** What became of one submission. */
    record Outcome(
            String status, @Nullable Long number, @Nullable String reason) {
        static Outcome of(Receipt receipt) {
            return switch (receipt) {
                case Receipt.Stored(long number) -> new Outcome("stored", number, null);
                case Receipt.Known(long number) -> new Outcome("known", number, null);
                case Receipt.Refused(String reason) -> new Outcome("refused", null, reason);
            };
        }
    }

    record Outcomes(List<Outcome> scrobbles, long stored, long known, long refused) {
        static Outcomes of(List<Outcome> all) {
            return new Outcomes(all, count(all, "stored"), count(all, "known"), count(all, "refused"));
        }

        private static long count(List<Outcome> all, String status) {
            return all.stream().filter(one -> one.status().equals(status)).count();
        }
    }

    private void submit(Context context) {
        UserId user = desk.user(context);
        ScrobbleBody body = ScrobbleBody.read(context.bodyAsBytes());
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < body.scrobbles().size(); i++) {
            Submission submission = Submitting.read(body.scrobbles().get(i), body.place(i));
            Optional<String> refusal = desk.rooms().books().told().intake().refusal(submission);
            if (refusal.isPresent()) {
                throw Submitting.wrong(body.place(i), refusal.get());
            }
            submissions.add(submission);
        }
        List<Outcome> outcomes =
                desk.rooms().books().told().intake().accept(user, Submitting.origin(context), submissions).stream()
                        .map(Outcome::of)
                        .toList();
        boolean isNew = outcomes.stream().anyMatch(outcome -> outcome.status().equals("stored"));
        context.status(isNew ? 201 : 200);
        desk.answer(context, body.isList() ? Outcomes.of(outcomes) : outcomes.getFirst());
    }

    private void list(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        int limit = Math.toIntExact(
                Parameter.number(context, "limit", ROWS_OTHERWISE, new Parameter.Bounds(1, Timeline.PLAYS_MAX)));
        int offset = Math.toIntExact(Parameter.number(context, "offset", 0, new Parameter.Bounds(0, OFFSET_MAX)));
        String cursor = Parameter.text(context, "cursor");
        Timeline.Page page =
                cursor == null ? Timeline.Page.newest(limit, offset) : Timeline.Page.olderThan(cursor, limit);
        Timeline timeline = Asked.read(
                "query parameter cursor",
                cursor,
                () -> Timeline.of(history, question.range(), question.filter(), page));
        Pages.total(context, total(history, question));
        Pages.next(context, timeline.older());
        desk.answer(context, timeline.plays().stream().map(Shapes.PlayRow::of).toList());
    }

    private static long total(History history, Question question) {
        return question.range().isAll() && question.filter().equals(Filter.NONE)
                ? history.size()
                : Chart.of(history, question.range(), question.filter(), Chart.Ask.top(Subject.ITEM, 1))
                        .plays();
    }

    private void show(Context context) {
        UserId user = desk.user(context);
        long number = Asked.number(context, "number");
        desk.readWhatIsNew(user);
        ApiRooms.Read read = desk.rooms().books().read();
        OneScrobble shape = read.database().read(tx -> {
            Optional<ScrobbleLog.Entry> entry = read.log().find(tx, user, number);
            return entry.isEmpty()
                    ? null
                    : OneScrobble.of(tx, entry.get(), read.log().origins(tx, user), desk.mapper());
        });
        if (shape == null) {
            throw Asked.missing("scrobble", number);
        }
        desk.answer(context, shape);
    }

    private void remove(Context context) {
        User user = desk.caller(context);
        long number = Asked.number(context, "number");
        ApiRooms.Read read = desk.rooms().books().read();
        if (read.database().read(tx -> read.log().find(tx, user.id(), number)).isEmpty()) {
            throw Asked.missing("scrobble", number);
        }
        Ledger.Author author = Decisions.author(user, Parameter.text(context, "because"));
        long decision = Asked.decide(() -> desk.rooms().books().told().removal().remove(user.id(), number, author));
        desk.answer(context, new Decisions.Made(decision));
    }
}
