package io.reprise.inlet;

import io.reprise.media.Mention;
import io.reprise.rating.Opinion;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call means. What it means nothing in is {@link io.reprise.scrobble.Unreadable}, and not one of these. */
public sealed interface Taken {
    /** What to answer; null for the usual answer, which says what became of the call. */
    @Nullable
    Reply reply();

    /**
     * Something was told. {@code account} is who played, over there (empty where it is not said). {@code playing} is
     * what plays now; {@code stopped} says that nothing does any more.
     */
    record Heard(
            String account,
            List<Submission> submissions,
            @Nullable Submission playing,
            boolean stopped,
            List<Rating> ratings,
            List<Note> notes,
            @Nullable Reply reply)
            implements Taken {
        public Heard {
            submissions = List.copyOf(submissions);
            ratings = List.copyOf(ratings);
            notes = List.copyOf(notes);
        }

        /** One report: a start or a going on plays now as well, anything else ends what played. */
        public static Heard of(String account, Submission submission) {
            Verb verb = submission.told().verb();
            boolean playing = verb == Verb.START || verb == Verb.PROGRESS;
            return new Heard(
                    account, List.of(submission), playing ? submission : null, !playing, List.of(), List.of(), null);
        }

        /** Reports that are over when they come, such as pictures that were shown. */
        public static Heard all(String account, List<Submission> submissions) {
            return new Heard(account, submissions, null, false, List.of(), List.of(), null);
        }

        /** Plays now, and is not worth a row: the report of a player every few seconds. */
        public static Heard only(String account, Submission playing) {
            return new Heard(account, List.of(), playing, false, List.of(), List.of(), null);
        }

        public static Heard rated(String account, Rating rating) {
            return new Heard(account, List.of(), null, false, List.of(rating), List.of(), null);
        }

        public Heard with(Rating rating) {
            List<Rating> all = new ArrayList<>(ratings);
            all.add(rating);
            return new Heard(account, submissions, playing, stopped, all, notes, reply);
        }

        public Heard with(Note note) {
            List<Note> all = new ArrayList<>(notes);
            all.add(note);
            return new Heard(account, submissions, playing, stopped, ratings, all, reply);
        }

        public Heard with(Reply answer) {
            return new Heard(account, submissions, playing, stopped, ratings, notes, answer);
        }
    }

    /** It is known to be no play: a test, a new entry, somebody else's affair. */
    record LeftOut(String reason, @Nullable Reply reply) implements Taken {
        public static LeftOut because(String reason) {
            return new LeftOut(reason, null);
        }
    }

    /** Turned away as the party's protocol says (a wrong signature, a report that comes too soon); nothing is kept. */
    record Turned(String reason, Reply reply) implements Taken {}

    /** A question, which changes nothing. */
    record Asked(Reply reply) implements Taken {}

    /** An opinion that came with a call. */
    record Rating(Mention about, Opinion opinion) {}

    /** Something to be remembered until the next call, by its name. */
    record Note(String name, String text) {}
}
