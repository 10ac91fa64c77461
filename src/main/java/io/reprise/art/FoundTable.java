package io.reprise.art;

import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code art_found}, which belongs to no user: what sources have is the same for all. */
final class FoundTable {
    private static final int FORGOTTEN_AT_A_TIME_MAX = 10_000;

    private FoundTable() {}

    /** What a source told for an id; no hash where it has no picture. Times are epoch seconds. */
    record Found(
            ExternalId id,
            String source,
            long toldAt,
            long expiresAt,
            @Nullable String hash,
            String credit,
            String page) {}

    static Optional<Found> find(Tx tx, ExternalId id, String source) {
        return tx.handle()
                .createQuery("""
                        select told_at, expires_at, hash, credit, page from art_found
                        where scheme = :scheme and value = :value and source = :source""")
                .bind("scheme", id.scheme())
                .bind("value", id.value())
                .bind("source", source)
                .map((row, context) -> new Found(
                        id,
                        source,
                        row.getLong("told_at"),
                        row.getLong("expires_at"),
                        row.getString("hash"),
                        row.getString("credit"),
                        row.getString("page")))
                .findOne();
    }

    static void keep(Tx tx, Found found) {
        tx.handle()
                .createUpdate("""
                        insert into art_found (scheme, value, source, told_at, expires_at, hash, credit, page)
                        values (:scheme, :value, :source, :told, :expires, :hash, :credit, :page)
                        on conflict (scheme, value, source) do update
                        set told_at = excluded.told_at, expires_at = excluded.expires_at, hash = excluded.hash,
                            credit = excluded.credit, page = excluded.page""")
                .bind("scheme", found.id().scheme())
                .bind("value", found.id().value())
                .bind("source", found.source())
                .bind("told", found.toldAt())
                .bind("expires", found.expiresAt())
                .bind("hash", found.hash())
                .bind("credit", found.credit())
                .bind("page", found.page())
                .execute();
    }

    /** Lets go of what was told before this second; answers the pictures that it named. */
    static List<String> forget(Tx tx, long before) {
        List<String> hashes = tx.handle()
                .createQuery("""
                        select hash from art_found where told_at < :before and hash is not null
                        order by told_at limit :most""")
                .bind("before", before)
                .bind("most", FORGOTTEN_AT_A_TIME_MAX)
                .mapTo(String.class)
                .list();
        tx.handle()
                .createUpdate("delete from art_found where told_at < :before")
                .bind("before", before)
                .execute();
        return hashes;
    }
}
