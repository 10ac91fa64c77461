package io.reprise.imports;

import io.reprise.job.Alarm;
import io.reprise.job.JobFailure;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * Starts the pull of each connection when it is due. An alarm sleeps until the soonest due time, or until a connection
 * changes; where nobody has a connection that is on, it sleeps for ever. Nothing polls. Thread-safe.
 */
public final class Schedule implements AutoCloseable {
    private static final int DUE_AT_A_TIME_MAX = 100;

    private final Pulls pulls;
    private final InstantSource clock;
    private final Alarm alarm;

    public Schedule(Pulls pulls, InstantSource clock) {
        this.pulls = pulls;
        this.clock = clock;
        this.alarm = new Alarm("schedule", clock, this::runDue);
    }

    /** Begins to follow the connections. */
    public Schedule start() {
        pulls.connections().watch(alarm::wake);
        alarm.start();
        return this;
    }

    /** Starts all that is due now and answers when (epoch seconds) the next will be; empty where none will. */
    OptionalLong runDue() {
        long now = clock.instant().getEpochSecond();
        for (int round = 0; round < DUE_AT_A_TIME_MAX; round++) {
            List<Connection> next = pulls.connections().nextDue(DUE_AT_A_TIME_MAX);
            for (Connection connection : next) {
                Long due = connection.standing().nextDueAt();
                if (due != null && due > now) {
                    return OptionalLong.of(due);
                }
                begin(connection);
            }
            if (next.isEmpty()) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(now);
    }

    private void begin(Connection due) {
        if (!pulls.connections().claim(due)) {
            return;
        }
        try {
            pulls.start(due);
        } catch (JobFailure failure) {
            pulls.connections().postpone(due.user(), due.number(), failure.reason() + ". " + failure.whatToDo());
        }
    }

    @Override
    public void close() {
        alarm.close();
    }
}
