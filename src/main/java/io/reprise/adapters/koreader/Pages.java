package io.reprise.adapters.koreader;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages of a statistics database, in the order in which they were read, each as one JSON object with its book. With
 * each stand the seconds spent in the sitting so far: one that pauses for twelve hours has ended. The database comes
 * from outside: it is opened to be read alone, its tables have to be tables, and a query has its time.
 */
final class Pages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int QUERY_SECONDS_MAX = 120;
    private static final long IDLE_SECONDS = 12 * 3600;
    private static final int BOOKS_MAX = 100_000;

    /** Takes one page. */
    @FunctionalInterface
    interface Each {
        void take(long number, byte[] payload);
    }

    private Pages() {}

    static void each(Path database, Each each) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + database.toAbsolutePath());
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(QUERY_SECONDS_MAX);
            statement.execute("pragma trusted_schema = off");
            check(statement);
            pages(statement, each);
        }
    }

    private static void check(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "select count(*) from sqlite_master where type = 'table' and name in ('book', 'page_stat_data')")) {
            if (!found.next() || found.getInt(1) != 2) {
                throw new SQLException("expected the tables book and page_stat_data, which KOReader has since 2021.01");
            }
        }
    }

    private static void pages(Statement statement, Each each) throws SQLException {
        Map<Long, long[]> sittings = new HashMap<>();
        try (ResultSet row = statement.executeQuery("""
                select b.id, b.title, b.authors, b.series, b.md5, p.page, p.start_time, p.duration, p.total_pages
                from page_stat_data p join book b on b.id = p.id_book
                order by p.start_time, b.id, p.page
                """)) {
            for (long number = 1; row.next(); number++) {
                each.take(number, payload(row, spent(row, sittings)));
            }
        }
    }

    /** The seconds of this sitting with this book, this page's among them. */
    private static long spent(ResultSet row, Map<Long, long[]> sittings) throws SQLException {
        long start = row.getLong("start_time");
        long duration = Math.max(0, row.getLong("duration"));
        if (sittings.size() > BOOKS_MAX) {
            sittings.clear();
        }
        long[] sitting = sittings.computeIfAbsent(row.getLong("id"), none -> new long[] {0, 0});
        sitting[1] = start - sitting[0] > IDLE_SECONDS ? duration : sitting[1] + duration;
        sitting[0] = start;
        return sitting[1];
    }

    private static byte[] payload(ResultSet row, long spent) throws SQLException {
        return JSON.createObjectNode()
                .put("title", text(row, "title"))
                .put("authors", text(row, "authors"))
                .put("series", text(row, "series"))
                .put("md5", text(row, "md5"))
                .put("page", row.getLong("page"))
                .put("start_time", row.getLong("start_time"))
                .put("duration", row.getLong("duration"))
                .put("total_pages", row.getLong("total_pages"))
                .put("spent", spent)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
