package io.reprise.job;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * The round of an {@link Alarm} over orders that are each due at some second: begins those whose time has come, the
 * soonest first, until none is left. Thread-safe where what it is made of is.
 */
public final class DueRound<T> implements Alarm.Round {
    private static final int DUE_AT_A_TIME_MAX = 100;
    private static final int TIMES_MAX = 1_000;

    private final InstantSource clock;
    private final IntFunction<List<T>> nextDue;
    private final ToLongFunction<T> dueAt;
    private final Consumer<T> begin;

    /**
     * {@code nextDue} answers at most so many orders, the soonest first; {@code dueAt} is in epoch seconds;
     * {@code begin} moves the order to its next time.
     */
    public DueRound(InstantSource clock, IntFunction<List<T>> nextDue, ToLongFunction<T> dueAt, Consumer<T> begin) {
        this.clock = clock;
        this.nextDue = nextDue;
        this.dueAt = dueAt;
        this.begin = begin;
    }

    @Override
    public OptionalLong run() {
        long now = clock.instant().getEpochSecond();
        for (int time = 0; time < TIMES_MAX; time++) {
            List<T> next = nextDue.apply(DUE_AT_A_TIME_MAX);
            for (T order : next) {
                long due = dueAt.applyAsLong(order);
                if (due > now) {
                    return OptionalLong.of(due);
                }
                begin.accept(order);
            }
            if (next.isEmpty()) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(now);
    }
}
