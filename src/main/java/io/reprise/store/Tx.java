package io.reprise.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * One open transaction. Ordinary SQL goes through {@link #handle()}; hot paths take {@link #prepare} (statements are
 * kept as long as the connection) and {@link #insert}. Used by one thread at a time.
 */
public final class Tx {
    private static final int STATEMENTS_MAX = 400;
    private final Handle handle;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared;

    Tx(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
        this.prepared = new LinkedHashMap<>();
    }

    public Handle handle() {
        return handle;
    }

    public Connection connection() {
        return handle.getConnection();
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * The statement for this SQL, prepared once a connection; the caller sets every parameter and does not close it.
     */
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        if (prepared.size() >= STATEMENTS_MAX) {
            closeStatements();
        }
        PreparedStatement fresh = connection().prepareStatement(sql);
        prepared.put(sql, fresh);
        return fresh;
    }

    /**
     * A multi-row insert: {@code head} ends in the column list, {@code tail} is what follows the values (may be empty).
     */
    public MultiInsert insert(String head, int columns, String tail) {
        return new MultiInsert(this, head, columns, tail);
    }

    /** Runs statements whose one parameter is the number of a user. */
    public void runForUser(int user, String... statements) throws SQLException {
        for (String statement : statements) {
            PreparedStatement each = prepare(statement);
            each.setInt(1, user);
            each.executeUpdate();
        }
    }

    void closeStatements() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }
}
