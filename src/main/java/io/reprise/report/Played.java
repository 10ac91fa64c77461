package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;

/** The things that one play counts for: its item, its container, or each of its creators once. For one thread. */
final class Played {
    private static final int CREATORS_ROOM = 256;
    private static final int LOOK = -1;

    /** What was read last, from the beginning. */
    final int[] numbers = new int[CREATORS_ROOM];

    private final History history;
    private final Names names;
    private final Subject subject;
    /** The one creator of each original item, 0 for none, or {@link #LOOK}; reading a play then is one look. */
    private final int[] only;

    Played(History history, Subject subject) {
        this.history = history;
        this.names = history.names();
        this.subject = subject;
        this.only = new int[subject == Subject.CREATOR ? names.lastItem() + 1 : 0];
        for (int original = 1; original < only.length; original++) {
            int item = names.canonicalItem(original);
            only[original] = switch (names.creditCount(item)) {
                case 0 -> 0;
                case 1 -> names.creator(item, 0);
                default -> LOOK;
            };
        }
    }

    /** Reads the play at this index and says for how many things it counts; of a credit of more than 256 the first. */
    int read(int index) {
        return switch (subject) {
            case ITEM -> one(history.item(index));
            case CONTAINER -> one(history.container(index));
            case CREATOR -> {
                int creator = only[history.originalItem(index)];
                yield creator == LOOK ? creators(history.item(index)) : one(creator);
            }
        };
    }

    private int one(int number) {
        numbers[0] = number;
        return number == 0 ? 0 : 1;
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
