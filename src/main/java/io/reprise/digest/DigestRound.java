package io.reprise.digest;

import io.reprise.job.Alarm;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * Hands over each digest when it is due. An alarm sleeps until the soonest, or until an order changes; where nobody
 * ordered any, it sleeps for ever. Nothing polls. Thread-safe.
 */
public final class DigestRound implements AutoCloseable {
    private static final int DUE_AT_A_TIME_MAX = 100;
    private static final int ROUNDS_MAX = 1_000;

    private final Digests digests;
    private final InstantSource clock;
    private final Alarm alarm;

    public DigestRound(Digests digests, InstantSource clock) {
        this.digests = digests;
        this.clock = clock;
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
        long now = clock.instant().getEpochSecond();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<Order> next = digests.nextDue(DUE_AT_A_TIME_MAX);
            for (Order order : next) {
                Long due = order.nextDueAt();
                if (due != null && due > now) {
                    return OptionalLong.of(due);
                }
                digests.send(order);
            }
            if (next.isEmpty()) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(now);
    }

    @Override
    public void close() {
        alarm.close();
    }
}
