package io.reprise.playlist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.catalog.ItemKeys;
import io.reprise.catalog.LedgerCopy;
import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.ExternalId;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an evaluation needs beside the plays, and keeps the opinions of the users who asked last: they are only
 * ever added, so what came since is read alone. Thread-safe.
 */
final class Gatherer {
    private static final int USERS_MAX = 100;
    private static final Duration IDLE_MAX = Duration.ofMinutes(30);

    private final Database database;
    private final Cache<UserId, List<RatingEvent>> opinions = Caffeine.newBuilder()
            .maximumSize(USERS_MAX)
            .expireAfterAccess(IDLE_MAX)
            .build();

    Gatherer(Database database) {
        this.database = database;
    }

    /** Which history, as of when (null for all of it), and what time it is (epoch seconds, UTC). */
    record Moment(History history, @Nullable Long asOf, long now) {}

    Sight sight(UserId user, Moment moment, Needs needs, Sight.Lists lists) {
        Names names = moment.history().names();
        Long asOf = moment.asOf();
        Sight.Told told = database.read(tx -> new Sight.Told(
                needs.opinions() ? opinions(tx, user, names, asOf == null ? Long.MAX_VALUE : asOf) : Opinions.NONE,
                moment.history().unfinished(),
                new ToldFacts(names),
                ids(tx, user, needs.schemes(), names),
                lists));
        return Sight.of(moment.history(), asOf, moment.now(), told);
    }

    int[] items(UserId user, List<Track> tracks, Names names) {
        return places(user, tracks, names).values().stream()
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    Map<Integer, Integer> places(UserId user, List<Track> tracks, Names names) {
        return database.read(tx -> TrackItems.of(tx, user, tracks, names));
    }

    /** All outside ids of these canonical items, those of items merged into them as well, in a steady order. */
    Map<Integer, List<ExternalId>> ids(UserId user, int[] items, Names names) {
        BitSet asked = new BitSet();
        Arrays.stream(items).forEach(asked::set);
        List<Integer> originals = new ArrayList<>();
        for (int item = 1; item <= names.lastItem(); item++) {
            if (asked.get(names.canonicalItem(item))) {
                originals.add(item);
            }
        }
        Map<Integer, Set<ExternalId>> ids = new HashMap<>();
        database.read(tx -> {
            ItemKeys.ids(
                    tx,
                    user,
                    originals,
                    (item, scheme, value) -> ids.computeIfAbsent(names.canonicalItem(item), any -> new HashSet<>())
                            .add(new ExternalId(scheme, value)));
            return ids;
        });
        Map<Integer, List<ExternalId>> sorted = new HashMap<>();
        ids.forEach((item, told) -> sorted.put(
                item,
                told.stream().sorted(Comparator.comparing(ExternalId::toString)).toList()));
        return sorted;
    }

    private Opinions opinions(Tx tx, UserId user, Names names, long asOf) throws SQLException {
        List<RatingEvent> events = events(tx, user);
        Map<Rated.Sort, Map<Long, Integer>> numbers = new EnumMap<>(Rated.Sort.class);
        for (Rated.Sort sort : Rated.Sort.values()) {
            numbers.put(sort, LedgerCopy.numbers(tx, user, sort.kind(), keys(events, sort)));
        }
        return Opinions.of(events, sort -> numbers.getOrDefault(sort, Map.of()), names, asOf);
    }

    private static List<Long> keys(List<RatingEvent> events, Rated.Sort sort) {
        return events.stream()
                .filter(event -> event.about().sort() == sort)
                .map(event -> event.about().itemKey())
                .distinct()
                .toList();
    }

    private List<RatingEvent> events(Tx tx, UserId user) {
        List<RatingEvent> known = opinions.getIfPresent(user);
        List<RatingEvent> all = new ArrayList<>(known == null ? List.of() : known);
        List<RatingEvent> more;
        do {
            more = Ratings.after(tx, user, all.isEmpty() ? 0 : all.getLast().number(), Ratings.EVENTS_MAX);
            all.addAll(more);
        } while (more.size() == Ratings.EVENTS_MAX);
        if (known == null || all.size() != known.size()) {
            opinions.put(user, List.copyOf(all));
        }
        return all;
    }

    private static Map<String, Map<Integer, List<String>>> ids(Tx tx, UserId user, Set<String> schemes, Names names)
            throws SQLException {
        Map<String, Map<Integer, List<String>>> ids = new HashMap<>();
        for (String scheme : schemes) {
            Map<Integer, List<String>> ofScheme = new HashMap<>();
            CatalogRows.idsOf(tx, user, scheme, (item, value) -> {
                if (item <= names.lastItem()) {
                    ofScheme.computeIfAbsent(names.canonicalItem(item), any -> new ArrayList<>())
                            .add(value);
                }
            });
            ids.put(scheme, ofScheme);
        }
        return ids;
    }
}
