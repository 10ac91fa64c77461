package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Rows that no format could read, kept with their error so that they can be tried again after a fix. The same row from
 * the same place is kept once; a user's quarantine holds at most {@link #ROWS_MAX} rows, and what comes after is not
 * kept. Thread-safe.
 */
public final class Quarantine {
    public static final int ROWS_MAX = 10_000;
    private final Database database;
    private final InstantSource clock;

    /**
     * An unreadable row: the import run it came with (0 for a live one), where it stood, which format refused it, and
     * why.
     */
    public record Row(int run, String place, String format, String error, byte[] bytes) {}

    /** A row that waits, with its number in the user's quarantine and the second (UTC) at which it came. */
    public record Kept(long number, long receivedAt, Row row) {}

    public Quarantine(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a row inside the caller's step; answers whether it was new and there was room. */
    public boolean keep(Tx tx, UserId user, Row row) throws SQLException {
        if (QuarantineTable.count(tx, user) >= ROWS_MAX || QuarantineTable.has(tx, user, row)) {
            return false;
        }
        QuarantineTable.insert(
                tx, user, HeadTable.nextQuarantined(tx, user), clock.instant().getEpochSecond(), row);
        return true;
    }

    /** The user's latest rows that still wait, newest first. */
    public List<Kept> latest(UserId user, int limit) {
        return database.read(tx -> QuarantineTable.latest(tx, user, limit));
    }

    /** The row of this number, where it still waits. */
    public Optional<Kept> find(UserId user, long number) {
        return database.read(tx -> QuarantineTable.find(tx, user, number));
    }

    /** The rows of one run that still wait and have a number greater than {@code after}, in order. */
    public List<Kept> ofRun(UserId user, int run, long after, int limit) {
        return database.read(tx -> QuarantineTable.ofRun(tx, user, run, after, limit));
    }

    /** The rows that this format refused and that still wait, newest first. */
    public List<Kept> ofFormat(UserId user, String format, int limit) {
        return database.read(tx -> QuarantineTable.ofFormat(tx, user, format, limit));
    }

    /** Says inside the caller's step that this row was moved on; false where it was moved on before. */
    public boolean resolve(Tx tx, UserId user, long number) throws SQLException {
        return QuarantineTable.resolve(tx, user, number, clock.instant().getEpochSecond());
    }
}
