package io.reprise.digest;

import io.reprise.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A user's standing order for digests: how often, and to which target of the relay. {@code toldDay} is the first day
 * (since 1970-01-01, local) of the last period told, null before the first; {@code nextDueAt} in epoch seconds (UTC) is
 * null while it is off. Immutable.
 */
public record Order(
        UserId user,
        int number,
        Every every,
        int target,
        boolean enabled,
        @Nullable Integer toldDay,
        @Nullable Long nextDueAt,
        long createdAt) {}
