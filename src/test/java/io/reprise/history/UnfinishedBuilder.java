package io.reprise.history;

/** Makes an {@link Unfinished} without a store. */
public final class UnfinishedBuilder {
    private final Unfinished.Growing growing = new Unfinished.Growing();

    public UnfinishedBuilder add(long at, int item, boolean skipped) {
        growing.add(at, item, 0, skipped);
        return this;
    }

    /** The same of an item that was played from this container. */
    public UnfinishedBuilder add(long at, int item, int container, boolean skipped) {
        growing.add(at, item, container, skipped);
        return this;
    }

    public Unfinished build() {
        return growing.end();
    }
}
