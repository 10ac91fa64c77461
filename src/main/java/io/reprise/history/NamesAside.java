package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.store.Database;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A user's names, read on a thread of its own while the caller reads the plays. One at a time only, for it holds a
 * second connection: whoever finds the place taken reads the names alone.
 */
final class NamesAside {
    private final @Nullable CompletableFuture<Read> reading;

    /** What was read, and in which state of the catalog. */
    private record Read(CatalogRows.Version version, Names names) {}

    private NamesAside(@Nullable CompletableFuture<Read> reading) {
        this.reading = reading;
    }

    /** Begins to read, if there is a place. */
    static NamesAside begin(Database database, UserId user, Semaphore place) {
        if (!place.tryAcquire()) {
            return new NamesAside(null);
        }
        return new NamesAside(CompletableFuture.supplyAsync(
                () -> read(database, user, place),
                reading -> Thread.ofPlatform().name("names").daemon(true).start(reading)));
    }

    private static Read read(Database database, UserId user, Semaphore place) {
        try {
            return database.read(tx -> {
                CatalogRows.Version version = CatalogRows.version(tx, user);
                Names names = new Names(version);
                names.fill(tx, user, version);
                return new Read(version, names);
            });
        } finally {
            place.release();
        }
    }

    /** The names, where they were read in just this state of the catalog; the caller reads them otherwise. */
    Optional<Names> as(CatalogRows.Version version) {
        try {
            return Optional.ofNullable(reading)
                    .map(CompletableFuture::join)
                    .filter(read -> read.version().equals(version))
                    .map(Read::names);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
