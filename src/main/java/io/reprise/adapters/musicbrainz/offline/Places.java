package io.reprise.adapters.musicbrainz.offline;

import java.util.Arrays;

/** Different numbers in the order in which they came, up to a bound. One thread. */
final class Places {
    private static final int ROOM_FIRST = 8;

    private final int atMost;
    private int[] places = new int[ROOM_FIRST];
    private int count;

    Places(int atMost) {
        this.atMost = atMost;
    }

    void add(int place) {
        if (isFull() || holds(place)) {
            return;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    boolean holds(int place) {
        for (int i = 0; i < count; i++) {
            if (places[i] == place) {
                return true;
            }
        }
        return false;
    }

    boolean isFull() {
        return count == atMost;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    int at(int i) {
        return places[i];
    }
}
