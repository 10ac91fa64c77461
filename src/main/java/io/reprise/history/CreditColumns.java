package io.reprise.history;

import java.io.IOException;

/** Whom each item credits, as arrays in the order of items: 0 to the last. Grows at its end only. */
final class CreditColumns {
    /** Where each item's creators begin in {@link #creators}; one entry more than there are items. */
    private int[] begins;

    private int[] creators;
    private int size;
    /** How many entries {@link #begins} has. */
    private int begun;

    private CreditColumns(int[] begins, int[] creators) {
        this.begins = begins;
        this.creators = creators;
    }

    /** With room for the items up to this one, each with one creator. */
    CreditColumns(int lastItem) {
        this(new int[lastItem + 2], new int[lastItem + 1]);
    }

    /** As they stand in a file, with room for the items up to this one. */
    CreditColumns(ColumnInput in, int lastItem) throws IOException {
        begun = in.size();
        begins = in.ints(begun, lastItem + 2);
        size = in.size();
        creators = in.ints(size, size + Math.max(0, lastItem + 2 - begun));
    }

    void write(ColumnOutput out) throws IOException {
        out.number(begun);
        out.ints(begins, begun);
        out.number(size);
        out.ints(creators, size);
    }

    /** An independent copy that may grow while others still read this one. */
    CreditColumns copy() {
        CreditColumns copy = new CreditColumns(begins.clone(), creators.clone());
        copy.size = size;
        copy.begun = begun;
        return copy;
    }

    /** Adds the next place of an item's credit; items come in order. */
    void add(int item, int creator) {
        beginUpTo(item);
        creators = Names.grown(creators, size);
        creators[size++] = creator;
    }

    /** No more comes of the items up to this one: those without any have an empty range. */
    void end(int lastItem) {
        beginUpTo(lastItem + 1);
    }

    private void beginUpTo(int item) {
        while (begun <= item) {
            begins = Names.grown(begins, begun);
            begins[begun++] = size;
        }
    }

    /** How many creators the item credits. */
    int count(int item) {
        return begins[item + 1] - begins[item];
    }

    /** The creator at this place of the item's credit, as told. */
    int creator(int item, int position) {
        return creators[begins[item] + position];
    }

    long weight() {
        return 4L * (begins.length + creators.length);
    }
}
