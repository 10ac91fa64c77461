package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.Thing;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The tables {@code art_shown} and {@code art_head}: what was found for a user's things, and how often that changed.
 */
final class ShownTable {
    private ShownTable() {}

    /** The picture of a thing, whose it is in a few words, and a page about it. */
    record Shown(Thing thing, String hash, String credit, String page) {}

    /** All of a user, for the memory. */
    static void all(Tx tx, UserId user, PicturesTable.Sink sink) throws SQLException {
        PicturesTable.all(tx, user, "art_shown", sink);
    }

    static Optional<Shown> find(Tx tx, UserId user, Thing thing) {
        return tx.handle()
                .createQuery("""
                        select hash, credit, page from art_shown
                        where user_id = :user and subject_kind = :kind and number = :number""")
                .bind("user", user.value())
                .bind("kind", thing.kind().code())
                .bind("number", thing.number())
                .map((row, context) ->
                        new Shown(thing, row.getString("hash"), row.getString("credit"), row.getString("page")))
                .findOne();
    }

    /** Answers whether anything changed. */
    static boolean put(Tx tx, UserId user, Shown shown) {
        if (find(tx, user, shown.thing()).filter(shown::equals).isPresent()) {
            return false;
        }
        tx.handle()
                .createUpdate("""
                        insert into art_shown (user_id, subject_kind, number, hash, credit, page)
                        values (:user, :kind, :number, :hash, :credit, :page)
                        on conflict (user_id, subject_kind, number) do update
                        set hash = excluded.hash, credit = excluded.credit, page = excluded.page""")
                .bind("user", user.value())
                .bind("kind", shown.thing().kind().code())
                .bind("number", shown.thing().number())
                .bind("hash", shown.hash())
                .bind("credit", shown.credit())
                .bind("page", shown.page())
                .execute();
        return true;
    }

    /** Answers whether there was one. */
    static boolean delete(Tx tx, UserId user, Thing thing) {
        return tx.handle()
                        .createUpdate("delete from art_shown where user_id = :user and subject_kind = :kind"
                                + " and number = :number")
                        .bind("user", user.value())
                        .bind("kind", thing.kind().code())
                        .bind("number", thing.number())
                        .execute()
                > 0;
    }

    /** Grows with every change of what is shown; 0 where nothing ever was. */
    static long version(Tx tx, UserId user) throws SQLException {
        PreparedStatement select = tx.prepare("select version from art_head where user_id = ?");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void changed(Tx tx, UserId user) {
        tx.handle()
                .createUpdate("insert into art_head (user_id, version) values (:user, 1)"
                        + " on conflict (user_id) do update set version = art_head.version + 1")
                .bind("user", user.value())
                .execute();
    }
}
