package io.reprise.account;

import io.reprise.store.Tx;
import java.util.Optional;

/** The table {@code approval}: digests of the requests that were approved; times in epoch seconds, UTC. */
final class ApprovalTable {
    private ApprovalTable() {}

    record Row(byte[] sha256, User user, String apiKey, String program, long approvedAt, boolean isTaken) {}

    static int insert(Tx tx, Row row) {
        return tx.handle()
                .execute("""
                        insert into approval (sha256, user_id, api_key, program, approved_at, taken)
                        values (?, ?, ?, ?, ?, 0) on conflict (sha256) do nothing
                        """, row.sha256(), row.user().id().value(), row.apiKey(), row.program(), row.approvedAt());
    }

    /** Who approved it; it cannot name its user, since it asks for it. */
    static Optional<Row> find(Tx tx, byte[] sha256) {
        return tx.handle()
                .select("""
                        select account.user_id, account.name, approval.api_key, approval.program,
                            approval.approved_at, approval.taken
                        from approval join account on account.user_id = approval.user_id
                        where approval.sha256 = ?""", sha256)
                .map((row, context) -> new Row(
                        sha256,
                        new User(new UserId(row.getInt("user_id")), row.getString("name")),
                        row.getString("api_key"),
                        row.getString("program"),
                        row.getLong("approved_at"),
                        row.getInt("taken") != 0))
                .findOne();
    }

    static int take(Tx tx, Row row) {
        return tx.handle()
                .execute(
                        "update approval set taken = 1 where sha256 = ? and user_id = ? and taken = 0",
                        row.sha256(),
                        row.user().id().value());
    }

    static void deleteBefore(Tx tx, UserId user, long second) {
        tx.handle().execute("delete from approval where user_id = ? and approved_at < ?", user.value(), second);
    }
}
