package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Refusal;
import io.reprise.catalog.Ruling;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.Histories;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.CreditedName;
import io.reprise.media.Fold;
import io.reprise.store.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts creators in order at home, without asking anybody: texts that name several are split, and the user's own rules
 * come first. What would change in the whole history is shown before; every change is a decision of its own, undone in
 * the ledger. Thread-safe.
 */
public final class Credits {
    /** How many rules a user may have. */
    public static final int RULES_MAX = 10_000;

    /** How many decisions are taken back at once. */
    public static final int UNDONE_MAX = 1_000;

    private static final int DECISIONS_AT_A_TIME_MAX = 500;
    private static final String BECAUSE = "credits: ";
    private static final String ROLE = "artist";

    private final Database database;
    private final Histories histories;
    private final Ledger ledger;

    public Credits(Database database, Histories histories, Ledger ledger) {
        this.database = database;
        this.histories = histories;
        this.ledger = ledger;
    }

    /**
     * What would become of a creator: {@code into} holds the names that stand for it, nobody where it is left out;
     * {@code same} is the creator that has the one name already, 0 where none has; {@code because} says by which rule.
     * {@code plays} count for it now.
     */
    public record Change(int creator, String name, long plays, List<CreditedName> into, int same, String because) {
        public Change {
            into = List.copyOf(into);
        }
    }

    /**
     * How many creators were changed, the first and the last decision that did so (0 for none), and why others were
     * not.
     */
    public record Applied(int changed, long first, long last, List<String> refusals) {
        public Applied {
            refusals = List.copyOf(refusals);
        }
    }

    public List<CreditRule> rules(UserId user) {
        return database.read(tx -> CreditRuleTable.all(tx, user, RULES_MAX));
    }

    /** Sets the rule of a name, in the place of the one it had. */
    public void put(UserId user, CreditRule rule) {
        database.write(tx -> {
            CreditRuleTable.put(tx, user, rule);
            return true;
        });
    }

    /** Whether there was a rule of this name; what it changed stays until it is undone. */
    public boolean remove(UserId user, String name) {
        return database.write(tx -> CreditRuleTable.remove(tx, user, name));
    }

    /** What the rules would change in the history as it is now, the most played first; nothing is written. */
    public List<Change> preview(UserId user) {
        History history = histories.of(user);
        Names names = history.names();
        long[] plays = plays(history);
        Map<String, Integer> known = new HashMap<>();
        for (int creator = 1; creator < plays.length; creator++) {
            if (plays[creator] > 0) {
                known.putIfAbsent(Fold.fold(names.creatorName(creator)), creator);
            }
        }
        Map<String, CreditRule> rules = new HashMap<>();
        rules(user).forEach(rule -> rules.put(Fold.fold(rule.name()), rule));
        List<Change> changes = new ArrayList<>();
        for (int creator = 1; creator < plays.length; creator++) {
            if (plays[creator] > 0) {
                Change change = change(creator, names.creatorName(creator), plays[creator], rules, known)
                        .orElse(null);
                if (change != null && !isDone(history, change)) {
                    changes.add(change);
                }
            }
        }
        changes.sort(Comparator.comparingLong(Change::plays).reversed().thenComparing(Change::creator));
        return changes;
    }

    /** Whether a creator that belongs to others is credited together with them already. */
    private static boolean isDone(History history, Change change) {
        Names names = history.names();
        boolean keepsItself =
                change.into().stream().anyMatch(name -> Fold.fold(name.name()).equals(Fold.fold(change.name())));
        for (int item = 1; keepsItself && item <= names.lastItem(); item++) {
            boolean isCredited = false;
            Set<String> credited = new HashSet<>();
            for (int place = 0; place < names.creditCount(item); place++) {
                isCredited |= names.creator(item, place) == change.creator();
                credited.add(Fold.fold(names.creatorName(names.creator(item, place))));
            }
            if (isCredited && change.into().stream().anyMatch(name -> !credited.contains(Fold.fold(name.name())))) {
                return false;
            }
        }
        return keepsItself;
    }

