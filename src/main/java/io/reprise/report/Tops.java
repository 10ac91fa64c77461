package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most played artists, tracks and albums of a range (for other kinds: creators, items and containers), in the words
 * of the reports about music. {@code number} is the one of the user's catalog; there are no pictures yet, so
 * {@code imageUrl} is null.
 */
public record Tops(List<Artist> artists, List<Track> tracks, List<Album> albums) {
    /** A creator with its plays. */
    public record Artist(
            int number, String name, long count, @Nullable String imageUrl) {}

    /** An item with its plays. */
    public record Track(
            int number,
            String artist,
            String track,
            long count,
            @Nullable String imageUrl) {}

    /** A container with its plays. */
    public record Album(
            int number,
            String artist,
            String album,
            long count,
            @Nullable String imageUrl) {}

    /** The first {@code limit} of each. */
    public static Tops of(History history, Range range, Filter filter, int limit) {
        Selection selection = new Selection(history, range, filter);
        Tally items = Tally.of(selection, Subject.ITEM);
        return of(selection, items, Tally.creators(selection.names, items), limit);
    }

    static Tops of(Selection selection, Tally items, Tally creators, int limit) {
        Names names = selection.names;
        Tally albums = Tally.of(selection, Subject.CONTAINER);
        return new Tops(
                rows(names, creators, Subject.CREATOR, limit).stream()
                        .map(row -> new Artist(row.what().number(), row.what().name(), row.plays(), null))
                        .toList(),
                rows(names, items, Subject.ITEM, limit).stream()
                        .map(row -> new Track(
                                row.what().number(),
                                row.what().credit(),
                                row.what().name(),
                                row.plays(),
                                null))
                        .toList(),
                rows(names, albums, Subject.CONTAINER, limit).stream()
                        .map(row -> new Album(
                                row.what().number(),
                                row.what().credit(),
                                row.what().name(),
                                row.plays(),
                                null))
                        .toList());
    }

    private static List<Chart.Row> rows(Names names, Tally tally, Subject subject, int limit) {
        return Chart.of(names, tally, Chart.Ask.top(subject, limit)).rows();
    }
}
