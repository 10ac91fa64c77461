package io.reprise.playlist;

import io.reprise.report.Series;
import io.reprise.report.SeriesBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * Of each series the next item: where an authority told its episodes the first in their order after the furthest one
 * seen; else the first that was not played yet, by season and episode, else in the order they were found.
 */
final class NextEpisodes {
    private final SeriesBook book;
    private final int[] plays;
    private final IntUnaryOperator containers;
    private final Column season;
    private final Column episode;

    private NextEpisodes(Values values) {
        this.book = SeriesBook.until(values.sight().history(), values.sight().end());
        this.plays = values.counted(Scope.ITEM).plays();
        this.containers = values.key(Scope.CONTAINER);
        this.season = values.column(numbered("season"));
        this.episode = values.column(numbered("episode"));
    }

    /** Leaves only these of the first {@code found} items, in the order of their numbers, and answers how many. */
    static int only(int[] items, int found, Values values) {
        int[] next = new NextEpisodes(values).of(items, found);
        System.arraycopy(next, 0, items, 0, next.length);
        return next.length;
    }

    private int[] of(int[] items, int found) {
        Map<Integer, Integer> first = new HashMap<>();
        for (int i = 0; i < found; i++) {
            int item = items[i];
            int container = containers.applyAsInt(item);
            if (container != 0 && isOpen(item, container)) {
                first.merge(container, item, (one, other) -> isBefore(container, one, other) ? one : other);
            }
        }
        return first.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Whether it may be next: not played, and not before the next of the list where there is one. */
    private boolean isOpen(int item, int container) {
        if (plays[item] != 0) {
            return false;
        }
        Optional<Series> told = book.of(container);
        if (told.isEmpty()) {
            return true;
        }
        OptionalInt place = told.get().find(item);
        OptionalInt next = told.get().next();
        return place.isPresent()
                && next.isPresent()
                && place.getAsInt() >= next.getAsInt()
                && !told.get().isSeen(place.getAsInt());
    }

    private boolean isBefore(int container, int one, int other) {
        Optional<Series> told = book.of(container);
        int order = told.isPresent()
                ? Integer.compare(place(told.get(), one), place(told.get(), other))
                : Double.compare(season.of(one), season.of(other));
        order = order == 0 ? Double.compare(episode.of(one), episode.of(other)) : order;
        return order == 0 ? one < other : order < 0;
    }

    private static int place(Series series, int item) {
        return series.find(item).orElse(Integer.MAX_VALUE);
    }

    private static Field numbered(String word) {
        return Field.find(word).orElseThrow();
    }
}
