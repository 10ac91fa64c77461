package io.reprise.adapters.musicbrainz.offline;

import org.jspecify.annotations.Nullable;

/** A dump or an index cannot be used; the message says what was expected, what came, and what to do. */
public final class DumpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DumpFailure(String message) {
        super(message);
    }

    DumpFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
