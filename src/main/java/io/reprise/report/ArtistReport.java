package io.reprise.report;

import io.reprise.history.History;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One artist (of other kinds: creator) in a range: totals, the twenty most played tracks and albums, and plays by day.
 */
public record ArtistReport(
        int number,
        Stats stats,
        List<Tops.Track> topTracks,
        List<Tops.Album> topAlbums,
        List<DayCount> scrobblesOverTime,
        @Nullable String imageUrl) {
    /** First and last dated play in the range, in epoch seconds (UTC), null where there is none. */
    public record Stats(
            String artist,
            long totalScrobbles,
            long uniqueTracks,
            long uniqueAlbums,
            @Nullable Long firstScrobble,
            @Nullable Long lastScrobble) {}

    /** Empty where there is no creator of this number. */
    public static Optional<ArtistReport> of(History history, int creator, Range range, Filter filter) {
        int number = Subject.CREATOR.canonical(history.names(), creator);
        if (number == 0) {
            return Optional.empty();
        }
        EntityPlays plays = EntityPlays.of(history, range, filter.withCreator(number), EntityPlays.TOP);
        return Optional.of(new ArtistReport(
                number,
                new Stats(
                        history.names().creatorName(number),
                        plays.plays(),
                        plays.tracks(),
                        plays.albums(),
                        plays.first(),
                        plays.last()),
                plays.tops().tracks(),
                plays.tops().albums(),
                plays.overTime(),
                null));
    }
}
