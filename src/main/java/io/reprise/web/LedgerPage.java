package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.catalog.Decision;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.LedgerDesk;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.SubjectKind;
import io.reprise.http.Cursor;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.job.JobFailure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ledger as a story, the newest first: one line for each decision, and a button beside it to take it back. */
final class LedgerPage {
    static final String PATH = "/ledger";
    private static final int DECISIONS = 50;
    private static final String CURSOR = "ledger";
    private static final int REFUSED = 409;
    private static final Parameter.Bounds NUMBERS = new Parameter.Bounds(0, Integer.MAX_VALUE);

    private final Rooms rooms;
    private final Reception reception;

    LedgerPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> {
            long undone = Parameter.number(visit.context(), "undone", 0, NUMBERS);
            show(visit, undone == 0 ? null : "Decision " + undone + " no longer holds.", false);
        }));
        routes.post(PATH + "/{number}/undo", reception.signedIn(this::undo));
    }

    private void show(Visit visit, @Nullable String notice, boolean refused) {
        String word = visit.context().queryParam("before");
        long before =
                word == null ? Long.MAX_VALUE : Cursor.read(CURSOR, 1, word).number(0);
        List<LedgerDesk.Line> found =
                rooms.deciding().ledger().before(visit.user().id(), before, DECISIONS + 1);
        List<LedgerDesk.Line> page = found.subList(0, Math.min(DECISIONS, found.size()));
        DecisionWords words = new DecisionWords(visit.history().names());
        LedgerView view = new LedgerView(
                page.stream().map(line -> row(visit, words, line)).toList(),
                found.size() > page.size()
                        ? PATH + "?before="
                                + Query.encoded(Cursor.of(
                                                CURSOR,
                                                page.getLast().decision().number())
                                        .text())
                        : null,
                notice,
                refused);
        visit.send((output, tags) -> JteledgerGenerated.render(output, tags, visit.frame("Ledger", PATH), view));
    }

    private static LedgerView.Row row(Visit visit, DecisionWords words, LedgerDesk.Line line) {
        Decision decision = line.decision();
        boolean isSure = decision.confidence() >= Decision.CERTAIN;
        return new LedgerView.Row(
                decision.number(),
                ImportWords.moment(visit, decision.decidedAt()),
                decision.by(),
                words.of(line),
                decision.because(),
                isSure ? "" : String.format(Locale.ROOT, "%.2f", decision.confidence()),
                decision.evidence(),
                button(line),
                note(line));
    }

    private static @Nullable String button(LedgerDesk.Line line) {
        if (line.undoneBy() != null || line.root().subjectKind() == SubjectKind.RUN) {
            return null;
        }
        return line.decision().kind() == DecisionKind.UNDO ? "Undo this undo" : "Undo";
    }

    private static String note(LedgerDesk.Line line) {
        return line.undoneBy() != null
                ? "undone by " + line.undoneBy()
                : line.root().subjectKind() == SubjectKind.RUN ? "undo and redo it on its own page" : "";
    }

    private void undo(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        Ledger.Author author = new Ledger.Author(visit.user().name(), "taken back in the ledger");
        Decision decision = rooms.deciding().ledger().after(visit.user().id(), number - 1L, 1).stream()
                .map(LedgerDesk.Line::decision)
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no decision " + number + " in your ledger.")
                        .raised());
        try {
            if (rooms.folding().rule().isAboutRule(visit.user().id(), decision)) {
                rooms.folding().rule().undo(visit.user().id(), number, author);
                visit.seeOther("/duplicates/rule");
                return;
            }
            rooms.folding().removal().undo(visit.user().id(), number, author);
            visit.seeOther(PATH + "?undone=" + number);
        } catch (Refusal refusal) {
            refused(visit, String.valueOf(refusal.getMessage()));
        } catch (JobFailure failure) {
            refused(visit, failure.reason() + "; " + failure.whatToDo());
        }
    }

    private void refused(Visit visit, String why) {
        visit.context().status(REFUSED);
        show(visit, Words.capital(why) + ".", true);
    }
}
