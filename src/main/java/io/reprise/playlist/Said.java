package io.reprise.playlist;

import io.reprise.rating.Loves;
import io.reprise.rating.Opinion;
import io.reprise.rating.RatingEvent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of things of one sort, by their canonical numbers: of two about the same the later one. */
final class Said {
    private static final double POINTS_OF_STAR = 20.0;

    private final Map<Integer, Given> scores = new HashMap<>();
    private final Map<Integer, Given> loves = new HashMap<>();
    private final Map<Integer, Set<String>> tags = new HashMap<>();

    /** A score (0 to 100; of a love 1 or -1) and when it was given (epoch seconds, UTC). */
    private record Given(int value, long at) {}

    void take(int number, RatingEvent event) {
        switch (event.opinion()) {
            case Opinion.Rate(var score) -> {
                int love = Loves.score(event);
                if (love == Loves.NONE) {
                    scores.put(number, new Given(score.value(), event.at()));
                } else {
                    loves.put(number, new Given(love, event.at()));
                }
            }
            case Opinion.Tag(var text) ->
                tags.computeIfAbsent(number, any -> new LinkedHashSet<>()).add(text);
            case Opinion.Note note -> {}
            case Opinion.Undo undo -> {}
        }
    }

    Column score() {
        return number -> {
            Given given = scores.get(number);
            return given == null ? Column.MISSING : given.value();
        };
    }

    /** 0 to 5, as stars: a score above 0 has at least one. */
    Column stars() {
        return number -> {
            Given given = scores.get(number);
            return given == null
                    ? Column.MISSING
                    : given.value() == 0 ? 0 : Math.max(1, Math.round(given.value() / POINTS_OF_STAR));
        };
    }

    Column ratedAt() {
        return number -> {
            Given given = scores.get(number);
            return given == null ? Column.MISSING : given.at();
        };
    }

    /** 1 where it is loved, 0 where it is hated, missing where nothing was said. */
    Column loved() {
        return number -> {
            Given given = loves.get(number);
            return given == null ? Column.MISSING : given.value() == Loves.LOVED ? 1 : 0;
        };
    }

    Column lovedAt() {
        return number -> {
            Given given = loves.get(number);
            return given == null || given.value() != Loves.LOVED ? Column.MISSING : given.at();
        };
    }

    List<String> tags(int number) {
        return List.copyOf(tags.getOrDefault(number, Set.of()));
    }
}
