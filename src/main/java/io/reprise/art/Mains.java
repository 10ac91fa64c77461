package io.reprise.art;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.function.IntPredicate;

/**
 * What items and creators were mostly played from, among containers that have a picture: a vote of all plays in one
 * pass, in which every play for one container outweighs one for another. Whatever has more than half of the plays wins.
 */
final class Mains {
    private final int[] ofItem;
    private final int[] ofCreator;

    private Mains(int[] ofItem, int[] ofCreator) {
        this.ofItem = ofItem;
        this.ofCreator = ofCreator;
    }

    static Mains of(History history, IntPredicate hasPicture) {
        Names names = history.names();
        Vote items = new Vote(names.lastItem());
        Vote creators = new Vote(names.lastCreator());
        for (int i = 0; i < history.size(); i++) {
            int container = history.container(i);
            if (container == 0 || !hasPicture.test(container)) {
                continue;
            }
            int item = history.item(i);
            items.cast(item, container);
            for (int place = 0; place < names.creditCount(item); place++) {
                creators.cast(names.creator(item, place), container);
            }
        }
        return new Mains(items.elected, creators.elected);
    }

    private static final class Vote {
        private final int[] elected;
        private final int[] lead;

        Vote(int last) {
            elected = new int[last + 1];
            lead = new int[last + 1];
        }

        void cast(int who, int container) {
            if (lead[who] == 0) {
                elected[who] = container;
            }
            lead[who] += elected[who] == container ? 1 : -1;
        }
    }

    /** The container for this item, 0 where there is none. */
    int ofItem(int item) {
        return item < ofItem.length ? ofItem[item] : 0;
    }

    int ofCreator(int creator) {
        return creator < ofCreator.length ? ofCreator[creator] : 0;
    }

    long weight() {
        return 4L * (ofItem.length + ofCreator.length);
    }
}
