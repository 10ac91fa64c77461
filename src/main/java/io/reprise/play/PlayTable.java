package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Scrobble;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code play}: one row a scrobble, kept in the order of time. */
final class PlayTable {
    private static final String COLUMNS =
            "at, number, item, container, seconds, day, origin, \"precision\", reason, part_of";

    private PlayTable() {}

    static MultiInsert insert(Tx tx) {
        return tx.insert("insert into play (user_id, " + COLUMNS + ")", 11, "");
    }

    static void row(MultiInsert insert, UserId user, Play play) throws SQLException {
        insert.row(
                user.value(),
                play.at(),
                play.number(),
                play.item(),
                play.container() == 0 ? null : (Integer) play.container(),
                play.seconds(),
                play.day(),
                play.origin(),
                play.precision().code(),
                play.reason().code(),
                play.partOf());
    }

    static void update(Tx tx, UserId user, Play play) throws SQLException {
        PreparedStatement update = tx.prepare(
                "update play set reason = ?, part_of = ?, seconds = ? where user_id = ? and at = ? and number = ?");
        update.setInt(1, play.reason().code());
        if (play.partOf() == null) {
            update.setNull(2, Types.BIGINT);
        } else {
            update.setLong(2, play.partOf());
        }
        if (play.seconds() == null) {
            update.setNull(3, Types.INTEGER);
        } else {
            update.setInt(3, play.seconds());
        }
        update.setInt(4, user.value());
        update.setLong(5, play.at());
        update.setLong(6, play.number());
        update.executeUpdate();
    }

    /** The plays of these items between two seconds, both included. */
    static List<Play> between(Tx tx, UserId user, long from, long to, Set<Integer> items) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select " + COLUMNS + " from play where user_id = ? and at >= ? and at <= ? order by at, number");
        select.setInt(1, user.value());
        select.setLong(2, from);
        select.setLong(3, to);
        List<Play> plays = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (items.contains(row.getInt(3))) {
                    plays.add(read(row));
                }
            }
        }
        return plays;
    }

    /** The rows that are part of this one, as far as they lie within so many seconds of it. */
    static List<Play> partsOf(Tx tx, UserId user, Play whole, long seconds) throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS
                + " from play where user_id = ? and at >= ? and at <= ? and part_of = ? order by at, number");
        select.setInt(1, user.value());
        select.setLong(2, whole.at() - seconds);
        select.setLong(3, whole.at() + seconds);
        select.setLong(4, whole.number());
        return list(select);
    }

    /** What was folded into plays of other origins, from the latest back; of one origin where that is not 0. */
    static List<Play> duplicates(Tx tx, UserId user, int origin, Pairs.Window window) throws SQLException {
        PreparedStatement select = tx.prepare("select " + COLUMNS + " from play where user_id = ? and reason = 5"
                + " and (at, number) < (?, ?)" + (origin == 0 ? "" : " and origin = ?")
                + " order by at desc, number desc limit ?");
        int index = 0;
        select.setInt(++index, user.value());
        select.setLong(++index, window.after().at());
        select.setLong(++index, window.after().number());
        if (origin != 0) {
            select.setInt(++index, origin);
        }
        select.setInt(++index, window.limit());
        return list(select);
    }

    private static List<Play> list(PreparedStatement select) throws SQLException {
        List<Play> plays = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                plays.add(read(row));
            }
        }
        return plays;
    }

    /**
     * All plays of these items, by a look at every play: there is no index by item, for it would cost each play 16
     * bytes and serve undated plays alone.
     */
    static List<Play> ofItems(Tx tx, UserId user, Set<Integer> items) throws SQLException {
        return between(tx, user, Play.UNDATED, Long.MAX_VALUE, items);
    }

    /** The row of one scrobble, as a list of one, or of none where it has not been read yet. */
    static List<Play> at(Tx tx, UserId user, long at, long number) throws SQLException {
        PreparedStatement select =
                tx.prepare("select " + COLUMNS + " from play where user_id = ? and at = ? and number = ?");
        select.setInt(1, user.value());
        select.setLong(2, at);
        select.setLong(3, number);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? List.of(read(row)) : List.of();
        }
    }

    /** The rows of these scrobbles of one user, in one question; where one has not been read yet, none. */
    static List<Play> of(Tx tx, List<Scrobble> scrobbles) throws SQLException {
        List<Play> plays = new ArrayList<>(scrobbles.size());
        if (scrobbles.isEmpty()) {
            return plays;
        }
        String pairs = "(cast(? as bigint), cast(? as bigint))";
        PreparedStatement select = tx.prepare("with sought (second, scrobble) as (values " + pairs
                + (", " + pairs).repeat(scrobbles.size() - 1) + ") select " + COLUMNS
                + " from sought cross join play where user_id = ? and at = sought.second and number = sought.scrobble");
        int index = 0;
        for (Scrobble scrobble : scrobbles) {
            Long at = scrobble.at();
            select.setLong(++index, at == null ? Play.UNDATED : at);
            select.setLong(++index, scrobble.number());
        }
        select.setInt(++index, scrobbles.getFirst().user().value());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                plays.add(read(row));
            }
        }
        return plays;
    }

    static Play read(ResultSet row) throws SQLException {
        Integer seconds = row.getObject(5) == null ? null : (Integer) row.getInt(5);
        Long partOf = row.getObject(10) == null ? null : (Long) row.getLong(10);
        return new Play(
                row.getLong(2),
                row.getLong(1),
                row.getInt(3),
                row.getInt(4),
                seconds,
                row.getInt(6),
                row.getInt(7),
                Precision.ofCode(row.getInt(8)),
                Reason.ofCode(row.getInt(9)),
                partOf);
    }

    static void clear(Tx tx, UserId user) throws SQLException {
        PreparedStatement delete = tx.prepare("delete from play where user_id = ?");
        delete.setInt(1, user.value());
        delete.executeUpdate();
    }
}
