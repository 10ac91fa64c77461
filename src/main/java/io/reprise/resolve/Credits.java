package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.Identity;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.history.Histories;
import io.reprise.history.History;
import io.reprise.media.CreditedName;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts names in order at home, without asking anybody: texts that name several creators are split, guests in the titles
 * of songs go into their credits, and the user's own rules come first. What would change in the whole history is shown
 * before; every change is a decision of its own, undone in the ledger. Thread-safe.
 */
public final class Credits {
    /** How many rules a user may have. */
    public static final int RULES_MAX = 10_000;

    /** Between the first and the last decision that are taken back at once. */
    public static final int UNDONE_MAX = 1_000_000;

    private static final int DECISIONS_AT_A_TIME_MAX = 500;
    private static final String BECAUSE = "credits: ";
    private static final String GUEST_JOIN = " feat. ";

    private final Database database;
    private final Histories histories;
    private final Ledger ledger;

    public Credits(Database database, Histories histories, Ledger ledger) {
        this.database = database;
        this.histories = histories;
        this.ledger = ledger;
    }

    /**
     * How many creators and songs were changed, the first and the last decision that did so (0 for none), and why
     * others were not.
     */
    public record Applied(int changed, long first, long last, List<String> refusals) {
        public Applied {
            refusals = List.copyOf(refusals);
        }
    }

    public List<CreditRule> rules(UserId user) {
        return database.read(tx -> rules(tx, user));
    }

    /** All rules, by their folded names, inside the caller's step. */
    public static List<CreditRule> rules(Tx tx, UserId user) {
        return CreditRuleTable.all(tx, user, RULES_MAX);
    }

    /** Sets the rule of a name, in the place of the one it had. Refuses one more than {@value #RULES_MAX}. */
    public void put(UserId user, CreditRule rule) {
        database.write(tx -> {
            CreditRuleTable.put(tx, user, rule);
            return bounded(tx, user);
        });
    }

    /** Sets a rule from another library, inside the caller's step; one about the same name that is here stays. */
    public static void bring(Tx tx, UserId user, CreditRule rule) {
        if (CreditRuleTable.putNew(tx, user, rule)) {
            bounded(tx, user);
        }
    }

    private static boolean bounded(Tx tx, UserId user) {
        if (CreditRuleTable.count(tx, user) > RULES_MAX) {
            throw new IllegalArgumentException(
                    "a user has at most " + RULES_MAX + " rules for names; remove some first");
        }
        return true;
    }

    /** Whether there was a rule of this name; what it changed stays until it is undone. */
    public boolean remove(UserId user, String name) {
        return database.write(tx -> CreditRuleTable.remove(tx, user, name));
    }

    /** What the rules would change in the history as it is now, the most played first; nothing is written. */
    public List<Change> preview(UserId user) {
        History history = histories.of(user);
        CreatorChanges creators = new CreatorChanges(history, rules(user));
        List<Change.OfCreator> ofCreators = creators.all();
        List<Change> changes = new ArrayList<>(ofCreators);
        changes.addAll(new TitleChanges(history, creators, ofCreators).all());
        changes.sort(Comparator.comparingLong(Change::plays)
                .reversed()
                .thenComparing(change -> change.thing().kind(), Comparator.reverseOrder())
                .thenComparing(change -> change.thing().number()));
        return changes;
    }

