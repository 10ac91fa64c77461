package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;

/**
 * Plays and known seconds of every creator, container or item of a selection, by number, and of all its plays. A play
 * that is credited to two creators counts for both of them, and once in all.
 */
final class Tally {
    private static final int PLAY_SHIFT = 40;
    /** One play, in a number whose lower bits are seconds. */
    private static final long PLAY = 1L << PLAY_SHIFT;

    final int[] plays;
    final long[] seconds;
    /** All plays of the selection, also those that have no such subject. */
    long allPlays;

    long allSeconds;

    private Tally(int size) {
        plays = new int[size];
        seconds = new long[size];
    }

    static Tally of(Selection selection, Subject subject) {
        return switch (subject) {
            case ITEM -> items(selection);
            case CREATOR -> creators(selection.names, items(selection));
            case CONTAINER -> containers(selection);
        };
    }

    /**
     * The hot loop of every chart: nothing but adding by original item; what was merged or does not fit is settled by
     * item afterwards. Plays and seconds share one number, so that each play touches memory once (half the time of two
     * arrays), wherever all seconds together stay below {@link #PLAY}: 34,000 years.
     */
    private static Tally items(Selection selection) {
        History history = selection.history;
        Tally tally = new Tally(selection.names.lastItem() + 1);
        long[] packed = new long[tally.plays.length];
        boolean sure = selection.isByItem();
        int sureEnd = sure ? selection.sureEnd : selection.first;
        int sureFirst = sure ? selection.sureFirst : selection.first;
        long total = addChecked(selection, selection.first, sureFirst, packed);
        for (int i = sureFirst; i < sureEnd; i++) {
            long spent = history.seconds(i);
            packed[history.originalItem(i)] += PLAY + spent;
            total += spent;
        }
        total += addChecked(selection, sureEnd, selection.end, packed);
        if (total < PLAY) {
            tally.settle(selection, packed);
        } else {
            tally.addSlowly(selection);
        }
        return tally;
    }

    private static long addChecked(Selection selection, int from, int to, long[] packed) {
        long total = 0;
        for (int i = from; i < to; i++) {
            if (selection.has(i)) {
                long spent = selection.history.seconds(i);
                packed[selection.history.originalItem(i)] += PLAY + spent;
                total += spent;
            }
        }
        return total;
    }

    private void settle(Selection selection, long[] packed) {
        for (int original = 1; original < packed.length; original++) {
            if (packed[original] != 0 && selection.fitsItem(original)) {
                int item = selection.names.canonicalItem(original);
                int count = (int) (packed[original] >>> PLAY_SHIFT);
                long spent = packed[original] & PLAY - 1;
                plays[item] += count;
                seconds[item] += spent;
                allPlays += count;
                allSeconds += spent;
            }
        }
    }

    private void addSlowly(Selection selection) {
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                int item = selection.history.item(i);
                plays[item]++;
                seconds[item] += selection.history.seconds(i);
                allPlays++;
                allSeconds += selection.history.seconds(i);
            }
        }
    }

    static Tally creators(Names names, Tally items) {
        Tally tally = new Tally(names.lastCreator() + 1);
        for (int item = 1; item < items.plays.length; item++) {
            int credits = items.plays[item] == 0 ? 0 : names.creditCount(item);
            for (int i = 0; i < credits; i++) {
                if (isFirstMention(names, item, i)) {
                    int creator = names.creator(item, i);
                    tally.plays[creator] += items.plays[item];
                    tally.seconds[creator] += items.seconds[item];
                }
            }
        }
        tally.allPlays = items.allPlays;
        tally.allSeconds = items.allSeconds;
        return tally;
    }

    /** Two creators of one credit may have been merged into one; it counts once. */
    static boolean isFirstMention(Names names, int item, int position) {
        for (int i = 0; i < position; i++) {
            if (names.creator(item, i) == names.creator(item, position)) {
                return false;
            }
        }
        return true;
    }

    private static Tally containers(Selection selection) {
        Tally tally = new Tally(selection.names.lastContainer() + 1);
        if (selection.isByItem()) {
            tally.addContainersChecked(selection, selection.first, selection.sureFirst);
            tally.addContainers(selection, selection.sureFirst, selection.sureEnd);
            tally.addContainersChecked(selection, selection.sureEnd, selection.end);
        } else {
            tally.addContainersChecked(selection, selection.first, selection.end);
        }
        for (int container = 0; container < tally.plays.length; container++) {
            tally.allPlays += tally.plays[container];
            tally.allSeconds += tally.seconds[container];
        }
        tally.plays[0] = 0;
        tally.seconds[0] = 0;
        return tally;
    }

    private void addContainers(Selection selection, int from, int to) {
        History history = selection.history;
        for (int i = from; i < to; i++) {
            if (selection.fitsItem(history.originalItem(i))) {
                int container = history.container(i);
                plays[container]++;
                seconds[container] += history.seconds(i);
            }
        }
    }

    private void addContainersChecked(Selection selection, int from, int to) {
        for (int i = from; i < to; i++) {
            if (selection.has(i)) {
                int container = selection.history.container(i);
                plays[container]++;
                seconds[container] += selection.history.seconds(i);
            }
        }
    }

    int distinct() {
        int distinct = 0;
        for (int count : plays) {
            distinct += count == 0 ? 0 : 1;
        }
        return distinct;
    }

    long value(Measure measure, int number) {
        return switch (measure) {
            case PLAYS -> plays[number];
            case SECONDS -> seconds[number];
        };
    }

    Ranking ranking(Measure measure) {
        return switch (measure) {
            case PLAYS -> Ranking.of(plays.length, number -> plays[number]);
            case SECONDS -> Ranking.of(seconds);
        };
    }
}
