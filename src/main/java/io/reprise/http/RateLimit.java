package io.reprise.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the headers {@code X-RateLimit-Remaining} and {@code X-RateLimit-Reset-In}, with which ListenBrainz and its
 * like say on every answer how many more requests they take, and in how many seconds they count anew.
 */
final class RateLimit {
    private static final int DIGITS_MAX = 6;

    private RateLimit() {}

    /** How long to ask nothing more, where nothing remains; empty where something does or the headers say nothing. */
    static Optional<Duration> used(Function<String, Optional<String>> headers) {
        boolean isUsed = headers.apply("X-RateLimit-Remaining")
                .flatMap(RateLimit::whole)
                .filter(remaining -> remaining == 0)
                .isPresent();
        return isUsed
                ? headers.apply("X-RateLimit-Reset-In")
                        .flatMap(RateLimit::whole)
                        .map(Duration::ofSeconds)
                : Optional.empty();
    }

    private static Optional<Long> whole(String text) {
        String told = text.strip();
        return told.isEmpty() || told.length() > DIGITS_MAX || !told.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.empty()
                : Optional.of(Long.parseLong(told));
    }
}
