package io.reprise.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the store is: a SQLite file, or a PostgreSQL database as {@code postgresql://user:password@host:5432/name}. */
public sealed interface DatabaseAddress {
    record SqliteFile(Path file) implements DatabaseAddress {}

    record PostgresqlUrl(String jdbcUrl, Optional<String> user, Optional<String> password) implements DatabaseAddress {
        @Override
        public String toString() {
            return jdbcUrl;
        }
    }

    /** Reads {@code postgresql://...}, {@code postgres://...}, {@code jdbc:postgresql://...} or {@code sqlite:FILE}. */
    static DatabaseAddress parse(String text) {
        if (text.startsWith("sqlite:")) {
            return new SqliteFile(Path.of(text.substring("sqlite:".length())));
        }
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new IllegalArgumentException(
                    "a database address is sqlite:FILE or postgresql://USER:PASSWORD@HOST:PORT/NAME, not: " + text);
        }
        URI uri = URI.create(url);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "a database address names a host, as in postgresql://HOST:5432/NAME, not: " + text);
        }
        String[] login =
                uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
        String jdbc = "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new PostgresqlUrl(
                jdbc,
                login.length > 0 ? Optional.of(login[0]) : Optional.empty(),
                login.length > 1 ? Optional.of(login[1]) : Optional.empty());
    }
}
