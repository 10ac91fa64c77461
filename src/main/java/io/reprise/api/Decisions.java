package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.LedgerDesk;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.http.Cursor;
import io.reprise.http.Door;
import io.reprise.http.Paging;
import io.reprise.http.Problem;
import io.reprise.upkeep.RuleDesk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/decisions} and {@code /api/merge}: the ledger, read and added to, each row undone by one more. */
final class Decisions implements Door {
    private static final Paging.Rules PAGES = new Paging.Rules("decisions", 1, 100, 1000);
    private static final Paging.Rules PAGES_BACK = new Paging.Rules("decisions-back", 1, 100, 1000);
    private static final Asked.Choice<Boolean> ORDERS = new Asked.Choice<>(false, List.of("oldest", "newest"));
    private final Desk desk;

    Decisions(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/decisions", this::list);
        routes.post("/api/decisions", this::decide);
        routes.post("/api/decisions/{number}/undo", this::undo);
        routes.post("/api/merge", this::merge);
    }

    /** The number of a decision just made; it can be undone. */
    record Made(long decision) {}

    record Undone(long undone, String kind, String subjectKind, long subject) {}

    /** A row of the ledger. */
    record Row(
            long number,
            @Nullable String decidedAt,
            String by,
            String kind,
            String subjectKind,
            long subject,
            @Nullable Long object,
            String content,
            double confidence,
            String because,
            String evidence,
            @Nullable Long undoneBy) {
        static Row of(LedgerDesk.Line line) {
            return of(line.decision(), line.undoneBy());
        }

        /** {@code undoneBy} is null where the decision holds. */
        static Row of(Decision decision, @Nullable Long undoneBy) {
            return new Row(
                    decision.number(),
                    Desk.time(decision.decidedAt()),
                    decision.by(),
                    decision.kind().word(),
                    decision.subjectKind().word(),
                    decision.subject(),
                    decision.object(),
                    decision.content(),
                    decision.confidence(),
                    decision.because(),
                    decision.evidence(),
                    undoneBy);
        }
    }

    static Ledger.Author author(User user, @Nullable String because) {
        return new Ledger.Author(user.name(), because == null ? "asked for over the API" : because);
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        boolean newest = Asked.word(context, "order", Decisions::isNewest, ORDERS);
        Paging.Rules rules = newest ? PAGES_BACK : PAGES;
        Paging paging = Paging.read(context, rules);
        long edge = paging.after().map(cursor -> cursor.number(0)).orElse(newest ? Long.MAX_VALUE : 0L);
        int limit = paging.limit() + 1;
        List<LedgerDesk.Line> found = newest ? ledger().before(user, edge, limit) : ledger().after(user, edge, limit);
        List<LedgerDesk.Line> page = found.subList(0, Math.min(paging.limit(), found.size()));
        if (found.size() > page.size()) {
            long last = page.getLast().decision().number();
            Pages.next(context, Cursor.of(rules.kind(), last).text());
        }
        desk.answer(context, page.stream().map(Row::of).toList());
    }

    private static Optional<Boolean> isNewest(String word) {
        return switch (word) {
            case "oldest" -> Optional.of(false);
            case "newest" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private LedgerDesk ledger() {
        ApiRooms.Books books = desk.rooms().books();
        return new LedgerDesk(books.read().database(), books.told().ledger());
    }

    private void undo(Context context) {
        User user = desk.caller(context);
        long number = Asked.number(context, "number");
        Decision decision = ledger().after(user.id(), number - 1, 1).stream()
                .map(LedgerDesk.Line::decision)
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow(() -> Asked.missing("decision", number));
        String because =
                context.bodyAsBytes().length == 0 ? null : desk.fields(context).text("because");
        RuleDesk rule = desk.rooms().care().rule();
        if (rule.isAboutRule(user.id(), decision)) {
            ImportDoor.answerStarted(
                    desk,
                    context,
                    Starting.job(() -> rule.undo(user.id(), number, author(user, because))),
                    "The undo of the rule has begun");
            return;
        }
        Asked.decide(() -> {
            desk.rooms().books().told().removal().undo(user.id(), number, author(user, because));
            return decision;
        });
        desk.answer(
                context,
                new Undone(
                        number, decision.kind().word(), decision.subjectKind().word(), decision.subject()));
    }

    private void merge(Context context) {
        User user = desk.caller(context);
        Fields fields = desk.fields(context);
        SubjectKind kind = kind(fields);
        int from = fields.needCount("from");
        int into = fields.needCount("into");
        Ledger.Author author = author(user, fields.text("because"));
        desk.readWhatIsNew(user.id());
        ApiRooms.Books books = desk.rooms().books();
        long decision = Asked.decide(() -> books.read()
                .database()
                .write(tx -> books.told().ledger().merge(tx, user.id(), kind, from, into, author)));
        context.status(201);
        desk.answer(context, new Made(decision));
    }

    /** Says something of one thing: links, names, credits, splits, moves or ignores it. */
    private void decide(Context context) {
        User user = desk.caller(context);
        Fields fields = desk.fields(context);
        SubjectKind kind = kind(fields);
        int number = fields.needCount("number");
        Ruling ruling = Asked.decide(() -> RulingFields.read(fields));
        Ledger.Author author = author(user, fields.text("because"));
        desk.readWhatIsNew(user.id());
        long decision = Asked.decide(() -> ledger().decide(user.id(), new Thing(kind, number), ruling, author));
        context.status(201);
        desk.answer(context, new Made(decision));
    }

    private static SubjectKind kind(Fields fields) {
        String word = fields.needText("kind").toLowerCase(Locale.ROOT);
        Optional<SubjectKind> kind = switch (word) {
            case "item", "track", "song" -> Optional.of(SubjectKind.ITEM);
            case "creator", "artist" -> Optional.of(SubjectKind.CREATOR);
            case "container", "album", "release" -> Optional.of(SubjectKind.CONTAINER);
            default -> Optional.empty();
        };
        return kind.orElseThrow(() -> Problem.badRequest("Nothing is decided about this.")
                .expected("item, creator or container")
                .got(word)
                .where("kind")
                .raised());
    }
}
