package io.reprise.imports;

import io.reprise.job.Alarm;
import io.reprise.job.DueRound;
import io.reprise.job.JobFailure;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * Starts the pull of each connection when it is due. An alarm sleeps until the soonest due time, or until a connection
 * changes; where nobody has a connection that is on, it sleeps for ever. Nothing polls. Thread-safe.
 */
public final class Schedule implements AutoCloseable {
    private final Pulls pulls;
    private final DueRound<Connection> round;
    private final Alarm alarm;

    public Schedule(Pulls pulls, InstantSource clock) {
        this.pulls = pulls;
        this.round = new DueRound<>(clock, pulls.connections()::nextDue, Schedule::dueAt, this::begin);
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
        return round.run();
    }

    private static long dueAt(Connection connection) {
        Long due = connection.standing().nextDueAt();
        return due == null ? 0 : due;
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
