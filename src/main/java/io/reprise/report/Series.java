package io.reprise.report;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.ToldEpisode;
import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A series whose episodes an authority told, by its canonical container, and which of them were seen: an episode was
 * seen where a counted play is of it ({@link EpisodeMatch}). Episodes are told by their index in the list. Filled by
 * {@link SeriesBook}, read-only afterwards.
 */
public final class Series {
    private final History history;
    private final int container;
    private final EpisodeList list;
    private final EpisodeMatch match;
    /** The local day of the last play of each episode; {@link History#NO_DAY} where it is not known. */
    private final int[] lastDay;

    private final boolean[] seen;
    private int furthest = EpisodeMatch.NONE;

    Series(History history, int container, EpisodeList list) {
        this.history = history;
        this.container = container;
        this.list = list;
        this.match = new EpisodeMatch(list);
        this.seen = new boolean[list.episodes().size()];
        this.lastDay = new int[list.episodes().size()];
        Arrays.fill(lastDay, History.NO_DAY);
    }

    /** Plays come in the order of time. */
    void saw(int at, int day) {
        seen[at] = true;
        furthest = Math.max(furthest, at);
        lastDay[at] = day == History.NO_DAY ? lastDay[at] : day;
    }

    public int container() {
        return container;
    }

    public Named what() {
        return Named.of(history.names(), Subject.CONTAINER, container);
    }

    public EpisodeList list() {
        return list;
    }

    public ToldEpisode episode(int at) {
        return list.episodes().get(at);
    }

    /** Which episode an item is; empty where it is none of the list, as a special is not. */
    public OptionalInt find(int item) {
        int found = match.of(history.names(), item);
        return found == EpisodeMatch.NONE ? OptionalInt.empty() : OptionalInt.of(found);
    }

    public boolean isSeen(int at) {
        return seen[at];
    }

    /** The local day of its last play; null where it was not seen, or nobody knows when. */
    public @Nullable LocalDate lastSeen(int at) {
        return lastDay[at] == History.NO_DAY ? null : LocalDate.ofEpochDay(lastDay[at]);
    }

    /** How many different episodes were seen. */
    public int seenCount() {
        int count = 0;
        for (boolean each : seen) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /** How many have come out by this local day. */
    public int outCount(LocalDate today) {
        int count = 0;
        for (int at = 0; at < seen.length; at++) {
            count += isOut(at, today) ? 1 : 0;
        }
        return count;
    }

    /**
     * The local day on which it comes or came out: that of its second where a time was told, else the day as told in
     * the show's country; null where nobody knows.
     */
    public @Nullable LocalDate day(int at) {
        Long second = episode(at).airing().at();
        return second == null
                ? episode(at).airing().day()
                : LocalDate.ofEpochDay(history.zones().dayAt(second));
    }

    /** Whether it has come out by this local day; what was seen has, and what has no date of an ended series. */
    public boolean isOut(int at, LocalDate today) {
        LocalDate day = day(at);
        return seen[at] || (day == null ? list.ended() : !day.isAfter(today));
    }

    /**
     * The first episode that was not seen after the furthest one that was, across seasons. Before that nothing is next:
     * who sees an old episode again, or left one out, is not taken back to it.
     */
    public OptionalInt next() {
        for (int at = furthest + 1; at < seen.length; at++) {
            if (!seen[at]) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the series has ended and nothing of it is next. */
    public boolean isDone() {
        return list.ended() && next().isEmpty();
    }

    /** The word of the authority that told the list: ids are told as {@code tvmaze:show}. */
    public String source() {
        String scheme = list.show().scheme();
        int colon = scheme.indexOf(':');
        return colon < 0 ? scheme : scheme.substring(0, colon);
    }

    /** The number of the season, then of the episode: "S1 E2"; with its title where it has one. */
    public String shown(int at) {
        String title = episode(at).title();
        return episode(at).place() + (title.isEmpty() ? "" : " " + title);
    }

    static Optional<Series> of(History history, int container) {
        Names names = history.names();
        return names.facts().episodes().of(container).map(list -> new Series(history, container, list));
    }

    /** The indices of the episodes of each season, in order. */
    public List<List<Integer>> seasons() {
        return IntStream.range(0, seen.length)
                .boxed()
                .collect(Collectors.groupingBy(at -> episode(at).place().season(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }
}
