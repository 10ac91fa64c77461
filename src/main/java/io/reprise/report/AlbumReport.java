package io.reprise.report;

import io.reprise.history.History;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One album (of other kinds: container) in a range: totals, its most played tracks, and plays by day. */
public record AlbumReport(
        int number,
        Stats stats,
        List<Tops.Track> topTracks,
        List<DayCount> scrobblesOverTime,
        @Nullable String imageUrl) {
    private static final int TRACKS_MAX = 200;

    /** First and last dated play in the range, in epoch seconds (UTC), null where there is none. */
    public record Stats(
            String artist,
            String album,
            long totalScrobbles,
            long uniqueTracks,
            @Nullable Long firstScrobble,
            @Nullable Long lastScrobble) {}

    /** Empty where there is no container of this number. */
    public static Optional<AlbumReport> of(History history, int container, Range range, Filter filter) {
        int number = Subject.CONTAINER.canonical(history.names(), container);
        if (number == 0) {
            return Optional.empty();
        }
        EntityPlays plays = EntityPlays.of(history, range, filter.withContainer(number), TRACKS_MAX);
        return Optional.of(new AlbumReport(
                number,
                new Stats(
                        history.names().containerCredit(number),
                        history.names().containerTitle(number),
                        plays.plays(),
                        plays.tracks(),
                        plays.first(),
                        plays.last()),
                plays.tops().tracks(),
                plays.overTime(),
                null));
    }
}
