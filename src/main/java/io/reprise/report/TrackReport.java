package io.reprise.report;

import io.reprise.history.History;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One track (of other kinds: item) in a range: totals, the albums it was played from, and plays by day. */
public record TrackReport(
        int number,
        Stats stats,
        List<Tops.Album> topAlbums,
        List<DayCount> scrobblesOverTime,
        @Nullable String imageUrl) {
    /** First and last dated play in the range, in epoch seconds (UTC), null where there is none. */
    public record Stats(
            String artist,
            String track,
            long totalScrobbles,
            @Nullable Long firstScrobble,
            @Nullable Long lastScrobble) {}

    /** Empty where there is no item of this number. */
    public static Optional<TrackReport> of(History history, int item, Range range, Filter filter) {
        int number = Subject.ITEM.canonical(history.names(), item);
        if (number == 0) {
            return Optional.empty();
        }
        EntityPlays plays = EntityPlays.of(history, range, filter.withItem(number), EntityPlays.TOP);
        return Optional.of(new TrackReport(
                number,
                new Stats(
                        history.names().creditText(number),
                        history.names().title(number),
                        plays.plays(),
                        plays.first(),
                        plays.last()),
                plays.tops().albums(),
                plays.overTime(),
                null));
    }
}
