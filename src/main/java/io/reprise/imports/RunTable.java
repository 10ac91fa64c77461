package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code import_run}. */
final class RunTable {
    private static final String COLUMNS =
            "number, format, source, state, started_at, finished_at, rows_new, rows_known,"
                    + " rows_refused, rows_left_out, first_at, last_at, boundary, message, standing";

    private RunTable() {}

    /** Begins a run; one of the same upload that still counts as running broke off with its process. */
    static ImportRun begin(Tx tx, UserId user, String format, String source, long at) {
        tx.handle()
                .createUpdate("""
                        update import_run set state = 'stopped', finished_at = :at where user_id = :user and source = :source
                        and state = 'running'""")
                .bind("user", user.value())
                .bind("source", source)
                .bind("at", at)
                .execute();
        int number = tx.handle()
                .createQuery("select coalesce(max(number), 0) + 1 from import_run where user_id = :user")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
        tx.handle()
                .createUpdate("""
                        insert into import_run (user_id, number, format, source, started_at, state, rows_read, rows_new,
                        rows_known, rows_refused, rows_left_out, message)
                        values (:user, :number, :format, :source, :at, 'running', 0, 0, 0, 0, 0, '')""")
                .bind("user", user.value())
                .bind("number", number)
                .bind("format", format)
                .bind("source", source)
                .bind("at", at)
                .execute();
        return new ImportRun(
                number,
                format,
                source,
                ImportRun.State.RUNNING,
                at,
                null,
                Tally.NONE,
                null,
                null,
                null,
                "",
                ImportRun.Standing.COUNTED);
    }

    static void store(Tx tx, UserId user, ImportRun run) {
        tx.handle()
                .createUpdate("""
                        update import_run set state = :state, finished_at = :finished, rows_read = :read, rows_new = :new,
                        rows_known = :known, rows_refused = :refused, rows_left_out = :left, first_at = :first,
                        last_at = :last, boundary = :boundary, message = :message
                        where user_id = :user and number = :number""")
                .bind("state", run.state().word())
                .bind("finished", run.finishedAt())
                .bind("read", run.tally().read())
                .bind("new", run.tally().fresh())
                .bind("known", run.tally().known())
                .bind("refused", run.tally().refused())
                .bind("left", run.tally().leftOut())
                .bind("first", run.firstAt())
                .bind("last", run.lastAt())
                .bind("boundary", run.boundary())
                .bind("message", run.message())
                .bind("user", user.value())
                .bind("number", run.number())
                .execute();
    }

    /** Notes by which mark the file of a run is known that was read to its end. */
    static void mark(Tx tx, UserId user, int run, String mark) {
        tx.handle()
                .createUpdate("update import_run set file_mark = :mark where user_id = :user and number = :number")
                .bind("mark", mark)
                .bind("user", user.value())
                .bind("number", run)
                .execute();
    }

    /** The latest run that read a file of this mark to its end and still counts. */
    static Optional<ImportRun> ofMark(Tx tx, UserId user, String mark) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from import_run where user_id = :user and file_mark = :mark"
                        + " and state = 'done' and standing = 'counted' order by number desc limit 1")
                .bind("user", user.value())
                .bind("mark", mark)
                .map((row, context) -> run(row))
                .findOne();
    }

    static void stand(Tx tx, UserId user, int run, ImportRun.Standing standing) {
        tx.handle()
                .createUpdate("update import_run set standing = :standing where user_id = :user and number = :number")
                .bind("standing", standing.word())
                .bind("user", user.value())
                .bind("number", run)
                .execute();
    }

    /** A run that brought nothing goes. */
    static void deleteEmpty(Tx tx, UserId user, int run) {
        tx.handle()
                .createUpdate("delete from import_run where user_id = :user and number = :number and rows_new = 0")
                .bind("user", user.value())
                .bind("number", run)
                .execute();
    }

    /** So many rows more came with this run. */
    static void addNew(Tx tx, UserId user, int run, long rows) {
        tx.handle()
                .createUpdate("update import_run set rows_new = rows_new + :rows, rows_read = rows_read + :rows"
                        + " where user_id = :user and number = :number")
                .bind("rows", rows)
                .bind("user", user.value())
                .bind("number", run)
                .execute();
    }

    /** How far the runs of this kind from this source have come; null where none came anywhere. */
    static @Nullable Long boundary(Tx tx, UserId user, String format, String source) {
        return tx.handle()
                .createQuery("select max(boundary) from import_run where user_id = :user and format = :format"
                        + " and source = :source")
                .bind("user", user.value())
                .bind("format", format)
                .bind("source", source)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    /** The latest runs of this kind from this source, newest first. */
    static List<ImportRun> latestOf(Tx tx, UserId user, String format, String source, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from import_run where user_id = :user and format = :format"
                        + " and source = :source order by number desc limit :limit")
                .bind("user", user.value())
                .bind("format", format)
                .bind("source", source)
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list();
    }

    /** Old runs that brought nothing and say nothing of the boundary go, so the table stays small. */
    static void keepLatestEmpty(Tx tx, UserId user, ImportRun run, int kept) {
        tx.handle()
                .createUpdate("""
                        delete from import_run where user_id = :user and format = :format and source = :source
                        and rows_new = 0 and rows_refused = 0 and state <> 'running'
                        and coalesce(boundary, 0) <= :boundary and number not in (select number from import_run
                        where user_id = :user and format = :format and source = :source
                        order by number desc limit :kept)""")
                .bind("user", user.value())
                .bind("format", run.format())
                .bind("source", run.source())
                .bind("boundary", run.boundary() == null ? 0 : run.boundary())
                .bind("kept", kept)
                .execute();
    }

    static Optional<ImportRun> find(Tx tx, UserId user, int number) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from import_run where user_id = :user and number = :number")
                .bind("user", user.value())
                .bind("number", number)
                .map((row, context) -> run(row))
                .findOne();
    }

    static List<ImportRun> latest(Tx tx, UserId user, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from import_run where user_id = :user order by number desc limit :limit")
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list();
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        Tally tally = new Tally(
                row.getLong("rows_new"),
                row.getLong("rows_known"),
                row.getLong("rows_refused"),
                row.getLong("rows_left_out"));
        return new ImportRun(
                row.getInt("number"),
                row.getString("format"),
                row.getString("source"),
                ImportRun.State.ofWord(row.getString("state")),
                row.getLong("started_at"),
                nullable(row, "finished_at"),
                tally,
                nullable(row, "first_at"),
                nullable(row, "last_at"),
                nullable(row, "boundary"),
                row.getString("message"),
                ImportRun.Standing.ofWord(row.getString("standing")));
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
