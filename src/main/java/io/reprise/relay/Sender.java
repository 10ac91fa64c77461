package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.job.Alarm;
import io.reprise.scrobble.Playing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Hands what waits in the outbox to the parties. An alarm sleeps until the soonest row is due, or until something
 * changes, and a few others ask the parties, one at a time for each target; while nothing waits, all sleep. What is
 * being played is told at once or not at all. Thread-safe.
 */
public final class Sender implements AutoCloseable {
    private static final Logger LOG = System.getLogger("reprise.relay");
    private static final int THREADS_MAX = 4;
    private static final int DUE_AT_A_TIME_MAX = 50;
    private static final int ROUNDS_MAX = 1_000;
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final Targets targets;
    private final Sending sending;
    private final InstantSource clock;
    private final Alarm alarm;
    private final ExecutorService asking;
    private final Map<UserId, Playing> playing = new HashMap<>();

    public Sender(Targets targets, InstantSource clock) {
        this.targets = targets;
        this.sending = new Sending(targets, clock);
        this.clock = clock;
        this.alarm = new Alarm("relay", clock, this::handOut);
        this.asking = Executors.newFixedThreadPool(
                THREADS_MAX, Thread.ofPlatform().name("relay-", 1).daemon(true).factory());
    }

    /** Begins to send. */
    public Sender start() {
        targets.watch(alarm::wake);
        alarm.start();
        return this;
    }

    /** Tells the targets of this user that want to know what is played; the latest replaces what was not told yet. */
    public void begins(UserId user, Playing latest) {
        boolean isFirst;
        synchronized (playing) {
            isFirst = playing.put(user, latest) == null;
        }
        if (isFirst) {
            later(() -> sending.playing(user, taken(user)));
        }
    }

    private Playing taken(UserId user) {
        synchronized (playing) {
            return java.util.Objects.requireNonNull(playing.remove(user));
        }
    }

    /** Sends all that is due now, here and one after the other; answers when (epoch seconds) something is due next. */
    OptionalLong runDue() {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<Target> due = targets.due(1);
            OptionalLong next = firstOf(due);
            if (next.isEmpty() || next.getAsLong() > now()) {
                return next;
            }
            if (targets.claim(due.getFirst())) {
                sending.send(due.getFirst());
            }
        }
        return OptionalLong.of(now());
    }

    /** The same, on the threads that ask. */
    private OptionalLong handOut() {
        List<Target> due = targets.due(DUE_AT_A_TIME_MAX);
        long now = now();
        for (Target target : due) {
            Long at = target.standing().dueAt();
            if (at != null && at > now) {
                return OptionalLong.of(at);
            }
            if (targets.claim(target)) {
                later(() -> sending.send(target));
            }
        }
        return due.isEmpty() ? OptionalLong.empty() : OptionalLong.of(now);
    }

    private static OptionalLong firstOf(List<Target> due) {
        return due.stream()
                .map(target -> target.standing().dueAt())
                .filter(java.util.Objects::nonNull)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private void later(Runnable work) {
        try {
            asking.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "a target could not be told; it is tried again when its claim ends", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the server is closing; what waits is sent after the next start");
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** Ends what is under way; a row whose answer had not come is sent again after the next start. */
    @Override
    public void close() {
        alarm.close();
        asking.shutdownNow();
        try {
            boolean ended = asking.awaitTermination(CLOSE_MAX.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.log(Level.WARNING, "a party that was being told did not answer within {0}", CLOSE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
