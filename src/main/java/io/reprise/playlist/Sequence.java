package io.reprise.playlist;

/** Items one by one. */
interface Sequence {
    boolean isEmpty();

    /** The next item; only where there is one. */
    int next();

    /** In the order of this array. */
    static Sequence of(int[] items) {
        return new Sequence() {
            private int at;

            @Override
            public boolean isEmpty() {
                return at >= items.length;
            }

            @Override
            public int next() {
                return items[at++];
            }
        };
    }
}
