package io.reprise.catalog;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code episode_list}: one row for each show of an authority, the newer in the place of the older. */
final class EpisodeListTable {
    private static final int FETCHED_ROWS = 100;

    private EpisodeListTable() {}

    static void put(Tx tx, UserId user, EpisodeList list) throws SQLException {
        PreparedStatement insert = tx.prepare("""
                insert into episode_list (user_id, scheme, value, told_at, ended, episodes) values (?, ?, ?, ?, ?, ?)
                on conflict (user_id, scheme, value) do update
                set told_at = excluded.told_at, ended = excluded.ended, episodes = excluded.episodes
                where excluded.told_at >= episode_list.told_at""");
        insert.setInt(1, user.value());
        insert.setString(2, list.show().scheme());
        insert.setString(3, list.show().value());
        insert.setLong(4, list.toldAt());
        insert.setInt(5, list.ended() ? 1 : 0);
        insert.setString(6, EpisodeLines.write(list.episodes()));
        insert.executeUpdate();
    }

    static List<FactRows.Untold> due(Tx tx, UserId user, List<String> schemes, int after, EpisodeRows.Since since)
            throws SQLException {
        PreparedStatement select = tx.prepare("select l.number, l.scheme, l.value from link l"
                + " where l.user_id = ? and l.subject_kind = ? and l.number > ? and l.confidence > 0"
                + " and l.scheme in (?" + ", ?".repeat(schemes.size() - 1) + ")"
                + " and not exists (select 1 from episode_list e where e.user_id = l.user_id and e.scheme = l.scheme"
                + " and e.value = l.value and e.told_at > case e.ended when 1 then ? else ? end)"
                + " order by l.number, l.scheme, l.value limit ?");
        int at = 0;
        select.setInt(++at, user.value());
        select.setInt(++at, SubjectKind.CONTAINER.code());
        select.setInt(++at, after);
        for (String scheme : schemes) {
            select.setString(++at, scheme);
        }
        select.setLong(++at, since.ended());
        select.setLong(++at, since.running());
        select.setInt(++at, EpisodeRows.DUE_MAX);
        List<FactRows.Untold> due = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                due.add(new FactRows.Untold(row.getInt(1), new ExternalId(row.getString(2), row.getString(3))));
            }
        }
        return due;
    }

    static List<EpisodeList> after(Tx tx, UserId user, @Nullable ExternalId show, int limit) throws SQLException {
        PreparedStatement select = tx.prepare("select e.scheme, e.value, e.told_at, e.ended, e.episodes"
                + " from episode_list e where e.user_id = ? and (e.scheme, e.value) > (?, ?)"
                + " order by e.scheme, e.value limit ?");
        select.setInt(1, user.value());
        select.setString(2, show == null ? "" : show.scheme());
        select.setString(3, show == null ? "" : show.value());
        select.setInt(4, limit);
        List<EpisodeList> lists = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lists.add(list(row));
            }
        }
        return lists;
    }

    static void linked(Tx tx, UserId user, EpisodeRows.Sink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select e.scheme, e.value, e.told_at, e.ended, e.episodes, l.number,"
                + " l.confidence from episode_list e cross join link l"
                + " where l.user_id = e.user_id and l.scheme = e.scheme and l.value = e.value"
                + " and e.user_id = ? and l.subject_kind = ? and l.confidence > 0 and e.episodes <> ''");
        select.setFetchSize(FETCHED_ROWS);
        select.setInt(1, user.value());
        select.setInt(2, SubjectKind.CONTAINER.code());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.list(row.getInt(6), row.getDouble(7), list(row));
            }
        }
    }

    static void ids(Tx tx, UserId user, String scheme, EpisodeRows.IdSink sink) throws SQLException {
        PreparedStatement select = tx.prepare("select number, value from link"
                + " where user_id = ? and scheme = ? and subject_kind = ? and confidence > 0");
        select.setInt(1, user.value());
        select.setString(2, scheme);
        select.setInt(3, SubjectKind.ITEM.code());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.id(row.getInt(1), new ExternalId(scheme, row.getString(2)));
            }
        }
    }

    private static EpisodeList list(ResultSet row) throws SQLException {
        return new EpisodeList(
                new ExternalId(row.getString(1), row.getString(2)),
                row.getLong(3),
                row.getInt(4) == 1,
                EpisodeLines.read(row.getString(5)));
    }
}
