package io.reprise.relay;

import io.reprise.imports.SyncEnd;
import io.reprise.job.EndedJobs;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.media.Mention;
import io.reprise.rating.RatingEvent;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Playing;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.Told;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened here, as other parties and programs are told of it. */
public sealed interface Event {
    /** When it became known here, epoch seconds. */
    long at();

    /** The word for it in the API. */
    String word();

    /** The item it is about, where it is about one that is known. */
    Optional<Mention> mention();

    /** A play that counts: its scrobble, what was told, what it amounts to and who told it. */
    record Play(Scrobble scrobble, Told told, io.reprise.play.Play play, Origin origin) implements Event {
        @Override
        public long at() {
            return scrobble.receivedAt();
        }

        @Override
        public String word() {
            return "play";
        }

        @Override
        public Optional<Mention> mention() {
            return Optional.of(told.mention());
        }

        /** Whether it is known to the minute or better, as other services want it. */
        public boolean hasTime() {
            return play.precision().hasTime() && play.at() != io.reprise.play.Play.UNDATED;
        }
    }

    /** A rating, tag or undo; the item is null where no scrobble tells of it. */
    record Rating(RatingEvent event, @Nullable Mention item, Feeling feeling) implements Event {
        @Override
        public long at() {
            return event.at();
        }

        @Override
        public String word() {
            return "rating";
        }

        @Override
        public Optional<Mention> mention() {
            return Optional.ofNullable(item);
        }
    }

    /**
     * A job that ended; its number is that of {@link EndedJobs}. {@code sync} says what the end means for the
     * connection that it was a pull of; null for any other job.
     */
    record JobEnded(long number, Job job, @Nullable SyncEnd sync) implements Event {
        /** The word of the jobs that fetch a history from elsewhere. */
        private static final String PULL = io.reprise.imports.PullJob.WORD;

        static JobEnded of(EndedJobs.Ended ended) {
            return new JobEnded(ended.number(), ended.job(), SyncEnd.of(ended).orElse(null));
        }

        @Override
        public long at() {
            Long finished = job.finishedAt();
            return finished == null ? job.createdAt() : finished;
        }

        @Override
        public String word() {
            return switch (sync == null ? SyncEnd.Turn.NONE : sync.turn()) {
                case FAILED, REPEATED -> "sync_failed";
                case PAUSED -> "sync_paused";
                case RECOVERED -> "sync_recovered";
                case NONE -> isPullFailure() ? "sync_failed" : "job_ended";
            };
        }

        private boolean isPullFailure() {
            return job.kind().equals(PULL) && job.state() instanceof JobState.Failed;
        }

        /** Whether fetching from elsewhere came to a turn: the first failure in a row, the pause, the recovery. */
        public boolean isSyncNews() {
            return sync == null ? isPullFailure() : sync.isNews();
        }

        /**
         * Whether a person wants to hear of it: any job but those that a connection starts by itself, and its turns.
         */
        public boolean isNews() {
            return sync == null || sync.isNews();
        }

        @Override
        public Optional<Mention> mention() {
            return Optional.empty();
        }
    }

    /** Somebody begins to play something. */
    record NowPlaying(Playing playing) implements Event {
        @Override
        public long at() {
            return playing.since();
        }

        @Override
        public String word() {
            return "now_playing";
        }

        @Override
        public Optional<Mention> mention() {
            return Optional.of(playing.told().mention());
        }
    }

    /** A digest that was written for a target; its number is that of its post. */
    record Digest(long at, long number, Post post) implements Event {
        @Override
        public String word() {
            return "digest";
        }

        @Override
        public Optional<Mention> mention() {
            return Optional.empty();
        }
    }

    /** Nothing happened: a person tries whether a target can be reached. */
    record Test(long at) implements Event {
        @Override
        public String word() {
            return "test";
        }

        @Override
        public Optional<Mention> mention() {
            return Optional.empty();
        }
    }
}
