package io.reprise.history;

import java.io.IOException;
import java.util.Arrays;

/**
 * What was told of plays that were broken off or skipped, and so do not count, in the order of time: ask for the one at
 * an index from 0 to {@link #size}. Immutable and thread-safe.
 */
public final class Unfinished {
    public static final Unfinished NONE = new Growing().end();

    private final long[] at;
    private final int[] item;
    private final int[] container;
    private final boolean[] skipped;

    private Unfinished(long[] at, int[] item, int[] container, boolean[] skipped) {
        this.at = at;
        this.item = item;
        this.container = container;
        this.skipped = skipped;
    }

    /** As they stand in a file. */
    Unfinished(ColumnInput in) throws IOException {
        int size = in.size();
        at = in.longs(size, size);
        item = in.ints(size, size);
        container = in.ints(size, size);
        byte[] flags = in.bytes(size, size);
        skipped = new boolean[size];
        for (int i = 0; i < size; i++) {
            skipped[i] = flags[i] != 0;
        }
    }

    void write(ColumnOutput out) throws IOException {
        byte[] flags = new byte[size()];
        for (int i = 0; i < size(); i++) {
            flags[i] = (byte) (skipped[i] ? 1 : 0);
        }
        out.number(size());
        out.longs(at, size());
        out.ints(item, size());
        out.ints(container, size());
        out.bytes(flags, size());
    }

    public int size() {
        return at.length;
    }

    /** When it began: epoch seconds (UTC), or {@link History#UNDATED}. */
    public long at(int index) {
        return at[index];
    }

    /** The item it was first found to be, before any merge. */
    public int item(int index) {
        return item[index];
    }

    /** The container told, before any merge; 0 where none was. */
    public int container(int index) {
        return container[index];
    }

    /** Whether it was skipped; else it was broken off. */
    public boolean skipped(int index) {
        return skipped[index];
    }

    /** About how much memory this takes, in bytes. */
    long weight() {
        return 17L * at.length;
    }

    /** Gathers more of them; for one thread. */
    static final class Growing {
        private static final int ROOM_AT_FIRST = 16;
        private long[] at = new long[ROOM_AT_FIRST];
        private int[] item = new int[ROOM_AT_FIRST];
        private int[] container = new int[ROOM_AT_FIRST];
        private boolean[] skipped = new boolean[ROOM_AT_FIRST];
        private int size;

        /** Beginning with those known. */
        static Growing from(Unfinished known) {
            Growing growing = new Growing();
            growing.size = known.size();
            growing.resize(known.size() + ROOM_AT_FIRST);
            System.arraycopy(known.at, 0, growing.at, 0, growing.size);
            System.arraycopy(known.item, 0, growing.item, 0, growing.size);
            System.arraycopy(known.container, 0, growing.container, 0, growing.size);
            System.arraycopy(known.skipped, 0, growing.skipped, 0, growing.size);
            return growing;
        }

        int size() {
            return size;
        }

        /** Puts one to its place in time, which is the last one almost always. */
        void add(long second, int itemNumber, int containerNumber, boolean isSkip) {
            if (size == at.length) {
                resize(2 * size);
            }
            int place = size++;
            while (place > 0 && at[place - 1] > second) {
                at[place] = at[place - 1];
                item[place] = item[place - 1];
                container[place] = container[place - 1];
                skipped[place] = skipped[place - 1];
                place--;
            }
            at[place] = second;
            item[place] = itemNumber;
            container[place] = containerNumber;
            skipped[place] = isSkip;
        }

        private void resize(int length) {
            at = Arrays.copyOf(at, length);
            item = Arrays.copyOf(item, length);
            container = Arrays.copyOf(container, length);
            skipped = Arrays.copyOf(skipped, length);
        }

        Unfinished end() {
            return new Unfinished(
                    Arrays.copyOf(at, size),
                    Arrays.copyOf(item, size),
                    Arrays.copyOf(container, size),
                    Arrays.copyOf(skipped, size));
        }
    }
}
