package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code fact}: one row for each outside id and authority, the newer in the place of the older. */
final class FactTable {
    private static final int FETCHED_ROWS = 10_000;
    private static final String COLUMNS = "f.scheme, f.value, f.source, f.told_at, f.name, f.sort_name,"
            + " f.seconds, f.released, f.country, f.genres, f.aliases";
    private static final int COLUMN_COUNT = 12;

    private FactTable() {}

    static void put(Tx tx, UserId user, List<Fact> facts) throws SQLException {
        MultiInsert rows = tx.insert(
                "insert into fact (user_id, scheme, value, source, told_at, name, sort_name, seconds, released,"
                        + " country, genres, aliases)",
                COLUMN_COUNT,
                """
                on conflict (user_id, scheme, value, source) do update
                set told_at = excluded.told_at,
                    name = coalesce(nullif(excluded.name, ''), fact.name),
                    sort_name = coalesce(nullif(excluded.sort_name, ''), fact.sort_name),
                    seconds = coalesce(excluded.seconds, fact.seconds),
                    released = coalesce(nullif(excluded.released, ''), fact.released),
                    country = coalesce(nullif(excluded.country, ''), fact.country),
                    genres = coalesce(nullif(excluded.genres, ''), fact.genres),
                    aliases = coalesce(nullif(excluded.aliases, ''), fact.aliases)
                where excluded.told_at >= fact.told_at
                """);
        for (Fact fact : facts) {
            rows.row(
                    user.value(),
                    fact.id().scheme(),
                    fact.id().value(),
                    fact.source(),
                    fact.toldAt(),
                    fact.name(),
                    fact.sortName(),
                    fact.seconds(),
                    fact.released(),
                    fact.country(),
                    String.join("\n", fact.genres()),
                    String.join("\n", fact.aliases()));
        }
        rows.flush();
    }

    /** Everything that was told of this id, the newest first; there are as many as authorities that know it. */
    static List<Fact> of(Tx tx, UserId user, ExternalId id) throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS + " from fact f"
                + " where user_id = ? and scheme = ? and value = ? order by told_at desc, source limit 100");
        select.setInt(1, user.value());
        select.setString(2, id.scheme());
        select.setString(3, id.value());
        return list(select);
    }

    /** All facts after this one, in the order of ids and authorities. */
    static List<Fact> after(Tx tx, UserId user, FactRows.Place after, int limit) throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS + " from fact f where user_id = ?"
                + " and (scheme, value, source) > (?, ?, ?) order by scheme, value, source limit ?");
        select.setInt(1, user.value());
        select.setString(2, after.scheme());
        select.setString(3, after.value());
        select.setString(4, after.source());
        select.setInt(5, limit);
        return list(select);
    }

    private static List<Fact> list(PreparedStatement select) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                facts.add(fact(row));
            }
        }
        return facts;
    }

    /** The facts of the ids that decisions tie to things of one kind, in the order of the things' numbers. */
    static void linked(Tx tx, UserId user, SubjectKind kind, FactRows.Sink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS + ", l.number, l.confidence from link l"
                + " join fact f on f.user_id = l.user_id and f.scheme = l.scheme and f.value = l.value"
                + " where l.user_id = ? and l.subject_kind = ? and l.confidence > 0 order by l.number");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        select.setInt(2, kind.code());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.fact(row.getInt(COLUMN_COUNT), row.getDouble(COLUMN_COUNT + 1), fact(row));
            }
        }
    }

    /** Ids that decisions tie to things of one kind and of which nothing was told after this second. */
    static List<FactRows.Untold> untold(Tx tx, UserId user, SubjectKind kind, int after, long since)
            throws SQLException {
        PreparedStatement select = tx.prepare("select l.number, l.scheme, l.value from link l"
                + " where l.user_id = ? and l.subject_kind = ? and l.number > ? and l.confidence > 0"
                + " and not exists (select 1 from fact f where f.user_id = l.user_id and f.scheme = l.scheme"
                + " and f.value = l.value and f.told_at > ?) order by l.number, l.scheme, l.value limit ?");
        select.setInt(1, user.value());
        select.setInt(2, kind.code());
        select.setInt(3, after);
        select.setLong(4, since);
        select.setInt(5, FactRows.UNTOLD_MAX);
        List<FactRows.Untold> untold = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                untold.add(new FactRows.Untold(row.getInt(1), new ExternalId(row.getString(2), row.getString(3))));
            }
        }
        return untold;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                new ExternalId(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                seconds(row),
                row.getString(8),
                row.getString(9),
                lines(row.getString(10)),
                lines(row.getString(11)));
    }

    private static @Nullable Integer seconds(ResultSet row) throws SQLException {
        int seconds = row.getInt(7);
        return row.wasNull() ? null : (Integer) seconds;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }
}
