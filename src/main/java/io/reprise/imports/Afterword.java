package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.play.Aggregator;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;

/**
 * What a row says about the history as a whole, such as a decision about plays told elsewhere in the same file. It is
 * applied, in the order of the file, when every scrobble of the file is stored and read. Applying it again changes
 * nothing.
 */
@FunctionalInterface
public interface Afterword {
    /** Applies it inside the caller's step; what it names and is not there makes it {@link Unreadable}. */
    void apply(Tx tx, UserId user, Aggregator aggregator) throws SQLException, Unreadable;
}