    private static Optional<Change> change(
            int creator, String name, long plays, Map<String, CreditRule> rules, Map<String, Integer> known) {
        CreditRule rule = rules.get(Fold.fold(name));
        if (rule == null) {
            return CreditText.read(name, part -> known.containsKey(Fold.fold(part)))
                    .map(found -> new Change(
                            creator,
                            name,
                            plays,
                            found.names(),
                            0,
                            found.doubtful()
                                    ? "each of them is credited alone elsewhere in the library"
                                    : "the text names several"));
        }
        return switch (rule.kind()) {
            case KEEP -> Optional.empty();
            case IGNORE -> Optional.of(new Change(creator, name, plays, List.of(), 0, "a rule leaves this name out"));
            case BELONGS -> {
                List<String> both = new ArrayList<>(List.of(name));
                both.addAll(rule.into());
                yield Optional.of(new Change(creator, name, plays, joined(both), 0, "a rule says to whom it belongs"));
            }
            case REPLACE -> {
                int same = rule.into().size() > 1
                        ? 0
                        : known.getOrDefault(Fold.fold(rule.into().getFirst()), 0);
                yield Optional.of(new Change(creator, name, plays, joined(rule.into()), same, "a rule replaces it"));
            }
        };
    }

    private static List<CreditedName> joined(List<String> names) {
        List<CreditedName> joined = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            joined.add(new CreditedName(names.get(i), i + 1 < names.size() ? ", " : "", ROLE));
        }
        return joined;
    }

    private static long[] plays(History history) {
        Names names = history.names();
        long[] plays = new long[names.lastCreator() + 1];
        for (int i = 0; i < history.size(); i++) {
            int item = history.item(i);
            for (int place = 0; place < names.creditCount(item); place++) {
                plays[names.creator(item, place)]++;
            }
        }
        return plays;
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
     * Takes back what rules decided between these two decisions, the last first, at most {@value #UNDONE_MAX} of them;
     * what was undone before is left out, and what stands in the way of one stops there. Answers how many were undone.
     */
    public int undo(UserId user, long first, long last, String by) {
        if (first < 1 || last < first || last - first >= UNDONE_MAX) {
            throw new Refusal("expected the first and the last of at most " + UNDONE_MAX + " decisions, got " + first
                    + " to " + last);
        }
        return database.write(tx -> {
            Ledger.Author author = new Ledger.Author(by, "rules for names taken back");
            List<Decision> decided = ledger.after(tx, user, first - 1, (int) (last - first + 1));
            int undone = 0;
            for (Decision decision : decided.reversed()) {
                boolean isOurs = decision.number() <= last && decision.because().startsWith(BECAUSE);
                if (isOurs && !ledger.isUndone(tx, user, decision.number())) {
                    ledger.undo(tx, user, decision.number(), author);
                    undone++;
                }
            }
            return undone;
        });
    }

    private List<Long> decide(UserId user, List<Change> changes, String by) {
        List<Ledger.Asked> asked = new ArrayList<>();
        List<Ledger.Same> same = new ArrayList<>();
        for (Change change : changes) {
            Ledger.Author author = new Ledger.Author(by, BECAUSE + change.because());
            if (change.same() != 0) {
                same.add(new Ledger.Same(change.creator(), change.same(), author));
            } else {
                asked.add(new Ledger.Asked(new Thing(SubjectKind.CREATOR, change.creator()), ruling(change), author));
            }
        }
        return database.write(tx -> {
            List<Long> numbers = new ArrayList<>(ledger.decideAll(tx, user, asked));
            numbers.addAll(ledger.mergeAll(tx, user, SubjectKind.CREATOR, same));
            return numbers;
        });
    }

    private static Ruling ruling(Change change) {
        return switch (change.into().size()) {
            case 0 -> new Ruling.Ignore();
            case 1 -> new Ruling.Rename(change.into().getFirst().name());
            default -> new Ruling.Split(change.into());
        };
    }
}
