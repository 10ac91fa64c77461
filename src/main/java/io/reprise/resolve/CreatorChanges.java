package io.reprise.resolve;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.CreditedName;
import io.reprise.media.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules and joints would make of the creators of one history. Not thread-safe. */
final class CreatorChanges {
    private static final String ROLE = "artist";

    private final History history;
    private final Names names;
    private final long[] plays;
    /** By folded name: the first creator with plays that has it, and the rule about it. */
    private final Map<String, Integer> known = new HashMap<>();

    private final Map<String, CreditRule> rules = new HashMap<>();

    CreatorChanges(History history, List<CreditRule> rules) {
        this.history = history;
        this.names = history.names();
        plays = plays(history);
        for (int creator = 1; creator < plays.length; creator++) {
            if (plays[creator] > 0) {
                known.putIfAbsent(Fold.fold(names.creatorName(creator)), creator);
            }
        }
        rules.forEach(rule -> this.rules.put(Fold.fold(rule.name()), rule));
    }

    /** Whether this name is one creator's, by itself. */
    boolean isKnown(String name) {
        return known.containsKey(Fold.fold(name)) || isKept(name);
    }

    /** Whether a rule keeps this name or title whole. */
    boolean isKept(String name) {
        CreditRule rule = rules.get(Fold.fold(name));
        return rule != null && rule.kind() == CreditRule.Kind.KEEP;
    }

    List<Change.OfCreator> all() {
        List<Change.OfCreator> changes = new ArrayList<>();
        for (int creator = 1; creator < plays.length; creator++) {
            if (plays[creator] > 0) {
                change(creator, names.creatorName(creator))
                        .filter(change -> !isDone(change))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    private Optional<Change.OfCreator> change(int creator, String name) {
        CreditRule rule = rules.get(Fold.fold(name));
        if (rule == null) {
            return CreditText.read(name, this::isKnown)
                    .map(found -> changed(
                            creator,
                            found.names(),
                            0,
                            found.doubtful()
                                    ? "each of them is credited alone elsewhere in the library"
                                    : "the text names several"));
        }
        return switch (rule.kind()) {
            case KEEP -> Optional.empty();
            case IGNORE -> Optional.of(changed(creator, List.of(), 0, "a rule leaves this name out"));
            case BELONGS -> {
                List<String> both = new ArrayList<>(List.of(name));
                both.addAll(rule.into());
                yield Optional.of(changed(creator, joined(both), 0, "a rule says to whom it belongs"));
            }
            case REPLACE -> {
                int same = rule.into().size() > 1
                        ? 0
                        : known.getOrDefault(Fold.fold(rule.into().getFirst()), 0);
                yield Optional.of(changed(creator, joined(rule.into()), same, "a rule replaces it"));
            }
        };
    }

    private Change.OfCreator changed(int creator, List<CreditedName> into, int same, String because) {
        return new Change.OfCreator(creator, names.creatorName(creator), plays[creator], into, same, because);
    }

    /** Whether a creator that belongs to others is credited together with them already. */
    private boolean isDone(Change change) {
        boolean keepsItself =
                change.into().stream().anyMatch(name -> Fold.fold(name.name()).equals(Fold.fold(change.name())));
        for (int item = 1; keepsItself && item <= names.lastItem(); item++) {
            boolean isCredited = false;
            Set<String> credited = new HashSet<>();
            for (int place = 0; place < names.creditCount(item); place++) {
                isCredited |= names.creator(item, place) == change.thing().number();
                credited.add(Fold.fold(names.creatorName(names.creator(item, place))));
            }
            if (isCredited && change.into().stream().anyMatch(name -> !credited.contains(Fold.fold(name.name())))) {
                return false;
            }
        }
        return keepsItself;
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
}
