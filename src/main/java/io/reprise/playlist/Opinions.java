package io.reprise.playlist;

import io.reprise.history.Names;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user thought of items at one moment: of the events up to then, those that were not taken back by then; of
 * two about the same the later one. Items by their canonical numbers.
 */
final class Opinions {
    static final Opinions NONE = new Opinions();

    private final Map<Integer, Given> scores = new HashMap<>();
    private final Map<Integer, Given> loves = new HashMap<>();
    private final Map<Integer, Set<String>> tags = new HashMap<>();

    /** A score (0 to 100; of a love 1 or -1) and when it was given (epoch seconds, UTC). */
    record Given(int value, long at) {}

    private Opinions() {}

    /** {@code events} in the order of their numbers; {@code items}: the original items by their keys. */
    static Opinions of(List<RatingEvent> events, Map<Long, Integer> items, Names names, long asOf) {
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
        Opinions opinions = new Opinions();
        for (RatingEvent event : told) {
            boolean isItem = event.about().sort() == Rated.Sort.ITEM;
            Integer item = isItem ? items.get(event.about().itemKey()) : null;
            if (item != null && item <= names.lastItem() && !undone.contains(event.number())) {
                opinions.take(names.canonicalItem(item), event);
            }
        }
        return opinions;
    }

    private void take(int item, RatingEvent event) {
        switch (event.opinion()) {
            case Opinion.Rate(var score) -> {
                int love = Loves.score(event);
                if (love == Loves.NONE) {
                    scores.put(item, new Given(score.value(), event.at()));
                } else {
                    loves.put(item, new Given(love, event.at()));
                }
            }
            case Opinion.Tag(var text) ->
                tags.computeIfAbsent(item, any -> new LinkedHashSet<>()).add(text);
            case Opinion.Note note -> {}
            case Opinion.Undo undo -> {}
        }
    }

    Column score() {
        return item -> {
            Given given = scores.get(item);
            return given == null ? Column.MISSING : given.value();
        };
    }

    /** 0 to 5, as stars: a score above 0 has at least one. */
    Column stars() {
        return item -> {
            Given given = scores.get(item);
            return given == null
                    ? Column.MISSING
                    : given.value() == 0 ? 0 : Math.max(1, Math.round(given.value() / 20.0));
        };
    }

    Column ratedAt() {
        return item -> {
            Given given = scores.get(item);
            return given == null ? Column.MISSING : given.at();
        };
    }

    /** 1 where it is loved, 0 where it is hated, missing where nothing was said. */
    Column loved() {
        return item -> {
            Given given = loves.get(item);
            return given == null ? Column.MISSING : given.value() == Loves.LOVED ? 1 : 0;
        };
    }

    Column lovedAt() {
        return item -> {
            Given given = loves.get(item);
            return given == null || given.value() != Loves.LOVED ? Column.MISSING : given.at();
        };
    }

    List<String> tags(int item) {
        return List.copyOf(tags.getOrDefault(item, Set.of()));
    }
}
