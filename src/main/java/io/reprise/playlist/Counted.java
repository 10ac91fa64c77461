package io.reprise.playlist;

/** How much was played, by the numbers of items, containers or creators; 0 stands for none of them. */
interface Counted {
    /** The index of a play where there is none. */
    int NONE = -1;

    /** How often. */
    int[] plays();

    /** The index of the first dated play; {@link #NONE} where there is none. */
    int[] first();

    /** The index of the last dated play; {@link #NONE} where there is none. */
    int[] last();

    /** How long, in seconds. */
    long[] seconds();
}
