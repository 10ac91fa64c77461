package io.reprise.imports;

import io.reprise.account.Sealed;
import io.reprise.account.UserId;
import io.reprise.job.JobState;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A user's standing order to fetch a history from an outside party every so many minutes. {@code source} is the word of
 * its {@link HistorySource}; the secrets are sealed; times are epoch seconds (UTC). Immutable.
 */
public record Connection(
        UserId user,
        int number,
        String source,
        String userName,
        URI address,
        Held held,
        int intervalMinutes,
        boolean enabled,
        Standing standing,
        long createdAt,
        long updatedAt) {
    public static final int INTERVAL_MINUTES_MIN = 15;
    public static final int INTERVAL_MINUTES_MAX = 7 * 24 * 60;
    public static final int INTERVAL_MINUTES_OTHERWISE = 60;
    /** After so many failures in a row it waits for a person. */
    public static final int FAILURES_MAX = 10;

    private static final int MINUTE_SECONDS = 60;
    private static final long BACK_OFF_SECONDS_MAX = 86_400;
    private static final int TEXT_CHARS_MAX = 1_000;

    /** The sealed secrets, null where there are none. */
    public record Held(@Nullable Sealed apiKey, @Nullable Sealed token) {
        static final Held NOTHING = new Held(null, null);
    }

    /**
     * How it goes: when the last run ended and what it said, the last error (null after a success), how many failures
     * in a row, and when it is due next (null where it is off or paused).
     */
    public record Standing(
            @Nullable Long lastRunAt,
            @Nullable String lastResult,
            @Nullable String lastError,
            int failures,
            @Nullable Long nextDueAt) {
        static final Standing NEW = new Standing(null, null, null, 0, null);

        Standing due(@Nullable Long at) {
            return new Standing(lastRunAt, lastResult, lastError, failures, at);
        }
    }

    /** The word for its state: {@code off}, {@code paused} after too many failures, else {@code on}. */
    public String state() {
        return !enabled ? "off" : isPaused() ? "paused" : "on";
    }

    /** Whether it failed so often that a person has to look. */
    public boolean isPaused() {
        return standing.failures() >= FAILURES_MAX;
    }

    /** How it stands after one of its jobs came to this end at this second. */
    Connection after(JobState end, long now) {
        Standing next = switch (end) {
            case JobState.Done(String result) -> new Standing(now, shortened(result), null, 0, null);
            case JobState.Failed(String reason, String whatToDo) ->
                new Standing(
                        now,
                        standing.lastResult(),
                        shortened(reason + ". " + whatToDo),
                        Math.min(standing.failures() + 1, FAILURES_MAX),
                        null);
            case JobState.Cancelled cancelled -> standing;
            case JobState.Queued queued -> standing;
            case JobState.Running running -> standing;
            case JobState.Interrupted interrupted -> standing;
            case JobState.Paused paused -> standing;
        };
        return with(next).dueAfter(now);
    }

    /** How it stands after a run could not even begin, for a reason that is not the outside party's. */
    Connection postponed(String why, long now) {
        Standing next = new Standing(now, standing.lastResult(), shortened(why), standing.failures(), null);
        return with(next).dueAfter(now);
    }

    /** Due as its interval says, later for each failure in a row; not at all while it is off or paused. */
    private Connection dueAfter(long now) {
        return with(standing.due(enabled && !isPaused() ? (Long) (now + waitSeconds()) : null));
    }

    long waitSeconds() {
        long interval = (long) intervalMinutes * MINUTE_SECONDS;
        return standing.failures() == 0
                ? interval
                : Math.max(interval, Math.min(interval << standing.failures(), BACK_OFF_SECONDS_MAX));
    }

    Connection with(Standing next) {
        return new Connection(
                user, number, source, userName, address, held, intervalMinutes, enabled, next, createdAt, updatedAt);
    }

    Connection with(Held next) {
        return new Connection(
                user,
                number,
                source,
                userName,
                address,
                next,
                intervalMinutes,
                enabled,
                standing,
                createdAt,
                updatedAt);
    }

    String foldedName() {
        return OutsideAccount.fold(userName);
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= TEXT_CHARS_MAX ? clean : clean.substring(0, TEXT_CHARS_MAX) + "...";
    }
}
