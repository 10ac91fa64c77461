package io.reprise.job;

import io.reprise.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that a user started. {@code kind} is the word of its {@link JobKind}, {@code argument} what that
 * kind works on, as JSON; times are epoch seconds, null where they have not come yet.
 */
public record Job(
        JobId id,
        UserId user,
        String kind,
        String argument,
        JobState state,
        long createdAt,
        @Nullable Long startedAt,
        @Nullable Long finishedAt) {
    Job with(JobState next) {
        return new Job(id, user, kind, argument, next, createdAt, startedAt, finishedAt);
    }

    Job started(JobState next, long at) {
        return new Job(id, user, kind, argument, next, createdAt, at, finishedAt);
    }

    Job ended(JobState next, @Nullable Long at) {
        return new Job(id, user, kind, argument, next, createdAt, startedAt, at);
    }
}
