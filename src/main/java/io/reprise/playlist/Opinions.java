package io.reprise.playlist;

import io.reprise.history.Names;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user thought of items, creators and containers at one moment: of the events up to then, those that were not
 * taken back by then. What others were merged into has what was said of all of them.
 */
final class Opinions {
    static final Opinions NONE = new Opinions();

    private final Map<Rated.Sort, Said> said = new EnumMap<>(Rated.Sort.class);

    private Opinions() {
        for (Rated.Sort sort : Rated.Sort.values()) {
            said.put(sort, new Said());
        }
    }

    /** The original things of one sort by the keys of their content. */
    @FunctionalInterface
    interface Numbers {
        Map<Long, Integer> of(Rated.Sort sort);
    }

    /** {@code events} in the order of their numbers. */
    static Opinions of(List<RatingEvent> events, Numbers numbers, Names names, long asOf) {
        Opinions opinions = new Opinions();
        Map<Rated.Sort, Map<Long, Integer>> known = new EnumMap<>(Rated.Sort.class);
        for (RatingEvent event : standing(events, asOf)) {
            Rated.Sort sort = event.about().sort();
            Integer number =
                    known.computeIfAbsent(sort, numbers::of).get(event.about().itemKey());
            if (number != null && number <= last(sort, names)) {
                opinions.of(sort).take(canonical(sort, number, names), event);
            }
        }
        return opinions;
    }

    private static List<RatingEvent> standing(List<RatingEvent> events, long asOf) {
        Set<Long> undone = new HashSet<>();
        List<RatingEvent> told = new ArrayList<>();
        for (RatingEvent event : events) {
            if (event.at() <= asOf) {
                if (event.opinion() instanceof Opinion.Undo(long number)) {
                    undone.add(number);
                } else {
                    told.add(event);
                }
            }
        }
        return told.stream().filter(event -> !undone.contains(event.number())).toList();
    }

    private static int last(Rated.Sort sort, Names names) {
        return switch (sort) {
            case ITEM -> names.lastItem();
            case CREATOR -> names.lastCreator();
            case CONTAINER -> names.lastContainer();
        };
    }

    private static int canonical(Rated.Sort sort, int number, Names names) {
        return switch (sort) {
            case ITEM -> names.canonicalItem(number);
            case CREATOR -> names.canonicalCreator(number);
            case CONTAINER -> names.canonicalContainer(number);
        };
    }

    /** What was said of the things of this sort. */
    Said of(Rated.Sort sort) {
        Said found = said.get(sort);
        if (found == null) {
            throw new IllegalStateException("opinions are about items, creators and containers, not " + sort);
        }
        return found;
    }
}
