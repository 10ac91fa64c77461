package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;

/** The table {@code resolution}: which items were asked for, and when. */
final class ResolutionTable {
    private ResolutionTable() {}

    static MultiInsert rows(Tx tx) {
        return tx.insert(
                "insert into resolution (user_id, item, asked_at, outcome, network)",
                5,
                "on conflict (user_id, item) do update set asked_at = excluded.asked_at, outcome = excluded.outcome,"
                        + " network = excluded.network");
    }

    /**
     * The items asked for after this second, on the network too where {@code network}; all at once, for a job goes
     * through the whole library.
     */
    static BitSet askedSince(Tx tx, UserId user, long second, boolean network) throws SQLException {
        PreparedStatement select = tx.prepare("select item from resolution"
                + " where user_id = ? and asked_at > ? and outcome <> 5 and network >= ?");
        select.setInt(1, user.value());
        select.setLong(2, second);
        select.setInt(3, network ? 1 : 0);
        BitSet asked = new BitSet();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                asked.set(row.getInt(1));
            }
        }
        return asked;
    }
}
