package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.JobId;
import io.reprise.store.Tx;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code import_preview}: a few uploads of each user that wait for their import. */
final class PreviewTable {
    private static final int KEPT_MAX = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PreviewTable() {}

    /** An upload that was looked at: by which job, where it lies, when that was, and what was seen. */
    record Kept(JobId job, Path path, long createdAt, Preview preview) {}

    /** Keeps it, and lets go of the oldest ones; answers where those lie. */
    static List<Path> keep(Tx tx, UserId user, Kept kept) {
        tx.handle()
                .createUpdate("""
                        insert into import_preview (user_id, job, name, path, created_at, report)
                        values (:user, :job, :name, :path, :created, :report)
                        on conflict (user_id, job) do update set report = excluded.report""")
                .bind("user", user.value())
                .bind("job", kept.job().value())
                .bind("name", kept.preview().name())
                .bind("path", kept.path().toString())
                .bind("created", kept.createdAt())
                .bind("report", JSON.writeValueAsString(kept.preview()))
                .execute();
        List<Path> all = paths(tx, user);
        List<Path> old = all.subList(Math.min(KEPT_MAX, all.size()), all.size());
        for (Path path : old) {
            tx.handle()
                    .createUpdate("delete from import_preview where user_id = :user and path = :path")
                    .bind("user", user.value())
                    .bind("path", path.toString())
                    .execute();
        }
        return old;
    }

    /** Where the uploads of this user lie, newest first. */
    static List<Path> paths(Tx tx, UserId user) {
        record Waiting(Path path, long createdAt) {}
        return tx
                .handle()
                .createQuery("select path, created_at from import_preview where user_id = :user")
                .bind("user", user.value())
                .map((row, context) -> new Waiting(Path.of(row.getString("path")), row.getLong("created_at")))
                .stream()
                .sorted(Comparator.comparingLong(Waiting::createdAt)
                        .thenComparing(Waiting::path)
                        .reversed())
                .map(Waiting::path)
                .toList();
    }

    /** All that wait, newest first. */
    static List<Kept> latest(Tx tx, UserId user) {
        return tx
                .handle()
                .createQuery("select job, path, created_at, report from import_preview where user_id = :user")
                .bind("user", user.value())
                .map((row, context) -> kept(new JobId(row.getString("job")), row))
                .stream()
                .sorted(Comparator.comparingLong(Kept::createdAt).reversed())
                .toList();
    }

    private static Kept kept(JobId job, ResultSet row) throws SQLException {
        return new Kept(
                job,
                Path.of(row.getString("path")),
                row.getLong("created_at"),
                JSON.readValue(row.getString("report"), Preview.class));
    }

    static Optional<Kept> find(Tx tx, UserId user, JobId job) {
        return tx.handle()
                .createQuery("select path, created_at, report from import_preview where user_id = :user and job = :job")
                .bind("user", user.value())
                .bind("job", job.value())
                .map((row, context) -> kept(job, row))
                .findOne();
    }

    /** Answers whether it was there: the import of one upload begins once. */
    static boolean delete(Tx tx, UserId user, JobId job) {
        return tx.handle()
                        .createUpdate("delete from import_preview where user_id = :user and job = :job")
                        .bind("user", user.value())
                        .bind("job", job.value())
                        .execute()
                == 1;
    }
}
