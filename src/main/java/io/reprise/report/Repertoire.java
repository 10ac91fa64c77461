package io.reprise.report;

import io.reprise.history.Names;
import java.util.Arrays;

/** The items with which each creator was played in a selection. */
final class Repertoire {
    final Tally items;
    final Tally creators;
    private final int[] begins;
    private final int[] of;

    private Repertoire(Tally items, Tally creators, int[] begins) {
        this.items = items;
        this.creators = creators;
        this.begins = begins;
        this.of = new int[begins[begins.length - 1]];
    }

    static Repertoire of(Selection selection) {
        Names names = selection.names;
        Tally items = Tally.of(selection, Subject.ITEM);
        int[] begins = new int[names.lastCreator() + 2];
        for (int item = 1; item < items.plays.length; item++) {
            int credits = items.plays[item] == 0 ? 0 : names.creditCount(item);
            for (int i = 0; i < credits; i++) {
                begins[names.creator(item, i) + 1] += Tally.isFirstMention(names, item, i) ? 1 : 0;
            }
        }
        for (int creator = 1; creator < begins.length; creator++) {
            begins[creator] += begins[creator - 1];
        }
        Repertoire found = new Repertoire(items, Tally.creators(names, items), begins);
        int[] filled = begins.clone();
        for (int item = 1; item < items.plays.length; item++) {
            int credits = items.plays[item] == 0 ? 0 : names.creditCount(item);
            for (int i = 0; i < credits; i++) {
                if (Tally.isFirstMention(names, item, i)) {
                    found.of[filled[names.creator(item, i)]++] = item;
                }
            }
        }
        return found;
    }

    /** How many items of this creator were played. */
    int size(int creator) {
        return begins[creator + 1] - begins[creator];
    }

    /** The items of this creator, by their numbers. */
    int[] items(int creator) {
        return Arrays.copyOfRange(of, begins[creator], begins[creator + 1]);
    }

    /** Plays of this creator's most played items, as many as {@code count}, together. */
    long most(int creator, int count) {
        int[] plays = items(creator);
        for (int i = 0; i < plays.length; i++) {
            plays[i] = items.plays[plays[i]];
        }
        Arrays.sort(plays);
        long sum = 0;
        for (int i = Math.max(0, plays.length - count); i < plays.length; i++) {
            sum += plays[i];
        }
        return sum;
    }
}