    /** Does what {@link #preview} shows now, as decisions of this author. What is refused costs nothing else. */
    public Applied apply(UserId user, String by) {
        List<Change> changes = preview(user);
        List<String> refusals = new ArrayList<>();
        List<Long> decisions = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += DECISIONS_AT_A_TIME_MAX) {
            List<Change> some = changes.subList(from, Math.min(changes.size(), from + DECISIONS_AT_A_TIME_MAX));
            try {
                decisions.addAll(decide(user, some, by));
            } catch (Refusal oneOfThem) {
                // Nothing of this step was written, so that each is tried alone.
                for (Change change : some) {
                    try {
                        decisions.addAll(decide(user, List.of(change), by));
                    } catch (Refusal refusal) {
                        refusals.add(change.name() + ": " + refusal.getMessage());
                    }
                }
            }
        }
        return new Applied(
                changes.size() - refusals.size(),
                decisions.stream().mapToLong(Long::longValue).min().orElse(0),
                decisions.stream().mapToLong(Long::longValue).max().orElse(0),
                refusals);
    }

    /**
     * Takes back what rules decided between these two decisions, the last first, and leaves out what was undone before.
     * Answers how many were undone; what stands in the way of one is a {@link Refusal} that says how many were by then.
     */
    public int undo(UserId user, long first, long last, String by) {
        if (first < 1 || last < first || last - first >= UNDONE_MAX) {
            throw new Refusal("expected the first and the last of at most " + UNDONE_MAX + " decisions, got " + first
                    + " to " + last);
        }
        Ledger.Author author = new Ledger.Author(by, "rules for names taken back");
        int undone = 0;
        try {
            for (long to = last; to >= first; to -= DECISIONS_AT_A_TIME_MAX) {
                long from = Math.max(first, to - DECISIONS_AT_A_TIME_MAX + 1);
                long end = to;
                undone += database.write(tx -> ledger.undoAll(tx, user, ours(tx, user, from, end), author));
            }
        } catch (Refusal refusal) {
            throw new Refusal(refusal.getMessage() + "; "
                    + (undone == 0 ? "nothing was taken back" : undone + " decisions were taken back before that"));
        }
        return undone;
    }

    /** Those of these decisions that rules made, the last first. */
    private List<Decision> ours(Tx tx, UserId user, long from, long to) throws SQLException {
        return ledger.after(tx, user, from - 1, Math.toIntExact(to - from + 1)).reversed().stream()
                .filter(decision ->
                        decision.number() <= to && decision.because().startsWith(BECAUSE))
                .toList();
    }

    private List<Long> decide(UserId user, List<Change> changes, String by) {
        return database.write(tx -> {
            List<Ledger.Asked> asked = new ArrayList<>();
            Map<SubjectKind, List<Ledger.Same>> same = new EnumMap<>(SubjectKind.class);
            for (Change change : changes) {
                Ledger.Author author = new Ledger.Author(by, BECAUSE + change.because());
                if (change.same() != 0) {
                    same.computeIfAbsent(change.thing().kind(), any -> new ArrayList<>())
                            .add(new Ledger.Same(change.thing().number(), change.same(), author));
                } else {
                    rulings(tx, user, change)
                            .forEach(ruling -> asked.add(new Ledger.Asked(change.thing(), ruling, author)));
                }
            }
            List<Long> numbers = new ArrayList<>(ledger.decideAll(tx, user, asked));
            for (Map.Entry<SubjectKind, List<Ledger.Same>> kind : same.entrySet()) {
                numbers.addAll(ledger.mergeAll(tx, user, kind.getKey(), kind.getValue()));
            }
            return numbers;
        });
    }

    private static List<Ruling> rulings(Tx tx, UserId user, Change change) throws SQLException {
        return switch (change) {
            case Change.OfCreator creator -> List.of(ruling(creator));
            case Change.OfTitle title when title.guests().isEmpty() -> List.of(new Ruling.Rename(title.title()));
            case Change.OfTitle title ->
                List.of(
                        new Ruling.Recredit(joined(Identity.credit(tx, user, title.item()), title.guests())),
                        new Ruling.Rename(title.title()));
        };
    }

    private static Ruling ruling(Change.OfCreator change) {
        return switch (change.into().size()) {
            case 0 -> new Ruling.Ignore();
            case 1 -> new Ruling.Rename(change.into().getFirst().name());
            default -> new Ruling.Split(change.into());
        };
    }

    /** The credit as it is joined now, and the guests. */
    private static List<CreditedName> joined(List<CreditedName> credit, List<CreditedName> guests) {
        List<CreditedName> all = new ArrayList<>(credit);
        CreditedName last = all.removeLast();
        all.add(new CreditedName(last.name(), GUEST_JOIN, last.role()));
        all.addAll(guests);
        return all;
    }
}
