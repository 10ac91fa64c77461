package io.reprise.resolve;

import io.reprise.store.Tx;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code authority_answer}, which belongs to no user: what an authority says is the same for all. */
final class AnswerTable {
    private AnswerTable() {}

    /** What was answered, and until when (epoch seconds) that may be believed; no bytes where nothing was found. */
    record Kept(byte @Nullable [] bytes, long expiresAt) {}

    static Optional<Kept> find(Tx tx, String authority, String question) {
        return tx.handle()
                .createQuery("""
                        select bytes, expires_at from authority_answer
                        where authority = :authority and question = :question""")
                .bind("authority", authority)
                .bind("question", question)
                .map((row, context) -> new Kept(row.getBytes("bytes"), row.getLong("expires_at")))
                .findOne();
    }

    static void keep(Tx tx, String authority, String question, long fetchedAt, Kept kept) {
        tx.handle()
                .createUpdate("""
                        insert into authority_answer (authority, question, fetched_at, expires_at, bytes)
                        values (:authority, :question, :fetched, :expires, :bytes)
                        on conflict (authority, question) do update
                        set fetched_at = excluded.fetched_at, expires_at = excluded.expires_at,
                            bytes = excluded.bytes""")
                .bind("authority", authority)
                .bind("question", question)
                .bind("fetched", fetchedAt)
                .bind("expires", kept.expiresAt())
                .bind("bytes", kept.bytes())
                .execute();
    }

    /** Lets go of what expired before this second. */
    static int forget(Tx tx, long before) {
        return tx.handle()
                .createUpdate("delete from authority_answer where expires_at < :before")
                .bind("before", before)
                .execute();
    }
}
