package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;

/**
 * Plays and seconds of every creator, container or item of a selection, by number. A play credited to two creators
 * counts for both.
 */
final class Tally {
    private Tally() {}

    static int[] plays(Selection selection, Subject subject) {
        return switch (subject) {
            case ITEM -> selection.itemPlays();
            case CREATOR -> creatorPlays(selection.names, selection.itemPlays());
            case CONTAINER -> containerPlays(selection);
        };
    }

    static long[] seconds(Selection selection, Subject subject) {
        return switch (subject) {
            case ITEM -> selection.itemSeconds();
            case CREATOR -> creatorSeconds(selection.names, selection.itemSeconds());
            case CONTAINER -> containerSeconds(selection);
        };
    }

    static int[] creatorPlays(Names names, int[] itemPlays) {
        int[] plays = new int[names.lastCreator() + 1];
        for (int item = 1; item < itemPlays.length; item++) {
            for (int i = 0; itemPlays[item] != 0 && i < names.creditCount(item); i++) {
                if (isFirstMention(names, item, i)) {
                    plays[names.creator(item, i)] += itemPlays[item];
                }
            }
        }
        return plays;
    }

    private static long[] creatorSeconds(Names names, long[] itemSeconds) {
        long[] seconds = new long[names.lastCreator() + 1];
        for (int item = 1; item < itemSeconds.length; item++) {
            for (int i = 0; itemSeconds[item] != 0 && i < names.creditCount(item); i++) {
                if (isFirstMention(names, item, i)) {
                    seconds[names.creator(item, i)] += itemSeconds[item];
                }
            }
        }
        return seconds;
    }

    /** Two creators of one credit may have been merged into one; it counts once. */
    static boolean isFirstMention(Names names, int item, int position) {
        int creator = names.creator(item, position);
        for (int i = 0; i < position; i++) {
            if (names.creator(item, i) == creator) {
                return false;
            }
        }
        return true;
    }

    private static int[] containerPlays(Selection selection) {
        History history = selection.history;
        int[] plays = new int[selection.names.lastContainer() + 1];
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                plays[history.container(i)]++;
            }
        }
        plays[0] = 0;
        return plays;
    }

    private static long[] containerSeconds(Selection selection) {
        History history = selection.history;
        long[] seconds = new long[selection.names.lastContainer() + 1];
        for (int i = selection.first; i < selection.end; i++) {
            if (history.seconds(i) != 0 && selection.has(i)) {
                seconds[history.container(i)] += history.seconds(i);
            }
        }
        seconds[0] = 0;
        return seconds;
    }

    static int distinct(int[] plays) {
        int distinct = 0;
        for (int count : plays) {
            distinct += count == 0 ? 0 : 1;
        }
        return distinct;
    }

    static long sum(int[] plays) {
        long sum = 0;
        for (int count : plays) {
            sum += count;
        }
        return sum;
    }

    static long sum(long[] seconds) {
        long sum = 0;
        for (long spent : seconds) {
            sum += spent;
        }
        return sum;
    }

    static long[] widened(int[] plays) {
        long[] wide = new long[plays.length];
        for (int i = 0; i < plays.length; i++) {
            wide[i] = plays[i];
        }
        return wide;
    }
}
