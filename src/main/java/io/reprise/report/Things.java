package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;

/**
 * Which things of one subject each play stands for, quickly where many plays are asked: an item has one creator almost
 * always, and then one look into a table tells it.
 */
final class Things {
    private final History history;
    private final Names names;
    private final Subject subject;
    /** By original item: its only creator, 0 where there is none, the complement of the first of several. */
    private final int[] creators;

    private Things(History history, Subject subject, int[] creators) {
        this.history = history;
        this.names = history.names();
        this.subject = subject;
        this.creators = creators;
    }

    static Things of(History history, Subject subject) {
        return new Things(history, subject, subject == Subject.CREATOR ? table(history.names()) : new int[0]);
    }

    static Things creators(History history) {
        return of(history, Subject.CREATOR);
    }

    private static int[] table(Names names) {
        int[] table = new int[names.lastItem() + 1];
        for (int original = 1; original < table.length; original++) {
            int item = names.canonicalItem(original);
            int credits = names.creditCount(item);
            if (credits > 0) {
                int first = names.creator(item, 0);
                table[original] = credits == 1 ? first : ~first;
            }
        }
        return table;
    }

    /** How many places there are to ask for. */
    int places(int play) {
        if (subject != Subject.CREATOR) {
            return 1;
        }
        int creator = creators[history.originalItem(play)];
        return creator < 0 ? names.creditCount(history.item(play)) : creator == 0 ? 0 : 1;
    }

    /** The thing in this place, 0 where there is none or an earlier place has it. */
    int number(int play, int place) {
        return switch (subject) {
            case ITEM -> history.item(play);
            case CONTAINER -> history.container(play);
            case CREATOR -> {
                int creator = creators[history.originalItem(play)];
                if (creator >= 0) {
                    yield creator;
                }
                int item = history.item(play);
                yield Tally.isFirstMention(names, item, place) ? names.creator(item, place) : 0;
            }
        };
    }

    /** Of creators: the one credited first, 0 where there is none. */
    int lead(int play) {
        int creator = creators[history.originalItem(play)];
        return creator < 0 ? ~creator : creator;
    }
}
