package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.Arrays;

/**
 * The play with which each item, creator and container was met, in the whole history and whatever the question: an
 * index of the history by number. Undated plays meet nothing, for nobody knows when they were.
 */
final class Firsts {
    /** Never met on a known day. */
    static final int NEVER = -1;

    final int[] items;
    final int[] creators;
    final int[] containers;

    private Firsts(int[] items, int[] creators, int[] containers) {
        this.items = items;
        this.creators = creators;
        this.containers = containers;
    }

    static Firsts of(History history) {
        Names names = history.names();
        int[] items = filled(names.lastItem() + 1);
        int[] containers = filled(names.lastContainer() + 1);
        int dated = history.firstFrom(History.UNDATED + 1);
        for (int i = history.size() - 1; i >= dated; i--) {
            items[history.originalItem(i)] = i;
            containers[history.container(i)] = i;
        }
        containers[0] = NEVER;
        settle(names, items);
        int[] creators = filled(names.lastCreator() + 1);
        for (int item = 1; item < items.length; item++) {
            for (int i = 0; items[item] != NEVER && i < names.creditCount(item); i++) {
                int creator = names.creator(item, i);
                if (creators[creator] == NEVER || items[item] < creators[creator]) {
                    creators[creator] = items[item];
                }
            }
        }
        return new Firsts(items, creators, containers);
    }

    /** What was met as an item that was merged later was met as its canonical one. */
    private static void settle(Names names, int[] items) {
        for (int item = 1; item < items.length; item++) {
            int canonical = names.canonicalItem(item);
            if (canonical != item && items[item] != NEVER) {
                items[canonical] = items[canonical] == NEVER ? items[item] : Math.min(items[canonical], items[item]);
                items[item] = NEVER;
            }
        }
    }

    int[] of(Subject subject) {
        return switch (subject) {
            case CREATOR -> creators;
            case CONTAINER -> containers;
            case ITEM -> items;
        };
    }

    /** How many of those played in the selection were first met in its range. */
    int metIn(Selection selection, Subject subject, Tally tally) {
        int[] firsts = of(subject);
        int met = 0;
        for (int number = 1; number < firsts.length; number++) {
            met += tally.plays[number] != 0 && firsts[number] != NEVER && selection.inRange(firsts[number]) ? 1 : 0;
        }
        return met;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NEVER);
        return array;
    }
}
