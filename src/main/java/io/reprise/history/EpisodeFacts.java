package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.EpisodeRows;
import io.reprise.media.ExternalId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * What authorities told of the episodes of the series in one library: their lists, by canonical container, and the ids
 * that decisions tie to items. Of several lists of one series that of the surest id counts, then the newest; a merged
 * series' list counts for what stands for it where that has none itself. Immutable and thread-safe.
 */
public final class EpisodeFacts {
    private static final int EPISODE_BYTES_USUAL = 250;
    private static final Comparator<Told> SUREST = Comparator.comparingDouble(Told::confidence)
            .reversed()
            .thenComparing(told -> -told.list().toldAt())
            .thenComparing(told -> told.list().show().toString());

    private final Raw raw;
    private final Map<Integer, EpisodeList> lists = new HashMap<>();

    EpisodeFacts(Raw raw, IntUnaryOperator canonical, int last) {
        this.raw = raw;
        raw.lists().forEach((container, list) -> {
            int into = container <= last ? canonical.applyAsInt(container) : 0;
            if (into == container) {
                lists.put(into, list);
            } else if (into != 0 && !raw.lists().containsKey(into)) {
                lists.putIfAbsent(into, list);
            }
        });
    }

    private record Told(int container, double confidence, EpisodeList list) {}

    /** As the store tells them: by the container and the item that an id is tied to. */
    record Raw(Map<Integer, EpisodeList> lists, Map<Integer, List<ExternalId>> ids) {
        static final Raw NOTHING = new Raw(Map.of(), Map.of());

        static Raw read(Tx tx, UserId user) throws SQLException {
            List<Told> told = new ArrayList<>();
            EpisodeRows.linked(
                    tx, user, (container, confidence, list) -> told.add(new Told(container, confidence, list)));
            Set<String> schemes = told.stream()
                    .flatMap(each -> each.list().episodes().stream())
                    .map(episode -> episode.id().scheme())
                    .collect(Collectors.toCollection(HashSet::new));
            Map<Integer, List<ExternalId>> ids = new HashMap<>();
            for (String scheme : schemes) {
                EpisodeRows.ids(
                        tx,
                        user,
                        scheme,
                        (item, id) -> ids.computeIfAbsent(item, any -> new ArrayList<>())
                                .add(id));
            }
            return of(told, ids);
        }

        private static Raw of(List<Told> told, Map<Integer, List<ExternalId>> ids) {
            Map<Integer, EpisodeList> lists = new TreeMap<>();
            told.stream().sorted(SUREST).forEach(each -> lists.putIfAbsent(each.container(), each.list()));
            return new Raw(lists, ids);
        }
    }

    /** Whether no list was told of anything. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** The list of this canonical container; empty where none was told. */
    public Optional<EpisodeList> of(int container) {
        return Optional.ofNullable(lists.get(container));
    }

    /** The ids of episodes that decisions tie to this very item. */
    public List<ExternalId> ids(int item) {
        return raw.ids().getOrDefault(item, List.of());
    }

    long weight() {
        return raw.lists().values().stream()
                .mapToLong(list -> (long) EPISODE_BYTES_USUAL * list.episodes().size())
                .sum();
    }
}
