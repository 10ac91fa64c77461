package io.reprise.play;

import io.reprise.media.MediaKind;
import org.jspecify.annotations.Nullable;

/** A play that counts unless another origin told it too: from {@code begin} to {@code end}, epoch seconds. */
record Candidate(
        Play play,
        long begin,
        long end,
        MediaKind kind,
        @Nullable Integer length) {

    static Candidate ofPlayed(Telling telling) {
        Integer length = telling.length();
        Integer seconds = telling.seconds();
        int lasts = seconds != null ? seconds : length != null ? length : 0;
        Long ended = telling.ended();
        long begin = ended != null && ended == telling.at() ? ended - lasts : telling.at();
        return new Candidate(
                telling.judged(Reason.COUNTED, null),
                begin,
                ended != null ? ended : telling.at() + lasts,
                telling.kind(),
                length);
    }

    boolean hasTime() {
        return play.precision().hasTime() && play.at() != Play.UNDATED;
    }

    /** The item's length where known, else how long this play took. */
    long lasts() {
        return length != null ? length : end - begin;
    }
}
