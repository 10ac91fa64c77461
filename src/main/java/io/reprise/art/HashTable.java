package io.reprise.art;

import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** The pictures that any row of this room names, whoever's they are: the cache of files is shared by all users. */
final class HashTable {
    private static final int FETCHED_ROWS = 10_000;

    private HashTable() {}

    static void all(Tx tx, Consumer<String> sink) throws SQLException {
        PreparedStatement select = tx.prepare("select hash from art_found where hash is not null"
                + " union select hash from art_shown union select hash from art_upload");
        select.setFetchSize(FETCHED_ROWS);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.accept(row.getString(1));
            }
        }
    }

    /** Whether any row names this picture. */
    static boolean holds(Tx tx, String hash) throws SQLException {
        PreparedStatement select = tx.prepare("select 1 where exists (select 1 from art_upload where hash = ?)"
                + " or exists (select 1 from art_shown where hash = ?)"
                + " or exists (select 1 from art_found where hash = ?)");
        for (int i = 1; i <= 3; i++) {
            select.setString(i, hash);
        }
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }
}
