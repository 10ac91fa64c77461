package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;

/** The things that one play counts for: its item, its container, or each of its creators once. For one thread. */
final class Played {
    private static final int CREATORS_ROOM = 256;

    /** What was read last, from the beginning. */
    final int[] numbers = new int[CREATORS_ROOM];

    private final History history;
    private final Names names;
    private final Subject subject;

    Played(History history, Subject subject) {
        this.history = history;
        this.names = history.names();
        this.subject = subject;
    }

    /** Reads the play at this index and says for how many things it counts; of a credit of more than 256 the first. */
    int read(int index) {
        return switch (subject) {
            case ITEM -> {
                numbers[0] = history.item(index);
                yield 1;
            }
            case CONTAINER -> {
                numbers[0] = history.container(index);
                yield numbers[0] == 0 ? 0 : 1;
            }
            case CREATOR -> creators(history.item(index));
        };
    }

    private int creators(int item) {
        int credits = names.creditCount(item);
        int size = 0;
        for (int i = 0; i < credits && size < CREATORS_ROOM; i++) {
            if (Tally.isFirstMention(names, item, i)) {
                numbers[size++] = names.creator(item, i);
            }
        }
        return size;
    }
}
