package io.reprise.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections: one kind for the writer, a small pool for the readers. */
final class Connections {
    private static final int READERS_MAX = 6;
    private static final int BUSY_MILLIS_MAX = 10_000;
    private static final int CHECKPOINT_PAGES = 4_000;
    private static final int WRITER_CACHE_KIB = 32 * 1024;
    private static final int READER_CACHE_KIB = 1024;

    private final DatabaseAddress address;
    private final UnaryOperator<DataSource> watched;

    Connections(DatabaseAddress address) {
        this(address, UnaryOperator.identity());
    }

    /** {@code watched} may put itself between a source of connections and who uses them, as a test does. */
    Connections(DatabaseAddress address, UnaryOperator<DataSource> watched) {
        this.address = address;
        this.watched = watched;
    }

    Dialect dialect() {
        return switch (address) {
            case DatabaseAddress.SqliteFile file -> Dialect.SQLITE;
            case DatabaseAddress.PostgresqlUrl url -> Dialect.POSTGRESQL;
        };
    }

    Connection writer() throws SQLException {
        Connection connection = source(WRITER_CACHE_KIB, false).getConnection();
        if (dialect() == Dialect.SQLITE) {
            try (var pragma = connection.createStatement()) {
                // A page that many commits touch is copied into the file once for all of them.
                pragma.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
            }
        }
        return connection;
    }

    DataSource migrating() {
        return source(READER_CACHE_KIB, false);
    }

    HikariDataSource readers() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source(READER_CACHE_KIB, true));
        config.setMaximumPoolSize(READERS_MAX);
        config.setMinimumIdle(1);
        config.setPoolName("readers");
        config.setAutoCommit(true);
        return new HikariDataSource(config);
    }

    private DataSource source(int cacheKib, boolean readOnly) {
        return watched.apply(made(cacheKib, readOnly));
    }

    private DataSource made(int cacheKib, boolean readOnly) {
        return switch (address) {
            case DatabaseAddress.SqliteFile(var file) -> {
                SqliteLibrary.use();
                SQLiteConfig config = new SQLiteConfig();
                config.setPragma(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS, "false");
                config.setJournalMode(SQLiteConfig.JournalMode.WAL);
                config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
                config.setBusyTimeout(BUSY_MILLIS_MAX);
                config.setCacheSize(-cacheKib);
                config.setTempStore(SQLiteConfig.TempStore.MEMORY);
                config.setPragma(SQLiteConfig.Pragma.FOREIGN_KEYS, "false");
                config.setTransactionMode(
                        readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
                SQLiteDataSource source = new SQLiteDataSource(config);
                source.setUrl("jdbc:sqlite:" + file);
                yield source;
            }
            case DatabaseAddress.PostgresqlUrl(var url, var user, var password) -> {
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setUrl(url);
                user.ifPresent(source::setUser);
                password.ifPresent(source::setPassword);
                source.setReadOnly(readOnly);
                source.setTcpKeepAlive(true);
                yield source;
            }
        };
    }
}
