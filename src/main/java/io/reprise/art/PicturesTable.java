package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.SubjectKind;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the tables of pictures, {@code art_shown} and {@code art_upload}, have in common: a hash for each thing. */
final class PicturesTable {
    private PicturesTable() {}

    /** Told of each thing with its picture. */
    @FunctionalInterface
    interface Sink {
        void picture(SubjectKind kind, int number, String hash);
    }

    /** All of a user, for the memory. */
    static void all(Tx tx, UserId user, String table, Sink sink) throws SQLException {
        PreparedStatement select = tx.prepare(
                "select subject_kind, number, hash from " + table + " where user_id = ? order by subject_kind, number");
        select.setInt(1, user.value());
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.picture(SubjectKind.ofCode(row.getInt(1)), row.getInt(2), row.getString(3));
            }
        }
    }
}
