package io.reprise.playlist;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Of each series the first item that was not played yet: by season and episode, else in the order they were found. */
final class NextEpisodes {
    private NextEpisodes() {}

    /** Leaves only these of the first {@code found} items, in the order of their numbers, and answers how many. */
    static int only(int[] items, int found, Values values) {
        int[] plays = values.counted(Scope.ITEM).plays();
        IntUnaryOperator series = values.key(Scope.CONTAINER);
        Column season = values.column(numbered("season"));
        Column episode = values.column(numbered("episode"));
        Map<Integer, Integer> first = new HashMap<>();
        for (int i = 0; i < found; i++) {
            int of = series.applyAsInt(items[i]);
            if (of != 0 && plays[items[i]] == 0) {
                first.merge(of, items[i], (one, other) -> isBefore(one, other, season, episode) ? one : other);
            }
        }
        int[] next =
                first.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        System.arraycopy(next, 0, items, 0, next.length);
        return next.length;
    }

    private static boolean isBefore(int one, int other, Column season, Column episode) {
        int order = Double.compare(season.of(one), season.of(other));
        order = order == 0 ? Double.compare(episode.of(one), episode.of(other)) : order;
        return order == 0 ? one < other : order < 0;
    }

    private static Field numbered(String word) {
        return Field.find(word).orElseThrow();
    }
}
