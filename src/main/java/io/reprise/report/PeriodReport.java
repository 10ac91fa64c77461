package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report on a month, a year or all time: when it begins and ends for the user (its last second; for an open period
 * the first and last play stand in, null without plays), how many plays it has, and the fifty most played of each sort.
 */
public record PeriodReport(
        String period,
        @Nullable OffsetDateTime startDate,
        @Nullable OffsetDateTime endDate,
        long totalScrobbles,
        List<Tops.Artist> topArtists,
        List<Tops.Track> topTracks,
        List<Tops.Album> topAlbums) {
    private static final int ROWS = 50;

    public static PeriodReport of(History history, Period period, Filter filter) {
        Selection selection = new Selection(history, period.range(), filter);
        Tally items = Tally.of(selection, Subject.ITEM);
        Tops tops = Tops.of(selection, items, Tally.creators(selection.names, items), ROWS);
        Buckets days = Buckets.of(selection, Step.YEAR);
        LocalDate first = days.size() == 0 ? null : days.from(0);
        LocalDate last = days.size() == 0 ? null : days.to(days.size() - 1);
        return new PeriodReport(
                period.text(),
                first == null ? null : Moment.local(history, history.zones().startOf(first)),
                last == null ? null : Moment.local(history, history.zones().startOf(last.plusDays(1)) - 1),
                items.allPlays,
                tops.artists(),
                tops.tracks(),
                tops.albums());
    }
}
