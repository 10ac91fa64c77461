package io.reprise.digest;

import io.reprise.job.Alarm;
import io.reprise.job.DueRound;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * Hands over each digest when it is due. An alarm sleeps until the soonest, or until an order changes; where nobody
 * ordered any, it sleeps for ever. Nothing polls. Thread-safe.
 */
public final class DigestRound implements AutoCloseable {
    private final Digests digests;
    private final DueRound<Order> round;
    private final Alarm alarm;

    public DigestRound(Digests digests, InstantSource clock) {
        this.digests = digests;
        this.round = new DueRound<>(clock, digests::nextDue, DigestRound::dueAt, digests::send);
        this.alarm = new Alarm("digests", clock, this::runDue);
    }

    /** Begins to follow the orders. */
    public DigestRound start() {
        digests.watch(alarm::wake);
        alarm.start();
        return this;
    }

    /** Hands over all that is due now; answers when (epoch seconds) the next will be, empty where none will. */
    OptionalLong runDue() {
        return round.run();
    }

    private static long dueAt(Order order) {
        Long due = order.nextDueAt();
        return due == null ? 0 : due;
    }

    @Override
    public void close() {
        alarm.close();
    }
}
