package io.reprise.job;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code job}. */
final class JobTable {
    static final String COLUMNS =
            "id, user_id, kind, argument, state, created_at, started_at, finished_at, done, total, message";
    /** What a failed job's message is cut in two by: the reason, and what to do. */
    private static final String CUT = "\n";

    private static final String UNHELD = "select id from job where state in ('queued', 'running', 'interrupted')"
            + " and (owner is null or owner <> :owner and (lease_until < :now or :all = 1)) order by lease_until";

    private JobTable() {}

    static void insert(Tx tx, Job job, Leases.Lease lease) {
        tx.handle()
                .createUpdate("""
                        insert into job (id, user_id, kind, argument, state, created_at, attempts, done, message, owner,
                        lease_until)
                        values (:id, :user, :kind, :argument, :state, :created, 0, 0, '', :owner, :until)""")
                .bind("owner", lease.owner())
                .bind("until", lease.until())
                .bind("id", job.id().value())
                .bind("user", job.user().value())
                .bind("kind", job.kind())
                .bind("argument", job.argument())
                .bind("state", job.state().word())
                .bind("created", job.createdAt())
                .execute();
    }

    /** Old jobs go when new ones come, so the table stays small. */
    static void keepLatest(Tx tx, UserId user, int kept) {
        tx.handle()
                .createUpdate("""
                        delete from job where user_id = :user and state in ('done', 'failed', 'cancelled') and id not in
                        (select id from job where user_id = :user order by created_at desc, id desc limit :kept)""")
                .bind("user", user.value())
                .bind("kept", kept)
                .execute();
    }

    static int waiting(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select count(*) from job where user_id = :user"
                        + " and state in ('queued', 'running', 'interrupted')")
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Counts one more attempt and answers how many there were, 0 where the job was cancelled or is another node's
     * meanwhile.
     */
    static int begin(Tx tx, Job job, Leases.Lease lease) {
        return tx.handle()
                .createQuery("""
                        update job set state = :state, started_at = :started, attempts = attempts + 1, lease_until = :until
                        where user_id = :user and id = :id and owner = :owner
                        and state in ('queued', 'running', 'interrupted')
                        returning attempts""")
                .bind("owner", lease.owner())
                .bind("until", lease.until())
                .bind("state", job.state().word())
                .bind("started", job.startedAt())
                .bind("user", job.user().value())
                .bind("id", job.id().value())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /** Pauses what waits. */
    static boolean pauseWaiting(Tx tx, Job job) {
        return tx.handle()
                        .createUpdate("update job set state = 'paused', owner = null, lease_until = 0"
                                + " where user_id = :user and id = :id and state in ('queued', 'interrupted')")
                        .bind("user", job.user().value())
                        .bind("id", job.id().value())
                        .execute()
                == 1;
    }

    /** Has a job that stands in this state wait for its turn once more, as though it had never run. */
    static boolean queueAgain(Tx tx, Job job, Leases.Lease lease) {
        return tx.handle()
                        .createUpdate("""
                        update job set state = 'queued', owner = :owner, lease_until = :until, attempts = 0,
                        started_at = null, finished_at = null, ended_number = null, message = ''
                        where user_id = :user and id = :id and state = :state""")
                        .bind("owner", lease.owner())
                        .bind("until", lease.until())
                        .bind("user", job.user().value())
                        .bind("id", job.id().value())
                        .bind("state", job.state().word())
                        .execute()
                == 1;
    }

    /** Cancels what no node is at work on. */
    static boolean cancelWaiting(Tx tx, Job job, long now) {
        return tx.handle()
                        .createUpdate("""
                        update job set state = :state, finished_at = :finished
                        where user_id = :user and id = :id and (state in ('queued', 'interrupted', 'paused')
                        or state = 'running' and (owner is null or lease_until < :now))""")
                        .bind("now", now)
                        .bind("state", job.state().word())
                        .bind("finished", job.finishedAt())
                        .bind("user", job.user().value())
                        .bind("id", job.id().value())
                        .execute()
                == 1;
    }

    /** Where the job is another node's meanwhile, that one tells how far it is, and this is false. */
    static boolean store(Tx tx, Job job, String owner) {
        JobState.Running at = job.state() instanceof JobState.Running running ? running : null;
        return tx.handle()
                        .createUpdate("""
                        update job set state = :state, finished_at = :finished, message = :message,
                        done = coalesce(:done, done), total = coalesce(:total, total)
                        where user_id = :user and id = :id and owner = :owner""")
                        .bind("owner", owner)
                        .bind("state", job.state().word())
                        .bind("finished", job.finishedAt())
                        .bind("message", message(job.state()))
                        .bind("done", at == null ? null : at.done())
                        .bind("total", at == null ? null : at.total())
                        .bind("user", job.user().value())
                        .bind("id", job.id().value())
                        .execute()
                == 1;
    }

    static Optional<Job> find(Tx tx, UserId user, JobId id) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from job where user_id = :user and id = :id")
                .bind("user", user.value())
                .bind("id", id.value())
                .map((row, context) -> job(row))
                .findOne();
    }

