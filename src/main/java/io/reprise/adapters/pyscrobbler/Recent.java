package io.reprise.adapters.pyscrobbler;

import io.reprise.account.UserId;
import io.reprise.media.MediaKind;
import io.reprise.rating.Rated;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.ScrobbleLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last scrobbles of one kind, newest first, as far back as {@value #LOOKED_BACK_MAX} scrobbles of any kind. */
final class Recent {
    private static final int STEP_SCROBBLES = 250;
    private static final int LOOKED_BACK_MAX = 5_000;
    private final VerbDoor.Reads reads;

    Recent(VerbDoor.Reads reads) {
        this.reads = reads;
    }

    record Ask(
            UserId user,
            MediaKind kind,
            int limit,
            @Nullable String itemId) {}

    List<Fresh> scrobbles(Ask ask) {
        return reads.database().read(tx -> {
            List<Fresh> found = new ArrayList<>();
            long last = reads.log().last(tx, ask.user());
            long end = Math.max(0, last - LOOKED_BACK_MAX);
            for (long to = last; to > end && found.size() < ask.limit(); to -= STEP_SCROBBLES) {
                long after = Math.max(end, to - STEP_SCROBBLES);
                List<ScrobbleLog.Entry> entries = reads.log().after(tx, ask.user(), after, Math.toIntExact(to - after));
                for (ScrobbleLog.Entry entry : entries.reversed()) {
                    if (entry instanceof ScrobbleLog.Entry.Read(var fresh, var payload)
                            && fits(ask, fresh)
                            && found.size() < ask.limit()) {
                        found.add(fresh);
                    }
                }
            }
            return found;
        });
    }

    private static boolean fits(Ask ask, Fresh fresh) {
        return fresh.told().mention().kind() == ask.kind()
                && (ask.itemId() == null || itemId(fresh).equals(ask.itemId()));
    }

    /** The client's own id of the item; where it told none, its title. */
    static String itemId(Fresh fresh) {
        return fresh.told().mention().ids().stream()
                .filter(id -> id.scheme().equals(ScrobMention.ITEM_ID))
                .map(id -> id.value())
                .findFirst()
                .orElse(fresh.told().mention().title());
    }

    /** The key of the item of this id; one that nothing has where it was not scrobbled. */
    long itemKey(Ask ask) {
        return scrobbles(new Ask(ask.user(), ask.kind(), 1, ask.itemId())).stream()
                .findFirst()
                .map(fresh -> Rated.keyOf(fresh.told().mention()))
                .orElse(Long.MIN_VALUE);
    }
}
