package io.reprise.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts passwords that were wrong, for each name and for each address, and says how long who guessed too often has to
 * wait. In memory and bounded, so each node counts for itself and a restart forgets. Thread-safe.
 */
final class Guesses {
    static final int OF_A_NAME_MAX = 10;
    /** More than of a name: a household, or a proxy that does not say for whom it asks, shares an address. */
    static final int OF_AN_ADDRESS_MAX = 30;

    static final int WINDOW_SECONDS = 300;
    private static final int KEPT_MAX = 20_000;
    private static final int KEY_CHARS_MAX = 100;

    private final InstantSource clock;
    private final Cache<String, Wrong> wrong;

    /** How many were wrong since the first of them, at this second (UTC). */
    private record Wrong(int count, long since) {}

    /** One attempt to sign in: the name told, and where it comes from. */
    record Attempt(String name, String address) {
        Attempt {
            name = "name " + shortened(UserName.fold(name));
            address = "address " + shortened(address);
        }

        static Attempt of(Context context, String name) {
            return new Attempt(name, address(context));
        }

        private static String shortened(String text) {
            return text.length() <= KEY_CHARS_MAX ? text : text.substring(0, KEY_CHARS_MAX);
        }

        /** Who is behind a proxy of this machine or network is whom that proxy names last. */
        private static String address(Context context) {
            String told = context.header("X-Forwarded-For");
            return told == null || !isNear(context.ip())
                    ? context.ip()
                    : told.substring(told.lastIndexOf(',') + 1).strip();
        }

        private static boolean isNear(String address) {
            try {
                InetAddress near = InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", ""));
                return near.isLoopbackAddress() || near.isSiteLocalAddress();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    Guesses(InstantSource clock) {
        this.clock = clock;
        this.wrong = Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterWrite(Duration.ofSeconds(WINDOW_SECONDS))
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /**
     * Counts the attempt as wrong until {@link #right} says otherwise, so that many at once are not all let through.
     * The answer is how many seconds to wait; empty where the password may be tried.
     */
    Optional<Long> begin(Attempt attempt) {
        Optional<Long> wait = count(attempt.address(), OF_AN_ADDRESS_MAX);
        return wait.isPresent() ? wait : count(attempt.name(), OF_A_NAME_MAX);
    }

    private Optional<Long> count(String key, int countMax) {
        long now = clock.instant().getEpochSecond();
        Wrong after = wrong.asMap().compute(key, (any, before) -> {
            if (before == null || isOver(before, now)) {
                return new Wrong(1, now);
            }
            return new Wrong(Math.min(before.count() + 1, countMax + 1), before.since());
        });
        return after == null || after.count() <= countMax
                ? Optional.empty()
                : Optional.of(after.since() + WINDOW_SECONDS - now);
    }

    private static boolean isOver(Wrong before, long now) {
        return now - before.since() >= WINDOW_SECONDS;
    }

    /** The password was right: the name starts anew, and the address loses this one. */
    void right(Attempt attempt) {
        wrong.invalidate(attempt.name());
        wrong.asMap().computeIfPresent(attempt.address(), (any, before) -> less(before));
    }

    private static @Nullable Wrong less(Wrong before) {
        return before.count() <= 1 ? null : new Wrong(before.count() - 1, before.since());
    }
}
