package io.reprise.feed;

import io.reprise.account.UserId;
import io.reprise.report.Subject;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code feed_link}. */
final class LinkTable {
    private static final String COLUMNS =
            "user_id, number, sha256, shows, name, kinds, period, subject, playlist, public_name, last_used_at,"
                    + " created_at";

    private LinkTable() {}

    static int nextNumber(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from feed_link where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Tx tx, Link link, byte[] sha256) {
        tx.handle()
                .createUpdate("insert into feed_link (" + COLUMNS + ") values (:user, :number, :sha256, :shows, :name,"
                        + " :kinds, :period, :subject, :playlist, :public, null, :created)")
                .bind("user", link.user().value())
                .bind("number", link.number())
                .bind("sha256", sha256)
                .bind("shows", link.show().word())
                .bind("name", link.name())
                .bind("kinds", Link.bits(link.kinds()))
                .bind("period", link.period())
                .bind("subject", link.subject().word())
                .bind("playlist", link.list() == null ? null : link.list().toString())
                .bind("public", link.publicName())
                .bind("created", link.createdAt())
                .execute();
    }

    static void used(Tx tx, Link link, long now) {
        tx.handle()
                .createUpdate("update feed_link set last_used_at = :now where user_id = :user and number = :number")
                .bind("now", now)
                .bind("user", link.user().value())
                .bind("number", link.number())
                .execute();
    }

    /** Whether there was one. */
    static boolean delete(Tx tx, UserId user, int number) {
        return tx.handle()
                        .createUpdate("delete from feed_link where user_id = :user and number = :number")
                        .bind("user", user.value())
                        .bind("number", number)
                        .execute()
                == 1;
    }

    /** Whose address it is; the one question that cannot name its user, since it asks for it. */
    static Optional<Link> bySecret(Tx tx, byte[] sha256) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from feed_link where sha256 = :sha256")
                .bind("sha256", sha256)
                .map((row, context) -> link(row))
                .findOne();
    }

    static List<Link> of(Tx tx, UserId user, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from feed_link where user_id = :user order by number limit :limit")
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> link(row))
                .list();
    }

    private static Link link(ResultSet row) throws SQLException {
        long used = row.getLong("last_used_at");
        Long lastUsedAt = row.wasNull() ? null : (Long) used;
        String list = row.getString("playlist");
        return new Link(
                new UserId(row.getInt("user_id")),
                row.getInt("number"),
                Show.ofWord(row.getString("shows")).orElseThrow(),
                row.getString("name"),
                Link.kinds(row.getInt("kinds")),
                row.getString("period"),
                Subject.ofWord(row.getString("subject")).orElseThrow(),
                list == null ? null : UUID.fromString(list),
                row.getString("public_name"),
                new Link.Use(lastUsedAt, Link.mark(row.getBytes("sha256"))),
                row.getLong("created_at"));
    }
}
