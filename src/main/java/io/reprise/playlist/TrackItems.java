package io.reprise.playlist;

import io.reprise.account.UserId;
import io.reprise.catalog.ItemKeys;
import io.reprise.history.Names;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.rating.Rated;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the items that the tracks of a list mean in a user's catalog: by recording, else by credit and title. */
final class TrackItems {
    private static final String RECORDING = "mb:recording";

    private TrackItems() {}

    /** Canonical items by the places of their tracks; what was never played is left out. */
    static Map<Integer, Integer> of(Tx tx, UserId user, List<Track> tracks, Names names) throws SQLException {
        List<Long> keys = new ArrayList<>();
        for (Track track : tracks) {
            keys.add(key(track).orElse(0L));
        }
        Map<Long, Integer> byKey = ItemKeys.items(tx, user, keys);
        Map<Integer, Integer> items = new LinkedHashMap<>();
        for (int i = 0; i < tracks.size(); i++) {
            Integer known = byKey.get(keys.get(i));
            int item = known == null ? byRecording(tx, user, tracks.get(i)) : known;
            if (item != 0 && item <= names.lastItem()) {
                items.put(i, names.canonicalItem(item));
            }
        }
        return items;
    }

    private static int byRecording(Tx tx, UserId user, Track track) throws SQLException {
        ExternalId id = track.id();
        return id == null || !id.scheme().equals(RECORDING)
                ? 0
                : ItemKeys.withRecording(tx, user, id.value()).stream()
                        .findFirst()
                        .orElse(0);
    }

    private static Optional<Long> key(Track track) {
        return track.title().isEmpty() || track.credit().isEmpty()
                ? Optional.empty()
                : Optional.of(Rated.keyOf(new Mention.Song(
                        track.title(), Credit.of(track.credit(), "artist"), null, null, null, List.of())));
    }
}
