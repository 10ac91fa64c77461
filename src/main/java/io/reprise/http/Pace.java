package io.reprise.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps everybody on this node, whichever user and job they work for, at the rate of each host: requests to one host
 * begin one after the other, in the order in which they came to wait, with a least time between two beginnings. A host
 * that asks for a rest is left alone by all. Make one for the whole program; thread-safe.
 */
public final class Pace {
    private static final int HOSTS_MAX = 1_000;

    private final Waiter waiter;
    private final Cache<String, Lane> lanes =
            Caffeine.newBuilder().maximumSize(HOSTS_MAX).build();

    /** The time that passes, and how it is waited for; a test hands in its own. */
    public interface Waiter {
        /** Of a clock that never goes back; its beginning means nothing. */
        long nanos();

        void rest(Duration time) throws InterruptedException;
    }

    private static final class RealTime implements Waiter {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void rest(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    }

    /** A host: who waits for it, in a fair order, and from when on it may be asked next. */
    private static final class Lane {
        private final ReentrantLock turn = new ReentrantLock(true);
        private final AtomicLong next;

        Lane(long next) {
            this.next = new AtomicLong(next);
        }
    }

    public Pace() {
        this(new RealTime());
    }

    public Pace(Waiter waiter) {
        this.waiter = waiter;
    }

    /**
     * Returns when it is the caller's turn to ask this host. An interrupt ends the waiting, and takes nobody's turn.
     */
    void await(String host, Duration between) throws InterruptedException {
        Lane lane = lane(host);
        lane.turn.lockInterruptibly();
        try {
            // What is left is asked for again after each rest, for the host may have asked for more meanwhile.
            for (long left = left(lane); left > 0; left = left(lane)) {
                waiter.rest(Duration.ofNanos(left));
            }
            lane.next.accumulateAndGet(waiter.nanos() + between.toNanos(), Pace::later);
        } finally {
            lane.turn.unlock();
        }
    }

    /** Nobody asks this host before so much time has passed. */
    void hold(String host, Duration rest) {
        lane(host).next.accumulateAndGet(waiter.nanos() + rest.toNanos(), Pace::later);
    }

    private long left(Lane lane) {
        return lane.next.get() - waiter.nanos();
    }

    private Lane lane(String host) {
        return lanes.get(host, name -> new Lane(waiter.nanos()));
    }

    /** Such times are compared by their difference, for they may run over. */
    private static long later(long one, long other) {
        return one - other >= 0 ? one : other;
    }
}
