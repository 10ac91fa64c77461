package io.reprise.api;

import io.reprise.play.Play;
import io.reprise.play.Reason;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import org.jspecify.annotations.Nullable;

/**
 * One scrobble of an export: the entry, who told it, what it amounts to, and the play that stands for it, if another
 * does.
 */
record ExportRow(
        ScrobbleLog.Entry entry,
        Origin origin,
        @Nullable Play play,
        @Nullable Play stands) {
    /** Whether the user said that it never happened. */
    boolean isRemoved() {
        return is(play, Reason.REMOVED) || is(play, Reason.DUPLICATE) && is(stands, Reason.REMOVED);
    }

    boolean isCounted() {
        return is(play, Reason.COUNTED);
    }

    private static boolean is(@Nullable Play play, Reason reason) {
        return play != null && play.reason() == reason;
    }
}
