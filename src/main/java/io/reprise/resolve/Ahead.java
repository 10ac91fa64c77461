package io.reprise.resolve;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes results by their places from 0 on, each while the one before it is used, where that is wanted. For one thread,
 * which closes it; what was made ahead and is not asked for any more is waited for and thrown away.
 */
final class Ahead<T> implements AutoCloseable {
    private final int size;
    private final boolean isAhead;
    private final IntFunction<T> make;
    private @Nullable CompletableFuture<T> coming;
    private int at;

    Ahead(int size, boolean isAhead, IntFunction<T> make) {
        this.size = size;
        this.isAhead = isAhead;
        this.make = make;
    }

    boolean hasNext() {
        return at < size;
    }

    /** The next result; what its making throws is thrown here. */
    T next() {
        CompletableFuture<T> begun = coming;
        coming = null;
        T result = begun == null ? make.apply(at) : ended(begun);
        at++;
        if (isAhead && hasNext()) {
            int place = at;
            coming = CompletableFuture.supplyAsync(() -> make.apply(place));
        }
        return result;
    }

    private static <T> T ended(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        CompletableFuture<T> begun = coming;
        if (begun != null) {
            begun.handle((result, failure) -> result).join();
        }
    }
}
