package io.reprise.art;

import io.reprise.account.UserId;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code art_upload}: pictures that users brought. */
final class UploadTable {
    private UploadTable() {}

    /** A picture of a user's own, as the JPEG that is kept; {@code hash} is that of what was brought. */
    record Upload(Thing thing, String hash, long uploadedAt, byte[] jpeg) {}

    static void all(Tx tx, UserId user, PicturesTable.Sink sink) throws SQLException {
        PicturesTable.all(tx, user, "art_upload", sink);
    }

    static int count(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select count(*) from art_upload where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    static Optional<Upload> find(Tx tx, UserId user, Thing thing) {
        return tx.handle()
                .createQuery("""
                        select hash, uploaded_at, bytes from art_upload
                        where user_id = :user and subject_kind = :kind and number = :number""")
                .bind("user", user.value())
                .bind("kind", thing.kind().code())
                .bind("number", thing.number())
                .map((row, context) ->
                        new Upload(thing, row.getString("hash"), row.getLong("uploaded_at"), row.getBytes("bytes")))
                .findOne();
    }

    /** Those after the one of this thing (null: from the first on), at most so many. */
    static List<Upload> after(Tx tx, UserId user, @Nullable Thing last, int limit) {
        return tx.handle()
                .createQuery("""
                        select subject_kind, number, hash, uploaded_at, bytes from art_upload
                        where user_id = :user and (subject_kind, number) > (:kind, :number)
                        order by subject_kind, number limit :limit""")
                .bind("user", user.value())
                .bind("kind", last == null ? -1 : last.kind().code())
                .bind("number", last == null ? 0 : last.number())
                .bind("limit", limit)
                .map((row, context) -> new Upload(
                        new Thing(SubjectKind.ofCode(row.getInt("subject_kind")), row.getInt("number")),
                        row.getString("hash"),
                        row.getLong("uploaded_at"),
                        row.getBytes("bytes")))
                .list();
    }

    static void put(Tx tx, UserId user, Upload upload) {
        tx.handle()
                .createUpdate("""
                        insert into art_upload (user_id, subject_kind, number, hash, uploaded_at, bytes)
                        values (:user, :kind, :number, :hash, :at, :bytes)
                        on conflict (user_id, subject_kind, number) do update
                        set hash = excluded.hash, uploaded_at = excluded.uploaded_at, bytes = excluded.bytes""")
                .bind("user", user.value())
                .bind("kind", upload.thing().kind().code())
                .bind("number", upload.thing().number())
                .bind("hash", upload.hash())
                .bind("at", upload.uploadedAt())
                .bind("bytes", upload.jpeg())
                .execute();
    }

    /** Answers whether there was one. */
    static boolean delete(Tx tx, UserId user, Thing thing) {
        return tx.handle()
                        .createUpdate("delete from art_upload where user_id = :user and subject_kind = :kind"
                                + " and number = :number")
                        .bind("user", user.value())
                        .bind("kind", thing.kind().code())
                        .bind("number", thing.number())
                        .execute()
                > 0;
    }
}
