package io.reprise.adapters.reprise;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.DecisionKind;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.LedgerCopy;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.imports.Afterword;
import io.reprise.imports.JsonRow;
import io.reprise.play.Aggregator;
import io.reprise.play.DuplicateRule;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision of another library, made here once with its time and author. */
record DecisionLine(JsonRow row, Brought brought) implements Afterword {
    private static final String MEMBER = "decision";

    static boolean is(JsonRow row) {
        return row.has(MEMBER);
    }

    @Override
    public void apply(Tx tx, UserId user, Aggregator aggregator) throws SQLException, Unreadable {
        long line = Brought.whole(row, MEMBER);
        DecisionKind kind = kind();
        if (isRuling(kind)) {
            rule(tx, user, line, kind);
            return;
        }
        Decision decision = decision(tx, user, line);
        boolean isOfRun = decision.kind() == DecisionKind.RETRACT_RUN;
        OptionalLong known = isOfRun
                ? LedgerCopy.findOfRun(tx, user, decision, number -> brought.mayBe(line, number))
                : LedgerCopy.find(tx, user, decision, number -> brought.mayBe(line, number));
        if (isOfRun && known.isEmpty() && !aggregator.holdsRun(tx, user, Math.toIntExact(decision.subject()))) {
            throw new Unreadable(
                    "run: what it brought is here already by another run; undo that one if it is the same");
        }
        long number = known.isPresent() ? known.getAsLong() : LedgerCopy.append(tx, user, decision);
        brought.is(line, number);
        Long play = brought.playOf(line);
        if (known.isEmpty() && play != null) {
            aggregator.judgeAgain(tx, user, play);
        }
    }

    private Decision decision(Tx tx, UserId user, long line) throws SQLException, Unreadable {
        DecisionKind kind = kind();
        return switch (kind) {
            case MERGE -> {
                SubjectKind of = of();
                long object = Brought.thing(tx, user, of, Brought.object(row, "into"));
                yield draft(kind, of, Brought.thing(tx, user, of, Brought.object(row, "from")), object);
            }
            case UNDO -> {
                long undone = Brought.whole(row, "undoes");
                Long play = brought.playOf(undone);
                if (play != null) {
                    brought.isAbout(line, play);
                }
                yield draft(kind, SubjectKind.DECISION, brought.number(undone), null);
            }
            case REMOVE_PLAY, KEEP_PLAY -> {
                long play = Brought.play(tx, user, Brought.object(row, "play"));
                brought.isAbout(line, play);
                yield draft(kind, SubjectKind.PLAY, play, null);
            }
            case DUPLICATE_RULE ->
                draft(kind, SubjectKind.RULE, Ledger.DUPLICATE_RULE, null).saying(rule());
            case RETRACT_RUN -> draft(kind, SubjectKind.RUN, brought.run(row), null);
            case LINK, UNLINK, RENAME, RECREDIT, MOVE, IGNORE, SPLIT -> {
                SubjectKind of = of();
                yield draft(kind, of, Brought.thing(tx, user, of, Brought.object(row, "thing")), null);
            }
        };
    }

    private static boolean isRuling(DecisionKind kind) {
        return switch (kind) {
            case LINK, UNLINK, RENAME, RECREDIT, MOVE, IGNORE, SPLIT -> true;
            case MERGE, UNDO, REMOVE_PLAY, KEEP_PLAY, RETRACT_RUN, DUPLICATE_RULE -> false;
        };
    }

    private void rule(Tx tx, UserId user, long line, DecisionKind kind) throws SQLException, Unreadable {
        Ruling ruling = RulingJson.read(kind, row);
        Decision decision = decision(tx, user, line);
        if (!ruling.subjects().contains(decision.subjectKind())) {
            throw new Unreadable("of: \"" + kind.word() + "\" cannot be said of a "
                    + decision.subjectKind().word());
        }
        OptionalLong known = LedgerCopy.findRuling(tx, user, decision, ruling, number -> brought.mayBe(line, number));
        brought.is(line, known.isPresent() ? known.getAsLong() : LedgerCopy.appendRuling(tx, user, decision, ruling));
    }

    private double confidence() throws Unreadable {
        Double told = row.number("confidence");
        if (told == null) {
            return Decision.CERTAIN;
        }
        if (!(told >= 0 && told <= Decision.CERTAIN)) {
            throw new Unreadable("confidence: expected a number from 0 to 1, got " + told);
        }
        return told;
    }

    private Decision draft(DecisionKind kind, SubjectKind of, long subject, @Nullable Long object) throws Unreadable {
        String because = row.text("because");
        String evidence = row.text("evidence");
        return new Decision(
                0,
                Brought.second(row, "at"),
                row.needText("by"),
                kind,
                of,
                subject,
                object,
                "",
                confidence(),
                because == null ? "" : because,
                evidence == null ? "" : evidence);
    }

    private String rule() throws Unreadable {
        String text = row.needText("rule");
        try {
            return DuplicateRule.read(text).text();
        } catch (IllegalArgumentException e) {
            throw new Unreadable("rule: " + e.getMessage(), e);
        }
    }

    private DecisionKind kind() throws Unreadable {
        String word = row.needText("type");
        for (DecisionKind kind : DecisionKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new Unreadable("type: expected one of "
                + Arrays.stream(DecisionKind.values()).map(DecisionKind::word).collect(Collectors.joining(", "))
                + ", got " + word);
    }

    private SubjectKind of() throws Unreadable {
        String word = row.needText("of");
        for (SubjectKind kind : SubjectKind.values()) {
            if (kind.isMergeable() && kind.word().equals(word)) {
                return kind;
            }
        }
        throw new Unreadable("of: expected item, creator or container, got " + word);
    }
}
