package io.reprise.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Plays counted one by one, with the shared rank of everything at any moment: one play moves one thing past those that
 * had as many, so it is enough to know how many things have more plays than each number. For one thread.
 */
final class Places {
    final int[] plays;
    /** What has plays, in the order of its first one. */
    private final int[] played;

    private int size;
    /** How many things have more plays than this. */
    private int[] above = new int[64];

    private int most;
    private int[] leaders = new int[64];
    private int leading;

    Places(int last) {
        plays = new int[last + 1];
        played = new int[last + 1];
    }

    /** Every play of a step. */
    void add(Buckets.Groups groups, int bucket, Played reader) {
        for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
            add(groups.indices()[at], reader);
        }
    }

    /** One play, by its index. */
    void add(int index, Played reader) {
        int things = reader.read(index);
        for (int i = 0; i < things; i++) {
            add(reader.numbers[i]);
        }
    }

    void add(int number) {
        int before = plays[number]++;
        if (before == 0) {
            played[size++] = number;
        }
        if (before == above.length) {
            above = Arrays.copyOf(above, 2 * before);
        }
        above[before]++;
        if (before >= most) {
            most = before + 1;
            leading = 0;
        }
        if (before + 1 == most) {
            leaders = leading == leaders.length ? Arrays.copyOf(leaders, 2 * leading) : leaders;
            leaders[leading++] = number;
        }
    }

    /** How many things have plays. */
    int size() {
        return size;
    }

    /** The thing with this place in the order of first plays. */
    int at(int place) {
        return played[place];
    }

    /** The most plays of any. */
    int most() {
        return most;
    }

    /** 1 for the most plays; equal ones share a rank. */
    int rank(int number) {
        return 1 + (plays[number] == above.length ? 0 : above[plays[number]]);
    }

    /** How many share the first place. */
    int leaders() {
        return leading;
    }

    /** One of those in the first place, in the order in which they came to it. */
    int leader(int place) {
        return leaders[place];
    }

    /** The first places, ties in the order of names. */
    List<Ranking.Place> first(int limit, IntFunction<String> name) {
        return Ranking.of(Arrays.copyOf(played, size), number -> plays[number]).places(name, 0, limit);
    }

    /** Begins to count anew. */
    void clear() {
        for (int i = 0; i < size; i++) {
            plays[played[i]] = 0;
        }
        Arrays.fill(above, 0, Math.min(most + 1, above.length), 0);
        size = 0;
        most = 0;
        leading = 0;
    }
}
