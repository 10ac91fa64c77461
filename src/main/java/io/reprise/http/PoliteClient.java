package io.reprise.http;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Speaks to other parties as {@link Politeness} says: bounded in time, size, rate and attempts, with one name. Three
 * ways to fail: {@link NotAllowed}, {@link TryLater}, {@link GiveUp}. An interrupt ends the waiting and is a
 * {@link TryLater} with the thread's flag set again. Thread-safe; all of a program share one {@link Pace}, which keeps
 * the rate of each host.
 */
public final class PoliteClient implements AutoCloseable {
    private static final int JITTER_PART = 4;
    private static final int DOUBLINGS_MAX = 20;

    private final Politeness politeness;
    private final Exchange exchange;
    private final Pace pace;

    /** One that keeps a pace of its own. */
    public PoliteClient(Politeness politeness, InstantSource clock) {
        this(politeness, clock, new Pace());
    }

    /** One that shares the pace of each host with the others that were given it. */
    public PoliteClient(Politeness politeness, InstantSource clock, Pace pace) {
        this.politeness = politeness;
        this.exchange = new Exchange(politeness, clock);
        this.pace = pace;
    }

    /** Sends, again where that may help, and returns an answer with a status below 400. */
    public Answer send(Outgoing request) {
        try {
            return Failsafe.with(attempts(request)).get(() -> attempt(request));
        } catch (Exchange.Busy e) {
            throw new TryLater(String.valueOf(e.getMessage()), e.told().orElse(politeness.delayMax()), e.answer());
        } catch (Exchange.Unanswered e) {
            throw new TryLater(String.valueOf(e.getMessage()), politeness.delayMax(), e);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new TryLater(request + ": interrupted while waiting", Duration.ZERO, e);
            }
            throw e;
        }
    }

    private Answer attempt(Outgoing request) throws InterruptedException {
        String host = request.address().getHost();
        pace.await(host, politeness.intervalOf(host));
        try {
            Answer answer = exchange.attempt(request);
            RateLimit.used(answer::header).ifPresent(rest -> hold(host, rest));
            return answer;
        } catch (Exchange.Busy busy) {
            // Who asks once comes again by itself, and must not hold up what it does for others meanwhile.
            if (politeness.attempts() > 1) {
                busy.told().ifPresent(rest -> hold(host, rest));
            }
            throw busy;
        }
    }

    /** A longer rest than may be waited for here is for the caller alone, who comes again by itself. */
    private void hold(String host, Duration rest) {
        if (rest.compareTo(politeness.delayMax()) <= 0) {
            pace.hold(host, rest);
        }
    }

    private RetryPolicy<Answer> attempts(Outgoing request) {
        return RetryPolicy.<Answer>builder()
                .handleIf(failure -> helpsToRepeat(request, failure))
                .withMaxAttempts(politeness.attempts())
                .withDelayFn(this::delay)
                .build();
    }

    /** At least as long as the other party asked for, else doubling; a random part keeps many callers apart. */
    private Duration delay(ExecutionContext<Answer> context) {
        long random = ThreadLocalRandom.current().nextLong(politeness.delay().toMillis() / JITTER_PART + 1);
        if (context.getLastException() instanceof Exchange.Busy busy
                && busy.told().isPresent()) {
            return busy.told().get().plusMillis(random);
        }
        int doublings = Math.min(context.getAttemptCount() - 1, DOUBLINGS_MAX);
        Duration doubled = politeness.delay().multipliedBy(1L << Math.max(0, doublings));
        return doubled.compareTo(politeness.delayMax()) > 0
                ? politeness.delayMax().minusMillis(random)
                : doubled.plusMillis(random);
    }

    private boolean helpsToRepeat(Outgoing request, Throwable failure) {
        return switch (failure) {
            case Exchange.Busy busy ->
                (request.repeatable() || busy.undone())
                        && busy.told().orElse(Duration.ZERO).compareTo(politeness.delayMax()) <= 0;
            case Exchange.Unanswered unanswered -> request.repeatable();
            default -> false;
        };
    }

    @Override
    public void close() {
        exchange.close();
    }
}
