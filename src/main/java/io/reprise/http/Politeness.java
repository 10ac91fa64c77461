package io.reprise.http;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How a {@link PoliteClient} behaves. {@code attempts} counts the first one too; a wait between two attempts doubles
 * from {@code delay} up to {@code delayMax}, with a random part added; a {@code Retry-After} longer than
 * {@code delayMax} ends the attempts at once. {@code interval} is the least time between two requests to one host,
 * unless {@code intervals} names it. Where {@code redirects} are not followed, an answer may have a status from 300 on.
 */
public record Politeness(
        String userAgent,
        Duration connect,
        Duration answer,
        int attempts,
        Duration delay,
        Duration delayMax,
        Duration interval,
        Map<String, Duration> intervals,
        long bodyBytesMax,
        boolean redirects) {
    private static final long BODY_BYTES_MAX = 32L * 1024 * 1024;
    private static final long ANSWER_BYTES_MAX = 1024 * 1024;

    public Politeness {
        if (attempts < 1) {
            throw new IllegalArgumentException("there is at least one attempt, not " + attempts);
        }
        intervals = Map.copyOf(intervals);
    }

    /** One that follows redirects. */
    public Politeness(
            String userAgent,
            Duration connect,
            Duration answer,
            int attempts,
            Duration delay,
            Duration delayMax,
            Duration interval,
            Map<String, Duration> intervals,
            long bodyBytesMax) {
        this(userAgent, connect, answer, attempts, delay, delayMax, interval, intervals, bodyBytesMax, true);
    }

    /** What is right towards a public server that said nothing of its own. */
    public static Politeness usual(String userAgent) {
        return new Politeness(
                userAgent,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofMillis(250),
                Map.of(),
                BODY_BYTES_MAX);
    }

    /** For a caller that keeps what was not taken and comes again by itself: one attempt, a minute's rest after it. */
    public static Politeness once(String userAgent) {
        return new Politeness(
                userAgent,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofMillis(250),
                Map.of(),
                ANSWER_BYTES_MAX);
    }

    /** The same with the rates that these parties ask for. */
    public Politeness at(Collection<HostRate> rates) {
        Map<String, Duration> all = new HashMap<>(intervals);
        rates.forEach(rate -> all.put(rate.host(), rate.between()));
        return new Politeness(
                userAgent, connect, answer, attempts, delay, delayMax, interval, all, bodyBytesMax, redirects);
    }

    /** The same for addresses that come from strangers: no redirect is followed, and an answer is no larger. */
    public Politeness withoutRedirects(long bytesMax) {
        return new Politeness(
                userAgent, connect, answer, attempts, delay, delayMax, interval, intervals, bytesMax, false);
    }

    Duration intervalOf(String host) {
        return intervals.getOrDefault(host, interval);
    }
}
