package io.reprise.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only where somebody rests, and how long they did; it runs over soon after it began. */
final class FakeTime implements Pace.Waiter {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final List<Duration> rested = new CopyOnWriteArrayList<>();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void rest(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("asked to stop");
        }
        rested.add(time);
        now.addAndGet(time.toNanos());
    }

    List<Duration> rested() {
        return rested;
    }
}
