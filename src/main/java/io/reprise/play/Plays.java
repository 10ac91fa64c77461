package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.scrobble.Scrobble;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What single scrobbles amount to, counted or not. Stateless; thread-safe. */
public final class Plays {
    private static final int NUMBERS_MAX = 1000;
    private static final int SOUGHT_MAX = 100;
    /** No kind's parts lie further apart, see {@link Windows#idle}; longer sittings are followed piece by piece. */
    private static final long PARTS_SECONDS_MAX = 24 * 3_600L;

    private Plays() {}

    /** The play of this scrobble; empty where it has not been read yet. */
    public static Optional<Play> of(Tx tx, Scrobble scrobble) throws SQLException {
        Long at = scrobble.at();
        return PlayTable.at(tx, scrobble.user(), at == null ? Play.UNDATED : at, scrobble.number()).stream()
                .findFirst();
    }

    /**
     * The numbers of the plays of this item that this origin told of, at this second (UTC; null where undated), in
     * order.
     */
    public static List<Long> told(Tx tx, UserId user, Told told) throws SQLException {
        long at = told.at() == null ? Play.UNDATED : told.at();
        return PlayTable.between(tx, user, at, at, Set.of(told.item())).stream()
                .filter(play -> play.origin() == told.origin())
                .map(Play::number)
                .toList();
    }

    /**
     * The plays for which this one stands: pieces and duplicates of it, in the order of time. Inside the caller's step.
     */
    public static List<Play> parts(Tx tx, UserId user, Play whole) throws SQLException {
        return PlayTable.partsOf(tx, user, whole, PARTS_SECONDS_MAX);
    }

    /** What tells one play from another inside a library: when, which item, told by which origin. */
    public record Told(@Nullable Long at, int item, int origin) {}

    /** The plays of these scrobbles by number; at most {@value #NUMBERS_MAX} of them. */
    public static Map<Long, Play> of(Tx tx, Collection<Scrobble> scrobbles) throws SQLException {
        if (scrobbles.size() > NUMBERS_MAX) {
            throw new IllegalArgumentException("at most " + NUMBERS_MAX + " at a time, not " + scrobbles.size());
        }
        Map<Long, Play> plays = new HashMap<>();
        List<Scrobble> all = List.copyOf(scrobbles);
        for (int from = 0; from < all.size(); from += SOUGHT_MAX) {
            for (Play play : PlayTable.of(tx, all.subList(from, Math.min(all.size(), from + SOUGHT_MAX)))) {
                plays.put(play.number(), play);
            }
        }
        return plays;
    }
}
