package io.reprise.history;

/** Makes an {@link Unfinished} without a store. */
public final class UnfinishedBuilder {
    private final Unfinished.Growing growing = new Unfinished.Growing();

    public UnfinishedBuilder add(long at, int item, boolean skipped) {
        growing.add(at, item, 0, skipped);
        return this;
    }

    public Unfinished build() {
        return growing.end();
    }
}
