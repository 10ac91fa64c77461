package io.reprise.api;

import io.reprise.play.Play;
import io.reprise.play.Reason;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import org.jspecify.annotations.Nullable;

/**
 * One scrobble of an export: the entry, who told it, what it amounts to, and the play that stands for it, if another
 * does; {@code run} is the import run that brought it where something was decided about that run.
 */
record ExportRow(
        ScrobbleLog.Entry entry,
        Origin origin,
        @Nullable Play play,
        @Nullable Play stands,
        @Nullable Integer run) {
    /** Whether the user said that it never happened, itself or with all of its import. */
    boolean isRemoved() {
        return is(play, Reason.REMOVED)
                || is(play, Reason.RETRACTED)
                || is(play, Reason.DUPLICATE) && is(stands, Reason.REMOVED);
    }

    ExportRow ofRun(boolean decided) {
        return decided
                ? new ExportRow(entry, origin, play, stands, entry.scrobble().run())
                : this;
    }

    boolean isCounted() {
        return is(play, Reason.COUNTED);
    }

    private static boolean is(@Nullable Play play, Reason reason) {
        return play != null && play.reason() == reason;
    }
}