    static List<Job> latest(Tx tx, UserId user, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from job where user_id = :user order by created_at desc, id desc limit :limit")
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list();
    }

    /** Whether some node is at work on a job of this user. */
    static boolean isBusy(Tx tx, UserId user, long now) {
        return tx.handle()
                .createQuery("""
                        select 1 from job where user_id = :user and state = 'running' and owner is not null
                        and lease_until >= :now limit 1""")
                .bind("user", user.value())
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /**
     * Takes unfinished jobs that nobody holds ({@code all}: that anybody else holds), of all users, and answers them in
     * the order they came.
     */
    static List<Job> take(Tx tx, Leases.Lease lease, long now, boolean all, int limit) {
        return tx
                .handle()
                .createQuery(
                        "update job set owner = :owner, lease_until = :until where id in (" + UNHELD + " limit :limit)"
                                + " and (owner is null or owner <> :owner and (lease_until < :now or :all = 1))"
                                + " returning " + COLUMNS)
                .bind("owner", lease.owner())
                .bind("until", lease.until())
                .bind("now", now)
                .bind("all", all ? 1 : 0)
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .stream()
                .sorted(Comparator.comparingLong(Job::createdAt)
                        .thenComparing(job -> job.id().value()))
                .toList();
    }

    /** Holds on to what this owner holds, and answers what that is. */
    static Set<JobId> renew(Tx tx, Leases.Lease lease) {
        return tx
                .handle()
                .createQuery("update job set lease_until = :until where owner = :owner"
                        + " and state in ('queued', 'running', 'interrupted') returning id")
                .bind("owner", lease.owner())
                .bind("until", lease.until())
                .mapTo(String.class)
                .stream()
                .map(JobId::new)
                .collect(Collectors.toSet());
    }

    /** Lets go of what this owner has not begun or has broken off. */
    static int release(Tx tx, String owner) {
        return tx.handle()
                .createUpdate("update job set owner = null, lease_until = 0 where owner = :owner"
                        + " and state in ('queued', 'interrupted')")
                .bind("owner", owner)
                .execute();
    }

    /** When the first lease of another node ends. */
    static OptionalLong nextEnd(Tx tx, String owner) {
        return tx
                .handle()
                .createQuery("select lease_until from job where state in ('queued', 'running', 'interrupted')"
                        + " and (owner is null or owner <> :owner) order by lease_until limit 1")
                .bind("owner", owner)
                .mapTo(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    static Job job(ResultSet row) throws SQLException {
        return new Job(
                new JobId(row.getString("id")),
                new UserId(row.getInt("user_id")),
                row.getString("kind"),
                row.getString("argument"),
                state(row),
                row.getLong("created_at"),
                nullable(row, "started_at"),
                nullable(row, "finished_at"));
    }

    private static JobState state(ResultSet row) throws SQLException {
        String message = row.getString("message");
        String word = row.getString("state");
        return switch (word) {
            case "queued" -> new JobState.Queued();
            case "running" -> new JobState.Running(row.getLong("done"), nullable(row, "total"), null, message);
            case "interrupted" -> new JobState.Interrupted();
            case "paused" -> new JobState.Paused();
            case "done" -> new JobState.Done(message);
            case "failed" -> failed(message);
            case "cancelled" -> new JobState.Cancelled();
            default ->
                throw new IllegalStateException(
                        "no job state is called " + word + "; was this store written by a newer Reprise?");
        };
    }

    private static JobState.Failed failed(String message) {
        int cut = message.indexOf(CUT);
        return cut < 0
                ? new JobState.Failed(message, "")
                : new JobState.Failed(message.substring(0, cut), message.substring(cut + 1));
    }

    private static String message(JobState state) {
        return switch (state) {
            case JobState.Running running -> running.note();
            case JobState.Done done -> done.result();
            case JobState.Failed failed -> failed.reason().replace(CUT, " ") + CUT + failed.whatToDo();
            case JobState.Queued queued -> "";
            case JobState.Interrupted interrupted -> "";
            case JobState.Paused paused -> "";
            case JobState.Cancelled cancelled -> "";
        };
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
