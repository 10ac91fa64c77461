package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.Progress;
import io.reprise.play.Aggregator;
import io.reprise.store.Tx;
import java.sql.SQLException;

/**
 * Has the plays of an import run follow what the ledger says of it, step by step, so that nobody else waits for long.
 * Doing it again from the start is safe. Thread-safe.
 */
final class Settling {
    private final ImportRooms rooms;

    Settling(ImportRooms rooms) {
        this.rooms = rooms;
    }

    /** Judges everything that the run brought once more; answers how many scrobbles those were. */
    long settle(UserId user, ImportRun run, Progress progress) {
        long judged = 0;
        Aggregator.RunStep step = new Aggregator.RunStep(0, 0, false);
        while (!step.isLast()) {
            long total = Math.max(judged, run.tally().fresh());
            progress.tell(judged, total, judged + " of " + total + " scrobbles judged again");
            step = step(user, run.number(), step.reached());
            judged += step.scrobbles();
        }
        rooms.bell().ring(user);
        return judged;
    }

    private Aggregator.RunStep step(UserId user, int run, long after) {
        return rooms.database().write(tx -> {
            Aggregator.RunStep step = rooms.aggregator().judgeRun(tx, user, run, after);
            if (step.isLast()) {
                RunTable.stand(tx, user, run, standing(tx, user, run, true));
            }
            return step;
        });
    }

    /** How a run stands by the ledger; {@code settled} says whether the plays have followed. */
    ImportRun.Standing standing(Tx tx, UserId user, int run, boolean settled) throws SQLException {
        boolean undone = rooms.aggregator().retractedRuns(tx, user).contains(run);
        return settled
                ? undone ? ImportRun.Standing.UNDONE : ImportRun.Standing.COUNTED
                : undone ? ImportRun.Standing.UNDOING : ImportRun.Standing.REDOING;
    }
}
