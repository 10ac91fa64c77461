package io.reprise.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Empty stores for tests, real ones of both kinds: a file of its own on SQLite, a database of its own on PostgreSQL
 * (one server for all tests of this JVM, started when first asked for). The tables are made once and copied, since that
 * is faster than to make them again. Thread-safe.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource(Dialect.class)
 * void a_name_is_taken_once(Dialect dialect) {
 *     try (Database database = Stores.fresh(dialect)) { ... }
 * }
 * }</pre>
 */
public final class Stores {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Stores() {}

    /** An empty store, up to date; the test closes it. */
    public static Database fresh(Dialect dialect) {
        return Database.open(freshAddress(dialect));
    }

    /** Where a new empty store lies, for tests that open it more than once. */
    public static DatabaseAddress freshAddress(Dialect dialect) {
        int number = NUMBERS.incrementAndGet();
        return switch (dialect) {
            case SQLITE -> SqliteFiles.copy("store" + number + ".db");
            case POSTGRESQL -> Server.copy("store" + number);
        };
    }

    /** The folder of all SQLite files of this JVM, and the file that the others are copies of. */
    private static final class SqliteFiles {
        private static final Path FOLDER = folder();
        private static final Path TEMPLATE = template();

        static DatabaseAddress copy(String name) {
            try {
                return new DatabaseAddress.SqliteFile(Files.copy(TEMPLATE, FOLDER.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path template() {
            Path file = FOLDER.resolve("template.db");
            Database.open(new DatabaseAddress.SqliteFile(file)).close();
            return file;
        }

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("reprise-stores");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The PostgreSQL server of this JVM; what it holds need not survive, so it never waits for the disk. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();
        private static final String TEMPLATE = template();

        /** A database cannot be copied while another copy is being made of it, hence one at a time. */
        static synchronized DatabaseAddress copy(String name) {
            execute("create database " + name + " template " + TEMPLATE);
            return address(name);
        }

        private static String template() {
            String name = "store_template";
            execute("create database " + name);
            Database.open(address(name)).close();
            return name;
        }

        private static DatabaseAddress address(String name) {
            return DatabaseAddress.parse("postgresql://postgres:postgres@localhost:" + POSTGRES.getPort() + "/" + name);
        }

        private static void execute(String sql) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql + ": " + e.getMessage(), e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
