package io.reprise.play;

import io.reprise.scrobble.Scrobble;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What single scrobbles amount to, counted or not. Stateless; thread-safe. */
public final class Plays {
    private static final int NUMBERS_MAX = 1000;

    private Plays() {}

    /** The play of this scrobble; empty where it has not been read yet. */
    public static Optional<Play> of(Tx tx, Scrobble scrobble) throws SQLException {
        Long at = scrobble.at();
        return PlayTable.at(tx, scrobble.user(), at == null ? Play.UNDATED : at, scrobble.number()).stream()
                .findFirst();
    }

    /** The plays of these scrobbles by number; at most {@value #NUMBERS_MAX} of them. */
    public static Map<Long, Play> of(Tx tx, Collection<Scrobble> scrobbles) throws SQLException {
        if (scrobbles.size() > NUMBERS_MAX) {
            throw new IllegalArgumentException("at most " + NUMBERS_MAX + " at a time, not " + scrobbles.size());
        }
        Map<Long, Play> plays = new HashMap<>();
        for (Scrobble scrobble : scrobbles) {
            of(tx, scrobble).ifPresent(play -> plays.put(play.number(), play));
        }
        return plays;
    }
}
