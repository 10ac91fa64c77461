package io.reprise.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Speaks to other parties as {@link Politeness} says: bounded in time, size, rate and attempts, with one name. Three
 * ways to fail: {@link NotAllowed}, {@link TryLater}, {@link GiveUp}. An interrupt ends the waiting and is a
 * {@link TryLater} with the thread's flag set again. Thread-safe; make one for the whole program, since it holds the
 * rate of each host.
 */
public final class PoliteClient implements AutoCloseable {
    private static final int HOSTS_MAX = 1_000;
    private static final int JITTER_PART = 4;
    private static final int DOUBLINGS_MAX = 20;

    private final Politeness politeness;
    private final Exchange exchange;
    private final Cache<String, RateLimiter<Answer>> rates;

    public PoliteClient(Politeness politeness, InstantSource clock) {
        this.politeness = politeness;
        this.exchange = new Exchange(politeness, clock);
        this.rates = Caffeine.newBuilder().maximumSize(HOSTS_MAX).build();
    }

    /** Sends, again where that may help, and returns an answer with a status below 400. */
    public Answer send(Outgoing request) {
        try {
            return Failsafe.with(attempts(request)).get(() -> {
                rate(request.address().getHost()).acquirePermit();
                return exchange.attempt(request);
            });
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
        return doubled.compareTo(politeness.delayMax()) > 0 ? politeness.delayMax() : doubled.plusMillis(random);
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

    private RateLimiter<Answer> rate(String host) {
        return rates.get(
                host,
                name -> RateLimiter.<Answer>smoothBuilder(politeness.intervalOf(name))
                        .build());
    }

    @Override
    public void close() {
        exchange.close();
    }
}
