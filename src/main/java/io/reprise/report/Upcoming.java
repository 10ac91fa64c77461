package io.reprise.report;

import io.reprise.catalog.ToldEpisode;
import io.reprise.history.History;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode of a series that is watched, seen or not, and the local day and time on which it comes or came out; the
 * time is null where only a day was told.
 */
public record Upcoming(
        Series series, int at, LocalDate day, @Nullable LocalTime time) {
    private static final Comparator<Upcoming> SOONEST = Comparator.comparing(Upcoming::day)
            .thenComparing(Upcoming::time, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(each -> each.series().container())
            .thenComparing(Upcoming::at);

    /** Those of these days, the soonest first, whether they were seen or not. */
    public static List<Upcoming> of(History history, Filter filter, LocalDate from, LocalDate to) {
        List<Upcoming> all = new ArrayList<>();
        for (Series series : SeriesBook.of(history, filter).all()) {
            for (int at = 0; at < series.list().episodes().size(); at++) {
                LocalDate day = series.day(at);
                if (day != null && !day.isBefore(from) && !day.isAfter(to)) {
                    all.add(new Upcoming(series, at, day, time(history, series.episode(at))));
                }
            }
        }
        all.sort(SOONEST);
        return all;
    }

    private static @Nullable LocalTime time(History history, ToldEpisode episode) {
        Long second = episode.airing().at();
        return second == null
                ? null
                : Instant.ofEpochSecond(second + history.zones().offsetAt(second))
                        .atOffset(ZoneOffset.UTC)
                        .toLocalTime();
    }

    public ToldEpisode episode() {
        return series.episode(at);
    }

    public boolean isSeen() {
        return series.isSeen(at);
    }
}
