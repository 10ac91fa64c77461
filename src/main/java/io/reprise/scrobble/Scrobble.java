package io.reprise.scrobble;

import io.reprise.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log. {@code at} is when it began as far as told (start, else end less the seconds spent, else end;
 * null for unknown) and {@code ended} when it ended, both epoch seconds; {@code receivedAt} likewise. {@code run} is
 * the import run it came with, 0 for a live one; {@code origin} the number of its {@link Origin} with this user.
 */
public record Scrobble(
        UserId user,
        long number,
        @Nullable Long at,
        @Nullable Long ended,
        long receivedAt,
        int run,
        int origin,
        int format,
        Verb verb,
        Precision precision,
        @Nullable Integer offsetMinutes) {}
