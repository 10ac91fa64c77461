package io.reprise.catalog;

/** A decision that makes no sense, with what to do instead. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
