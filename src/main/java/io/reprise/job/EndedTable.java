package io.reprise.job;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code job_head}, and the numbers that the ends of jobs get from it. */
final class EndedTable {
    private EndedTable() {}

    /**
     * Gives the end of this job the next number, and keeps a note with it; the user's row is locked by this until the
     * end of the transaction.
     */
    static void number(Tx tx, Job job, @Nullable String note) {
        tx.handle().createUpdate("""
                        insert into job_head (user_id, ended) values (:user, 1)
                        on conflict (user_id) do update set ended = job_head.ended + 1
                        """).bind("user", job.user().value()).execute();
        tx.handle()
                .createUpdate("update job set ended_number = (select ended from job_head where user_id = :user),"
                        + " end_note = :note where user_id = :user and id = :id")
                .bind("user", job.user().value())
                .bind("id", job.id().value())
                .bind("note", note)
                .execute();
    }

    static long last(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select ended from job_head where user_id = :user")
                .bind("user", user.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static List<EndedJobs.Ended> after(Tx tx, UserId user, long after, int limit) {
        return tx.handle()
                .createQuery("select ended_number, end_note, " + JobTable.COLUMNS + " from job where user_id = :user"
                        + " and ended_number > :after order by ended_number limit :limit")
                .bind("user", user.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) ->
                        new EndedJobs.Ended(row.getLong("ended_number"), JobTable.job(row), row.getString("end_note")))
                .list();
    }
}
