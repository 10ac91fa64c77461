package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.job.EndedJobs;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Moves what a user's targets want to be told of from the books into the outbox: a bounded step after each commit that
 * added to a book. The rows and the target's cursors move in one transaction, so a process that ends anywhere misses
 * nothing and queues nothing twice. Thread-safe.
 */
public final class Forwarder {
    private static final int STEP_ROWS = 200;

    private final Database database;
    private final Targets targets;
    private final Books books;
    private final InstantSource clock;

    public Forwarder(Database database, Targets targets, InstantSource clock) {
        this.database = database;
        this.targets = targets;
        this.books = targets.books();
        this.clock = clock;
    }

    /** One step for all targets of a user; answers whether more of the books waits. */
    public boolean step(UserId user) {
        boolean isWanted = database.read(
                tx -> TargetTable.of(tx, user, Targets.TARGETS_MAX).stream().anyMatch(Target::isTaking));
        if (!isWanted) {
            return false;
        }
        boolean more = database.write(tx -> {
            boolean waits = false;
            for (Target target : TargetTable.locked(tx, user, Targets.TARGETS_MAX)) {
                waits |= target.isTaking() && queue(tx, target);
            }
            return waits;
        });
        targets.tellWatchers();
        return more;
    }

    private boolean queue(Tx tx, Target target) throws SQLException {
        Target.Read was = target.read();
        Target.Read now = new Target.Read(plays(tx, target), ratings(tx, target), jobs(tx, target));
        if (now.equals(was)) {
            return false;
        }
        TargetTable.moveTo(tx, target, now);
        TargetTable.settle(tx, target.user(), target.number());
        return now.plays() - was.plays() == STEP_ROWS
                || now.ratings() - was.ratings() == STEP_ROWS
                || now.jobs() - was.jobs() == STEP_ROWS;
    }

    private long plays(Tx tx, Target target) throws SQLException {
        UserId user = target.user();
        List<ScrobbleLog.Entry> entries = books.readable(tx, user, target.read().plays(), STEP_ROWS);
        if (entries.isEmpty()) {
            return target.read().plays();
        }
        if (target.wants(Matter.PLAYS)) {
            FirstTold firstTold = new FirstTold(tx, books, targets.outlet(target), target);
            for (ScrobbleLog.Entry entry : entries) {
                if (entry instanceof ScrobbleLog.Entry.Read(Fresh fresh, byte[] payload) && firstTold.is(fresh)) {
                    add(tx, target, Matter.PLAYS, fresh.scrobble().number());
                }
            }
        }
        return entries.getLast().scrobble().number();
    }

    private long ratings(Tx tx, Target target) throws SQLException {
        long last = target.read().ratings();
        boolean wanted = target.wants(Matter.LOVES) || target.wants(Matter.RATINGS);
        for (RatingEvent event : Ratings.after(tx, target.user(), last, STEP_ROWS)) {
            last = event.number();
            // One that was given earlier was brought from elsewhere, with an import.
            if (wanted && event.at() >= target.createdAt()) {
                Event.Rating rating = books.rating(tx, target.user(), event);
                boolean isFelt = rating.feeling() != Feeling.NONE;
                boolean isTold = target.wants(Matter.RATINGS) || target.wants(Matter.LOVES) && isFelt;
                if (isTold && targets.outlet(target).takes(rating)) {
                    add(tx, target, Matter.RATINGS, last);
                }
            }
        }
        return last;
    }

    private long jobs(Tx tx, Target target) {
        long last = target.read().jobs();
        for (EndedJobs.Ended ended : EndedJobs.after(tx, target.user(), last, STEP_ROWS)) {
            last = ended.number();
            Event.JobEnded event = Event.JobEnded.of(ended);
            boolean isWanted = target.wants(Matter.JOBS) || target.wants(Matter.SYNC_FAILURES) && event.isSyncNews();
            if (isWanted && targets.outlet(target).takes(event)) {
                add(tx, target, Matter.JOBS, last);
            }
        }
        return last;
    }

    private void add(Tx tx, Target target, Matter matter, long subject) {
        long now = clock.instant().getEpochSecond();
        TargetTable.nextRow(tx, target)
                .ifPresent(number -> OutboxTable.insert(
                        tx, target, new OutboxTable.Row(number, matter, subject, 0, now, now, null)));
    }
}
