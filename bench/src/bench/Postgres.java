package bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server that waits for the disk, as one in use does. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    Postgres() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
    }

    /** A new, empty database's address. */
    String fresh(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return "postgresql://postgres:postgres@localhost:" + server.getPort() + "/" + name;
    }

    long bytes(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_database_size('" + name + "')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A line for each row, its columns between bars. */
    String ask(String name, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            StringBuilder lines = new StringBuilder();
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    lines.append(i == 1 ? "" : "|").append(row.getString(i));
                }
                lines.append('\n');
            }
            return lines.toString();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
