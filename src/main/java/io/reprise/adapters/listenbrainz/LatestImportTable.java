package io.reprise.adapters.listenbrainz;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code listenbrainz_latest_import}: up to when a program has imported from another service; the time only grows. */
final class LatestImportTable {
    private LatestImportTable() {}

    static long find(Tx tx, UserId user, String service) throws SQLException {
        PreparedStatement select = tx.prepare("""
                select at from listenbrainz_latest_import where user_id = ? and service = ?
                """);
        select.setInt(1, user.value());
        select.setString(2, service);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void moveTo(Tx tx, UserId user, String service, long at) throws SQLException {
        PreparedStatement upsert = tx.prepare("""
                insert into listenbrainz_latest_import (user_id, service, at) values (?, ?, ?)
                on conflict (user_id, service) do update set at = excluded.at
                where excluded.at > listenbrainz_latest_import.at
                """);
        upsert.setInt(1, user.value());
        upsert.setString(2, service);
        upsert.setLong(3, at);
        upsert.executeUpdate();
    }
}
