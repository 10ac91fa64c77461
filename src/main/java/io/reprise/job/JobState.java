package io.reprise.job;

import org.jspecify.annotations.Nullable;

/** How far a job is. The last three states are final; a job that was interrupted runs again at the next start. */
public sealed interface JobState {
    /** Waits for a free thread. */
    record Queued() implements JobState {}

    /**
     * At work: {@code done} of {@code total} (null where unknown; the unit is the job's own), the seconds it will take
     * on as far as can be told, and a sentence on what it does.
     */
    record Running(
            long done, @Nullable Long total, @Nullable Long secondsLeft, String note) implements JobState {}

    /** Stopped with the server; it runs again when that starts. */
    record Interrupted() implements JobState {}

    /** Stopped because its user asked for a pause; it runs again when resumed, and no start of the server does that. */
    record Paused() implements JobState {}

    /** Finished, with a sentence on what came of it. */
    record Done(String result) implements JobState {}

    /** Could not be finished: why, and what a person can do. */
    record Failed(String reason, String whatToDo) implements JobState {}

    /** Stopped because its user asked for it; what it had done until then stays. */
    record Cancelled() implements JobState {}

    /** Whether nothing more will come of it. */
    default boolean isFinal() {
        return switch (this) {
            case Queued queued -> false;
            case Running running -> false;
            case Interrupted interrupted -> false;
            case Paused paused -> false;
            case Done done -> true;
            case Failed failed -> true;
            case Cancelled cancelled -> true;
        };
    }

    /** The word for it in the API and in the store. */
    default String word() {
        return switch (this) {
            case Queued queued -> "queued";
            case Running running -> "running";
            case Interrupted interrupted -> "interrupted";
            case Paused paused -> "paused";
            case Done done -> "done";
            case Failed failed -> "failed";
            case Cancelled cancelled -> "cancelled";
        };
    }
}
