package io.reprise.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One store, open: many readers and one writer. {@link #write} hands a step to the writer's thread, which runs the
 * steps that wait together in one transaction and answers when it is on disk (group commit, ADR 0003). Thread-safe.
 */
public final class Database implements AutoCloseable {
    private final DatabaseAddress address;
    private final Dialect dialect;
    private final HikariDataSource readers;
    private final Jdbi jdbi;
    private final Writer writer;

    private Database(DatabaseAddress address, Connections connections) {
        this.address = address;
        this.dialect = connections.dialect();
        this.readers = connections.readers();
        this.jdbi = Jdbi.create(readers);
        this.writer = new Writer(connections);
    }

    /** Opens the store, makes it where it is missing and brings its tables up to date. */
    public static Database open(DatabaseAddress address) {
        return open(address, new Connections(address));
    }

    static Database open(DatabaseAddress address, Connections connections) {
        Migrations.bringUpToDate(connections);
        return new Database(address, connections);
    }

    public DatabaseAddress address() {
        return address;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Runs a step that only reads, on the caller's thread, against one consistent state of the store. */
    public <T extends @Nullable Object> T read(Work<T> work) {
        try (Handle handle = jdbi.open()) {
            Connection connection = handle.getConnection();
            connection.setAutoCommit(false);
            Tx tx = new Tx(handle, dialect);
            try {
                return work.run(tx);
            } finally {
                tx.closeStatements();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailure("the store could not be read: " + e.getMessage(), e);
        }
    }

    /** Runs a step that writes, and returns its answer once it is on disk. What it throws comes out here, unchanged. */
    public <T extends @Nullable Object> T write(Work<T> work) {
        return writer.run(work);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
