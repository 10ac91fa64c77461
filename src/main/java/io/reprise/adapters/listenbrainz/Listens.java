package io.reprise.adapters.listenbrainz;

import io.reprise.account.User;
import io.reprise.catalog.ItemKeys;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Scrobble;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user's listens: the counted plays of songs with a time, whoever told of them. What was submitted before the
 * question is in the answer. Thread-safe.
 */
final class Listens {
    private static final int FORMAT = new ListenFormat().code();

    private final ListenBrainzDoor.Rooms rooms;
    private final JsonMapper mapper;

    Listens(ListenBrainzDoor.Rooms rooms, JsonMapper mapper) {
        this.rooms = rooms;
        this.mapper = mapper;
    }

    /** Listens after {@code minTs} and before {@code maxTs}, neither included; at most {@code count}. */
    record Window(@Nullable Long minTs, @Nullable Long maxTs, int count) {}

    /** One page, newest first, and when the user's last and first listens were (0 where there are none). */
    record Page(List<ObjectNode> listens, long latest, long oldest) {}

    /** A listen and the number of its scrobble. */
    record Numbered(long number, ObjectNode listen) {}

    /** All that the user plays, with what was submitted before the call. */
    History history(User user) {
        rooms.aggregator().catchUp(user.id());
        return rooms.histories().of(user.id());
    }

    /** How many there are. */
    long count(User user) {
        History history = history(user);
        long count = 0;
        for (int i = 0; i < history.size(); i++) {
            count += isListen(history, i) ? 1 : 0;
        }
        return count;
    }

    Page page(User user, Window window) {
        History history = history(user);
        List<ObjectNode> listens = read(user, history, chosen(history, window)).stream()
                .map(Numbered::listen)
                .toList();
        return new Page(listens, end(history, history.size() - 1, -1), end(history, 0, 1));
    }

    /** All listens of one second. */
    List<Numbered> at(User user, long second) {
        History history = history(user);
        List<Integer> indices = new ArrayList<>();
        for (int i = history.firstFrom(second); i < history.size() && history.at(i) == second; i++) {
            if (isListen(history, i)) {
                indices.add(i);
            }
        }
        return read(user, history, indices);
    }

    /**
     * The indices of a page, newest first: those next to the lower bound where there is one, else those next to the
     * upper.
     */
    private static List<Integer> chosen(History history, Window window) {
        int end = window.maxTs() == null ? history.size() : history.firstFrom(window.maxTs());
        List<Integer> indices = new ArrayList<>();
        if (window.minTs() == null) {
            for (int i = end - 1; i >= 0 && indices.size() < window.count(); i--) {
                add(history, i, indices);
            }
            return indices;
        }
        int begin = window.minTs() == Long.MAX_VALUE ? end : history.firstFrom(window.minTs() + 1);
        for (int i = begin; i < end && indices.size() < window.count(); i++) {
            add(history, i, indices);
        }
        return indices.reversed();
    }

    private static void add(History history, int index, List<Integer> indices) {
        if (isListen(history, index)) {
            indices.add(index);
        }
    }

    private static long end(History history, int from, int step) {
        for (int i = from; i >= 0 && i < history.size(); i += step) {
            if (isListen(history, i)) {
                return history.at(i);
            }
        }
        return 0;
    }

    private static boolean isListen(History history, int index) {
        return history.at(index) != History.UNDATED
                && history.names().kindCode(history.item(index)) == MediaKind.SONG.code();
    }

    /** What the log holds of some plays. */
    private record Stored(Map<Long, Scrobble> rows, Map<Long, byte[]> payloads, Map<Integer, Long> keys) {}

    private List<Numbered> read(User user, History history, List<Integer> indices) {
        if (indices.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = indices.stream().map(history::number).toList();
        List<Integer> items = indices.stream().map(history::originalItem).toList();
        Stored stored = rooms.database().read(tx -> stored(tx, user, numbers, items));
        List<Numbered> listens = new ArrayList<>(indices.size());
        for (int index : indices) {
            long number = history.number(index);
            Scrobble row = stored.rows().get(number);
            byte[] payload = stored.payloads().get(number);
            Names names = history.names();
            ListenJson.Known play = new ListenJson.Known(
                    history.at(index),
                    row == null ? history.at(index) : row.receivedAt(),
                    names,
                    history.item(index),
                    history.container(index),
                    history.origins().get(history.origin(index)),
                    stored.keys().get(history.originalItem(index)));
            listens.add(new Numbered(number, ListenJson.listened(user, play, payload == null ? null : tree(payload))));
        }
        return listens;
    }

    /** The payloads of those alone that were told in the form of ListenBrainz. */
    private Stored stored(Tx tx, User user, List<Long> numbers, List<Integer> items) throws SQLException {
        Map<Long, Scrobble> rows = new HashMap<>(rooms.log().rows(tx, user.id(), numbers));
        List<Long> ours = numbers.stream()
                .filter(number -> {
                    Scrobble row = rows.get(number);
                    return row != null && row.format() == FORMAT;
                })
                .toList();
        return new Stored(rows, rooms.log().payloads(tx, user.id(), ours), ItemKeys.keys(tx, user.id(), items));
    }

    /** The payload as a tree; one that an import had to mend is shown from the catalog instead. */
    private @Nullable JsonNode tree(byte[] payload) {
        try {
            return mapper.readTree(payload);
        } catch (JacksonException e) {
            return null;
        }
    }
}
