package io.reprise.playlist;

import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** What a definition gives over what is seen: a pure function. Not thread-safe; made for one answer. */
final class Evaluation {
    private final Definition definition;
    private final Values values;
    private final Names names;

    Evaluation(Definition definition, Sight sight) {
        this.definition = definition;
        this.values = new Values(sight);
        this.names = sight.names();
    }

    /**
     * Items in order: those of the part asked for, how many the list has in all, and how many fit before its bounds.
     */
    record Found(int[] items, int total, int matched) {}

    Values values() {
        return values;
    }

    /** {@code seed} is for this answer alone; empty for the definition's own. */
    Found part(int offset, int limit, String seed) {
        int[] matching = new int[names.lastItem() + 1];
        int matched = matching(matching);
        int total = total(matching, matched);
        List<SortKey> keys = keys(seed.isEmpty() ? definition.order().seed() : seed);
        Walk walk = new Walk(new Ordering(keys, matching, matched), definition.bounds(), values);
        int atMost = total < 0 ? limit(matched) : total;
        if (total >= 0) {
            return new Found(walk.take(offset, Math.clamp(atMost - (long) offset, 0, limit)), total, matched);
        }
        return part(walk.take(0, atMost), offset, limit, matched);
    }

    /** Lists mixed in turns, of which only what fits comes in. */
    Found mixed(List<int[]> lists, int offset, int limit) {
        int[] matching = new int[names.lastItem() + 1];
        int matched = matching(matching);
        BitSet fitting = new BitSet();
        Arrays.stream(matching, 0, matched).forEach(fitting::set);
        List<Integer> weights =
                definition.mix().stream().map(Definition.Part::weight).toList();
        int[] mixed = Mix.of(lists, weights, fitting::get);
        Walk walk = new Walk(Sequence.of(mixed), definition.bounds(), values);
        int[] all = walk.take(0, limit(mixed.length));
        return part(all, offset, limit, mixed.length);
    }

    private static Found part(int[] all, int offset, int limit, int matched) {
        int from = Math.min(offset, all.length);
        int to = (int) Math.min(all.length, from + (long) limit);
        return new Found(Arrays.copyOfRange(all, from, to), all.length, matched);
    }

    /** How many the list has in all; below 0 where time bounds it, for then it has to be walked through. */
    private int total(int[] matching, int matched) {
        if (definition.bounds().duration() != null) {
            return -1;
        }
        Definition.PerGroup perGroup = definition.bounds().perGroup();
        int left = perGroup == null ? matched : inGroups(matching, matched, perGroup);
        return Math.min(limit(matched), Math.max(0, left - definition.bounds().offset()));
    }

    private int inGroups(int[] matching, int matched, Definition.PerGroup perGroup) {
        IntUnaryOperator group = Grouping.of(perGroup.field(), values);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i = 0; i < matched; i++) {
            sizes.merge(group.applyAsInt(matching[i]), 1, Integer::sum);
        }
        int alone = sizes.getOrDefault(0, 0);
        sizes.remove(0);
        return alone
                + sizes.values().stream()
                        .mapToInt(size -> Math.min(perGroup.max(), size))
                        .sum();
    }

    private int limit(int matched) {
        Definition.Bounds bounds = definition.bounds();
        if (bounds.limit() > 0 || bounds.limitPercent() == 0) {
            return bounds.limit() > 0 ? bounds.limit() : Integer.MAX_VALUE;
        }
        return Math.max(1, Math.toIntExact((long) matched * bounds.limitPercent() / 100));
    }

    private List<SortKey> keys(String seed) {
        Sight sight = values.sight();
        long day = sight.history().zones().dayAt(sight.now());
        long grown = switch (seed) {
            case Definition.Order.DAILY -> day;
            case Definition.Order.WEEKLY ->
                sight.history().weekStart().startOf(LocalDate.ofEpochDay(day)).toEpochDay();
            default -> Long.parseLong(seed);
        };
        return definition.order().keys().stream()
                .map(key -> SortKey.of(key, values, grown))
                .toList();
    }

    /** Fills in what fits, in the order of numbers, and answers how many do. */
    private int matching(int[] into) {
        IntPredicate fits = new Tests(values, definition.bounds().countsUnknownDates()).of(definition.rule());
        boolean[] kinds = kinds();
        IntPredicate known = known();
        int found = 0;
        for (int item = 1; item <= names.lastItem(); item++) {
            if (names.canonicalItem(item) == item
                    && kinds[names.kindCode(item)]
                    && !names.isIgnored(item)
                    && known.test(item)
                    && fits.test(item)) {
                into[found++] = item;
            }
        }
        return definition.bounds().next() ? NextEpisodes.only(into, found, values) : found;
    }

    private boolean[] kinds() {
        boolean[] kinds = new boolean[Byte.MAX_VALUE];
        Arrays.fill(kinds, definition.kinds().isEmpty());
        for (MediaKind kind : definition.kinds()) {
            kinds[kind.code()] = true;
        }
        return kinds;
    }

    /** An item that was played later alone was not there yet. */
    private IntPredicate known() {
        Sight sight = values.sight();
        if (sight.end() == sight.history().size()) {
            return item -> true;
        }
        boolean[] later = new boolean[names.lastItem() + 1];
        for (int i = sight.end(); i < sight.history().size(); i++) {
            later[sight.history().item(i)] = true;
        }
        int[] plays = values.counted(Scope.ITEM).plays();
        return item -> plays[item] != 0 || !later[item];
    }
}
