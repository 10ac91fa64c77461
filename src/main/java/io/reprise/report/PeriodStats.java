package io.reprise.report;

import io.reprise.history.History;
import java.util.List;

/** What a start page shows of a period: its plays, and the fifteen most played artists, tracks and albums. */
public record PeriodStats(
        String period,
        long periodScrobbles,
        List<Tops.Artist> topArtists,
        List<Tops.Track> topTracks,
        List<Tops.Album> topAlbums) {
    private static final int ROWS = 15;

    public static PeriodStats of(History history, Period period, Filter filter) {
        Selection selection = new Selection(history, period.range(), filter);
        Tally items = Tally.of(selection, Subject.ITEM);
        Tops tops = Tops.of(selection, items, Tally.creators(selection.names, items), ROWS);
        return new PeriodStats(period.text(), items.allPlays, tops.artists(), tops.tracks(), tops.albums());
    }
}
