package io.reprise.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One step against the store, inside one transaction. It may run twice (after a failed group), so it changes nothing
 * else.
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T run(Tx tx) throws SQLException;
}
