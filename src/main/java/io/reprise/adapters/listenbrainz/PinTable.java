package io.reprise.adapters.listenbrainz;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** {@code listenbrainz_pin}: all pins of a user, newest first by number; the active one is among the last. */
final class PinTable {
    private PinTable() {}

    static int next(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from listenbrainz_pin where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Tx tx, UserId user, Pin pin) {
        tx.handle()
                .createUpdate("""
                        insert into listenbrainz_pin (user_id, number, created_at, pinned_until, msid, mbid, blurb)
                        values (:user, :number, :created, :until, :msid, :mbid, :blurb)
                        """)
                .bind("user", user.value())
                .bind("number", pin.number())
                .bind("created", pin.createdAt())
                .bind("until", pin.pinnedUntil())
                .bind("msid", pin.msid())
                .bind("mbid", pin.mbid())
                .bind("blurb", pin.blurb())
                .execute();
    }

    /** Ends what is pinned now; how many that were. */
    static int end(Tx tx, UserId user, long now) {
        return tx.handle()
                .createUpdate("""
                        update listenbrainz_pin set pinned_until = :now where user_id = :user and pinned_until > :now
                        """)
                .bind("user", user.value())
                .bind("now", now)
                .execute();
    }

    static int delete(Tx tx, UserId user, int number) {
        return tx.handle()
                .createUpdate("delete from listenbrainz_pin where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .execute();
    }

    static long count(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select count(*) from listenbrainz_pin where user_id = :user")
                .bind("user", user.value())
                .mapTo(Long.class)
                .one();
    }

    static List<Pin> list(Tx tx, UserId user, Slice slice) {
        return tx.handle()
                .createQuery("""
                        select * from listenbrainz_pin where user_id = :user
                        order by number desc limit :limit offset :offset
                        """)
                .bind("user", user.value())
                .bind("limit", slice.count())
                .bind("offset", slice.offset())
                .map((row, context) -> read(row))
                .list();
    }

    private static Pin read(ResultSet row) throws SQLException {
        return new Pin(
                row.getInt("number"),
                row.getLong("created_at"),
                row.getLong("pinned_until"),
                row.getString("msid"),
                row.getString("mbid"),
                row.getString("blurb"));
    }
}
