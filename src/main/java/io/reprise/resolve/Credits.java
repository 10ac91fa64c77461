package io.reprise.resolve;

import io.reprise.account.UserId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts creators in order at home, without asking anybody: texts that name several are split, and the user's own rules
 * come first. What would change in the whole history is shown before; every change is a decision of its own, undone in
 * the ledger. Thread-safe.
 */
public final class Credits {
    /** How many rules a user may have. */
    public static final int RULES_MAX = 10_000;

    private static final int DECISIONS_AT_A_TIME_MAX = 500;
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

    /** How many creators were changed, and why others were not. */
    public record Applied(int changed, List<String> refusals) {
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
                change(creator, names.creatorName(creator), plays[creator], rules, known)
                        .ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparingLong(Change::plays).reversed().thenComparing(Change::creator));
        return changes;
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
        for (int from = 0; from < changes.size(); from += DECISIONS_AT_A_TIME_MAX) {
            List<Change> some = changes.subList(from, Math.min(changes.size(), from + DECISIONS_AT_A_TIME_MAX));
            try {
                decide(user, some, by);
            } catch (Refusal oneOfThem) {
                // Nothing of this step was written, so that each is tried alone.
                for (Change change : some) {
                    try {
                        decide(user, List.of(change), by);
                    } catch (Refusal refusal) {
                        refusals.add(change.name() + ": " + refusal.getMessage());
                    }
                }
            }
        }
        return new Applied(changes.size() - refusals.size(), refusals);
    }

    private void decide(UserId user, List<Change> changes, String by) {
        List<Ledger.Asked> asked = new ArrayList<>();
        List<Ledger.Same> same = new ArrayList<>();
        for (Change change : changes) {
            Ledger.Author author = new Ledger.Author(by, "credits: " + change.because());
            if (change.same() != 0) {
                same.add(new Ledger.Same(change.creator(), change.same(), author));
            } else {
                asked.add(new Ledger.Asked(new Thing(SubjectKind.CREATOR, change.creator()), ruling(change), author));
            }
        }
        database.write(tx -> {
            ledger.decideAll(tx, user, asked);
            return ledger.mergeAll(tx, user, SubjectKind.CREATOR, same);
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
