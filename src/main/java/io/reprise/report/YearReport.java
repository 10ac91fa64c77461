package io.reprise.report;

import io.reprise.history.History;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local year told: totals, favourites, when in the day and week, sittings, what was met for the first time ever,
 * variety, and a few things worth telling.
 */
public record YearReport(
        int year,
        Overview overview,
        TopContent topContent,
        ListeningPatterns listeningPatterns,
        Discoveries discoveries,
        Variety diversity,
        List<Milestone> milestones) {
    private static final int TOP = 50;
    private static final int YEAR_MIN = 1970;
    private static final int YEAR_MAX = 2100;

    /**
     * {@code totalMinutes} are the known seconds, and for {@code estimatedPlays} of the plays a guess
     * ({@code estimatedMinutes}): the length of the item, else the mean of its kind in this year, else 3.5 minutes for
     * a song.
     */
    public record Overview(
            long totalScrobbles,
            long totalArtists,
            long totalTracks,
            long totalAlbums,
            long totalMinutes,
            long estimatedMinutes,
            long estimatedPlays,
            double averagePerDay,
            String mostActiveMonth,
            String mostActiveDay) {}

    /** What was played most in the year. */
    public record TopContent(List<TopArtist> topArtists, List<TopTrack> topTracks, List<TopAlbum> topAlbums) {}

    /** A creator with its plays in the year. */
    public record TopArtist(int number, String artist, long playCount, double percentage, int rank) {}

    /** An item with its plays in the year. */
    public record TopTrack(int number, String artist, String track, long playCount, int rank) {}

    /** A container with its plays in the year. */
    public record TopAlbum(int number, String artist, String album, long playCount, int rank) {}

    /**
     * Of plays whose time of day is known. A session ends where more than 30 minutes lie between two starts; it lasts
     * to the end of its last play as far as that is known. Scores are percentages: 20 to 6 o'clock, 6 to 12, Saturday
     * and Sunday.
     */
    public record ListeningPatterns(
            int peakHour,
            int peakDay,
            long longestSessionMinutes,
            double avgSessionMinutes,
            double nightOwlScore,
            double earlyBirdScore,
            double weekendWarriorScore) {}

    /** New ones are those first played in this year, of all years. */
    public record Discoveries(
            long newArtists,
            long newTracks,
            @Nullable FirstPlay firstArtist,
            @Nullable TopDiscovery topDiscovery) {}

    /** The first play of the year. */
    public record FirstPlay(String artist, String track, OffsetDateTime timestamp) {}

    /** The creator met for the first time in the year and played most since. */
    public record TopDiscovery(String artist, OffsetDateTime firstHeard, long playsThisYear) {}

    /**
     * The score of {@link Diversity}; loyalty is the percentage of the most played artist, exploration the rest to 100.
     */
    public record Variety(double diversityScore, long genreCount, double artistLoyalty, double explorationScore) {}

    /** {@code icon} is a word: clock, person, song, calendar, flame, session, compass. */
    public record Milestone(String title, String description, String value, String icon) {}

    public static YearReport of(History history, int year, Filter filter) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new IllegalArgumentException(
                    "a year's report is of " + YEAR_MIN + " to " + YEAR_MAX + ", not of " + year);
        }
        Selection selection = new Selection(history, Range.ofYear(year), filter);
        Tally items = Tally.of(selection, Subject.ITEM);
        Tally creators = Tally.creators(selection.names, items);
        Tally albums = Tally.of(selection, Subject.CONTAINER);
        Overview overview = overview(selection, year, items, creators.distinct(), albums.distinct());
        TopContent top = top(selection, items, creators, albums);
        ListeningPatterns patterns = YearPatterns.of(selection);
        Discoveries discoveries = discoveries(selection, items, creators);
        int streak = Totals.of(history, selection.range, filter).days().longestStreak();
        return new YearReport(
                year,
                overview,
                top,
                patterns,
                discoveries,
                variety(items, creators),
                YearMilestones.of(overview, top, patterns, discoveries, streak));
    }

    private static Overview overview(Selection selection, int year, Tally items, int artists, int albums) {
        Minutes minutes = Minutes.of(selection);
        return new Overview(
                items.allPlays,
                artists,
                items.distinct(),
                albums,
                minutes.seconds() / 60,
                minutes.estimatedSeconds() / 60,
                minutes.estimatedPlays(),
                (double) items.allPlays / Year.of(year).length(),
                busiest(selection, Step.MONTH),
                busiest(selection, Step.DAY));
    }

    /** The label of the step with the most plays, the first of equals; empty without plays. */
    private static String busiest(Selection selection, Step step) {
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        int busiest = 0;
        for (int bucket = 1; bucket < steps.size(); bucket++) {
            busiest = groups.size(bucket) > groups.size(busiest) ? bucket : busiest;
        }
        return groups.size(busiest) == 0 ? "" : steps.label(busiest);
    }

    private static TopContent top(Selection selection, Tally items, Tally creators, Tally albums) {
        return new TopContent(
                rows(selection, creators, Subject.CREATOR).stream()
                        .map(row -> new TopArtist(
                                row.what().number(), row.what().name(), row.plays(), 100 * row.share(), row.rank()))
                        .toList(),
                rows(selection, items, Subject.ITEM).stream()
                        .map(row -> new TopTrack(
                                row.what().number(),
                                row.what().credit(),
                                row.what().name(),
                                row.plays(),
                                row.rank()))
                        .toList(),
                rows(selection, albums, Subject.CONTAINER).stream()
                        .map(row -> new TopAlbum(
                                row.what().number(),
                                row.what().credit(),
                                row.what().name(),
                                row.plays(),
                                row.rank()))
                        .toList());
    }

    private static List<Chart.Row> rows(Selection selection, Tally tally, Subject subject) {
        return Chart.of(selection.names, tally, Chart.Ask.top(subject, TOP)).rows();
    }

    private static Discoveries discoveries(Selection selection, Tally items, Tally creators) {
        History history = selection.history;
        Firsts firsts = Firsts.of(history);
        long[] met = new long[creators.plays.length];
        int first = Firsts.NEVER;
        int firstCreator = 0;
        for (int creator = 1; creator < met.length; creator++) {
            int index = firsts.creators[creator];
            if (creators.plays[creator] != 0 && index != Firsts.NEVER && selection.inRange(index)) {
                met[creator] = creators.plays[creator];
                if (first == Firsts.NEVER || index < first) {
                    first = index;
                    firstCreator = creator;
                }
            }
        }
        FirstPlay firstPlay = first == Firsts.NEVER
                ? null
                : new FirstPlay(
                        selection.names.creatorName(firstCreator),
                        selection.names.title(history.item(first)),
                        Moment.localOf(history, first));
        TopDiscovery top = Ranking.of(met).places(selection.names::creatorName, 0, 1).stream()
                .map(place -> new TopDiscovery(
                        selection.names.creatorName(place.number()),
                        Moment.localOf(history, firsts.creators[place.number()]),
                        met[place.number()]))
                .min(Comparator.comparing(TopDiscovery::artist))
                .orElse(null);
        return new Discoveries(Ranking.of(met).size(), firsts.metIn(selection, Subject.ITEM, items), firstPlay, top);
    }

    private static Variety variety(Tally items, Tally creators) {
        int[] plays = Arrays.stream(creators.plays).filter(count -> count != 0).toArray();
        if (items.allPlays == 0) {
            return new Variety(0, 0, 0, 0);
        }
        double loyalty = 100.0 * Arrays.stream(plays).max().orElse(0) / items.allPlays;
        double score = Diversity.score(plays.length, items.allPlays, Diversity.entropy(plays));
        return new Variety(score, 0, loyalty, 100 - loyalty);
    }
}
