package io.reprise.report;

import io.reprise.history.History;
import java.util.List;

/** All plays in one number, with the ten most played artists and tracks of all time. */
public record StatsReport(long totalScrobbles, List<Tops.Artist> topArtists, List<Tops.Track> topTracks) {
    private static final int ROWS = 10;

    public static StatsReport of(History history, Filter filter) {
        Selection selection = new Selection(history, Range.ALL, filter);
        Tally items = Tally.of(selection, Subject.ITEM);
        Tops tops = Tops.of(selection, items, Tally.creators(selection.names, items), ROWS);
        return new StatsReport(items.allPlays, tops.artists(), tops.tracks());
    }
}
