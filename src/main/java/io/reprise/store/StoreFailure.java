package io.reprise.store;

/** The store could not do what it was asked: the disk is full, the server is gone, the file is not ours. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreFailure(String message) {
        super(message);
    }
}
