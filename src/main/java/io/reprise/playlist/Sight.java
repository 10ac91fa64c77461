package io.reprise.playlist;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.history.Unfinished;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an evaluation sees, as it was at one moment: the plays up to {@code end} (an index of the history), what was
 * thought, what was broken off, outside ids by scheme and item, other lists. {@code now} is in epoch seconds (UTC).
 */
record Sight(History history, long now, int end, Told told) {
    /** What stands beside the plays. */
    record Told(
            Opinions opinions,
            Unfinished unfinished,
            Known facts,
            Map<String, Map<Integer, List<String>>> ids,
            Lists lists) {
        static final Told NOTHING = new Told(Opinions.NONE, Unfinished.NONE, Known.NONE, Map.of(), Lists.NONE);
    }

    /** Other lists of the user. */
    @FunctionalInterface
    interface Lists {
        Lists NONE = id -> Optional.empty();

        /** The canonical items of the list of this id in its order; empty where there is none. */
        Optional<int[]> items(String id);
    }

    /** As it was at this second, or as it is with all plays where that is null. */
    static Sight of(History history, @Nullable Long asOf, long now, Told told) {
        return asOf == null
                ? new Sight(history, now, history.size(), told)
                : new Sight(history, asOf, history.firstFrom(asOf + 1), told);
    }

    Names names() {
        return history.names();
    }
}
