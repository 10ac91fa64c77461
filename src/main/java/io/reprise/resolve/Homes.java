package io.reprise.resolve;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Which containers the plays of a library were told from, and whose they are. Never changes. */
final class Homes {
    /** Several first creators. */
    private static final int VARIOUS = -1;

    private final History history;
    /** By container: the first creator of all items played from it, 0 where there is none. */
    private final int[] creators;
    /** By first creator and title. */
    private final Map<String, Integer> titled = new HashMap<>();

    Homes(History history) {
        this.history = history;
        Names names = history.names();
        creators = new int[names.lastContainer() + 1];
        for (int i = 0; i < history.size(); i++) {
            int container = history.container(i);
            int creator = first(history.item(i));
            if (container != 0 && creator != 0) {
                creators[container] = creators[container] == 0 || creators[container] == creator ? creator : VARIOUS;
            }
        }
        for (int container = 1; container < creators.length; container++) {
            if (creators[container] > 0) {
                titled.putIfAbsent(key(creators[container], names.containerTitle(container)), container);
            }
        }
    }

    private int first(int item) {
        return history.names().creditCount(item) == 0 ? 0 : history.names().creator(item, 0);
    }

    private static String key(int creator, String title) {
        return creator + " " + Sameness.key(title);
    }

    /** Whether everything that was played from it is one creator's. */
    boolean isOfOne(int container) {
        return creators[container] > 0;
    }

    /** The container of this title from which only things of the item's first creator were played. */
    OptionalInt find(int item, String title) {
        Integer found = first(item) == 0 ? null : titled.get(key(first(item), title));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
