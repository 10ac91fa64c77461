package io.reprise.resolve;

import io.reprise.job.Alarm;
import io.reprise.job.DueRound;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * Starts the job of each standing order when it is due. An alarm sleeps until the soonest, or until an order is given;
 * where nobody gave one, it sleeps for ever. Nothing polls. Thread-safe.
 */
public final class ResolveRound implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("reprise.resolve");

    private final ResolveOrders orders;
    private final Review review;
    private final DueRound<ResolveOrder> round;
    private final Alarm alarm;

    public ResolveRound(ResolveOrders orders, Review review, InstantSource clock) {
        this.orders = orders;
        this.review = review;
        this.round = new DueRound<>(clock, orders::nextDue, ResolveOrder::nextDueAt, this::begin);
        this.alarm = new Alarm("resolve-orders", clock, this::runDue);
    }

    /** Begins to follow the orders. */
    public ResolveRound start() {
        orders.watch(alarm::wake);
        alarm.start();
        return this;
    }

    /** Starts all that is due now and answers when (epoch seconds) the next will be; empty where none will. */
    OptionalLong runDue() {
        return round.run();
    }

    private void begin(ResolveOrder due) {
        orders.claim(due).filter(this::isUnderWay).ifPresent(orders::begun);
    }

    /** A job that asks this machine alone may be at work; the order waits until it is not. */
    private boolean isUnderWay(ResolveOrder claimed) {
        try {
            Job job = review.resolve(claimed.user(), ResolveJob.Argument.ofAll(true));
            return ResolveJob.askedTheNetwork(job);
        } catch (JobFailure failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "what user {0} wants asked regularly is asked for in an hour: {1}; {2}",
                    claimed.user(),
                    failure.reason(),
                    failure.whatToDo());
            return false;
        }
    }

    @Override
    public void close() {
        alarm.close();
    }
}
