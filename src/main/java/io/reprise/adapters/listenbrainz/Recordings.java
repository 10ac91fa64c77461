package io.reprise.adapters.listenbrainz;

import io.reprise.account.User;
import io.reprise.catalog.ItemKeys;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.ExternalId;
import io.reprise.media.Fingerprint;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.rating.Rated;
import io.reprise.scrobble.Playing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds songs of a user by the ids that ListenBrainz's programs name them by: MSIDs that were given here, and MBIDs
 * that a source told of a song. Thread-safe.
 */
final class Recordings {
    static final String MBID = "mb:recording";
    private static final String FOREIGN_MSID = "lb:msid";

    private final ListenBrainzDoor.Rooms rooms;
    private final Listens listens;

    Recordings(ListenBrainzDoor.Rooms rooms, Listens listens) {
        this.rooms = rooms;
        this.listens = listens;
    }

    /** What the catalog says of a song; the release is the one it was played from last, empty where none was told. */
    record Known(
            String title,
            String artist,
            String release,
            int seconds,
            @Nullable String mbid) {}

    /** The song of this MSID, played or playing; else one that is known by its id alone. */
    Rated byMsid(User user, UUID msid) {
        OptionalLong key = Msid.key(msid);
        if (key.isEmpty()) {
            return foreign(new ExternalId(FOREIGN_MSID, msid.toString()));
        }
        return find(user, key.getAsLong())
                .or(() -> playing(user).stream()
                        .filter(each -> Rated.keyOf(each) == key.getAsLong())
                        .findFirst()
                        .map(each -> Rated.of(each, 0, null)))
                .orElseGet(() -> new Rated(
                        Rated.Sort.ITEM,
                        key.getAsLong(),
                        MediaKind.SONG,
                        msid.toString(),
                        "",
                        new ExternalId(FOREIGN_MSID, msid.toString()),
                        0,
                        null));
    }

    /** The key that a song of this MSID is rated under. */
    static long keyOf(UUID msid) {
        return Msid.key(msid)
                .orElseGet(() ->
                        foreign(new ExternalId(FOREIGN_MSID, msid.toString())).itemKey());
    }

    /** The song of which this MBID was told, played or playing; else one that is known by its id alone. */
    Rated byMbid(User user, String mbid) {
        ExternalId id = new ExternalId(MBID, mbid);
        return keysOf(user, mbid).stream()
                .findFirst()
                .flatMap(key -> find(user, key))
                .or(() -> playing(user).stream()
                        .filter(each -> each.ids().contains(id))
                        .findFirst()
                        .map(each -> Rated.of(each, 0, null)))
                .map(about -> named(about, id))
                .orElseGet(() -> foreign(id));
    }

    static Rated named(Rated about, ExternalId id) {
        return new Rated(
                Rated.Sort.ITEM,
                about.itemKey(),
                about.kind(),
                about.title(),
                about.credit(),
                id,
                about.scrobble(),
                about.position());
    }

    /** Whether all that is known of it is an id. */
    static boolean isForeign(Rated about) {
        ExternalId id = about.id();
        return id != null && about.credit().isEmpty() && about.title().equals(id.value());
    }

    /** The keys that a song with this MBID may have been rated under: those of its items, then that of the id. */
    List<Long> allKeysOf(User user, String mbid) {
        List<Long> keys = new ArrayList<>(keysOf(user, mbid));
        keys.add(foreign(new ExternalId(MBID, mbid)).itemKey());
        return keys;
    }

    /** The keys of the songs of which this MBID was told. */
    List<Long> keysOf(User user, String mbid) {
        listens.history(user);
        return rooms.database().read(tx -> {
            List<Integer> items = ItemKeys.withRecording(tx, user.id(), mbid);
            Map<Integer, Long> keys = ItemKeys.keys(tx, user.id(), items);
            return items.stream().map(keys::get).filter(Objects::nonNull).toList();
        });
    }

    /** Of each of these MBIDs that a source told, the key of the first song it was told of. */
    Map<String, Long> firstKeys(User user, Collection<String> mbids) {
        listens.history(user);
        return rooms.database().read(tx -> {
            Map<String, Integer> items = new HashMap<>();
            for (String mbid : Set.copyOf(mbids)) {
                List<Integer> told = ItemKeys.withRecording(tx, user.id(), mbid);
                told.stream().findFirst().ifPresent(item -> items.put(mbid, item));
            }
            Map<Integer, Long> keys = ItemKeys.keys(tx, user.id(), items.values());
            Map<String, Long> first = new HashMap<>();
            items.forEach((mbid, item) -> first.put(mbid, Objects.requireNonNull(keys.get(item))));
            return first;
        });
    }

    /** What the catalog says of the songs with these keys; those it does not know are left out. */
    Map<Long, Known> known(User user, Collection<Long> keys) {
        History history = listens.history(user);
        Names names = history.names();
        Map<Long, Integer> items = new HashMap<>(rooms.database().read(tx -> ItemKeys.items(tx, user.id(), keys)));
        items.values().removeIf(item -> item > names.lastItem());
        items.replaceAll((key, item) -> names.canonicalItem(item));
        Map<Integer, String> mbids = mbids(user, items.values());
        Map<Integer, String> releases = releases(history, items.values());
        Map<Long, Known> known = new HashMap<>();
        items.forEach((key, item) -> known.put(
                key,
                new Known(
                        names.title(item),
                        names.creditText(item),
                        releases.getOrDefault(item, ""),
                        names.length(item),
                        mbids.get(item))));
        return known;
    }

    /** One MBID of each of these items of which any was told. */
    Map<Integer, String> mbids(User user, Collection<Integer> items) {
        return rooms.database().read(tx -> ItemKeys.ids(tx, user.id(), MBID, items));
    }

    /** The keys of these items. */
    Map<Integer, Long> keys(User user, Collection<Integer> items) {
        return rooms.database().read(tx -> ItemKeys.keys(tx, user.id(), items));
    }

    /** The title of the release from which each of these canonical items was played last; those with none left out. */
    static Map<Integer, String> releases(History history, Collection<Integer> items) {
        boolean[] wanted = new boolean[history.names().lastItem() + 1];
        int missing = 0;
        for (int item : items) {
            missing += wanted[item] ? 0 : 1;
            wanted[item] = true;
        }
        Map<Integer, String> releases = new HashMap<>();
        for (int i = history.size() - 1; i >= 0 && missing > 0; i--) {
            int item = history.item(i);
            if (wanted[item] && history.container(i) != 0) {
                wanted[item] = false;
                missing--;
                releases.put(item, history.names().containerTitle(history.container(i)));
            }
        }
        return releases;
    }

    private Optional<Rated> find(User user, long key) {
        Known known = known(user, List.of(key)).get(key);
        if (known == null) {
            return Optional.empty();
        }
        String mbid = known.mbid();
        ExternalId id = mbid == null ? null : new ExternalId(MBID, mbid);
        return Optional.of(new Rated(Rated.Sort.ITEM, key, MediaKind.SONG, known.title(), known.artist(), id, 0, null));
    }

    private List<Mention> playing(User user) {
        return rooms.playing().of(user.id()).stream()
                .map(Playing::told)
                .map(told -> told.mention())
                .filter(mention -> mention.kind() == MediaKind.SONG)
                .toList();
    }

    private static Rated foreign(ExternalId id) {
        long key = Fingerprint.of("id\u001f" + id).key();
        return new Rated(Rated.Sort.ITEM, key, MediaKind.SONG, id.value(), "", id, 0, null);
    }
}
