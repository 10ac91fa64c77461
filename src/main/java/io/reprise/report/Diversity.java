package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How varied the artists are, step by step: Shannon entropy of their plays in bits (0: one artist), Gini coefficient
 * (0: all equally often, towards 1: one above all), and a score of 0 to 100, made of entropy (60 %, full at 6.64 bits,
 * a hundred artists equally often) and of different artists per play (40 %). Steps without plays are left out.
 */
public record Diversity(List<Point> timeline, Summary summary) {
    private static final double FULL_ENTROPY_BITS = 6.64;
    private static final double ENTROPY_PART = 0.6;
    private static final double LN_2 = Math.log(2);

    /** {@code total} and {@code totalScrobbles} are the same number, under both names that clients know. */
    public record Point(
            String period,
            long total,
            long totalScrobbles,
            long uniqueArtists,
            long uniqueTracks,
            double shannonEntropy,
            double giniCoefficient,
            double diversityScore) {}

    /** Averages are over the steps; totals over all plays in question. */
    public record Summary(
            long totalScrobbles,
            long totalUniqueArtists,
            long totalUniqueTracks,
            double avgDiversityScore,
            double avgShannonEntropy,
            double avgGiniCoefficient,
            String mostDiversePeriod,
            String leastDiversePeriod) {}

    public static Diversity of(History history, Range range, Filter filter, Step step) {
        Selection selection = new Selection(history, range, filter);
        Tally items = Tally.of(selection, Subject.ITEM);
        Tally creators = Tally.creators(selection.names, items);
        List<Point> timeline = timeline(selection, Buckets.of(selection, step));
        Comparator<Point> byScore = Comparator.comparingDouble(Point::diversityScore);
        return new Diversity(
                timeline,
                new Summary(
                        items.allPlays,
                        creators.distinct(),
                        items.distinct(),
                        timeline.stream()
                                .mapToDouble(Point::diversityScore)
                                .average()
                                .orElse(0),
                        timeline.stream()
                                .mapToDouble(Point::shannonEntropy)
                                .average()
                                .orElse(0),
                        timeline.stream()
                                .mapToDouble(Point::giniCoefficient)
                                .average()
                                .orElse(0),
                        timeline.stream().max(byScore).map(Point::period).orElse(""),
                        timeline.stream().min(byScore).map(Point::period).orElse("")));
    }

    private static List<Point> timeline(Selection selection, Buckets steps) {
        Buckets.Groups groups = steps.groups(selection);
        Names names = selection.names;
        int[] artists = new int[names.lastCreator() + 1];
        int[] tracks = new int[names.lastItem() + 1];
        List<Point> points = new ArrayList<>();
        for (int bucket = 0; bucket < steps.size(); bucket++) {
            long uniqueTracks = 0;
            int[] met = new int[0];
            int size = 0;
            for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
                int item = selection.history.item(groups.indices()[at]);
                uniqueTracks += tracks[item] == bucket + 1 ? 0 : 1;
                tracks[item] = bucket + 1;
                for (int i = 0; i < names.creditCount(item); i++) {
                    int creator = names.creator(item, i);
                    if (Tally.isFirstMention(names, item, i) && artists[creator]++ == 0) {
                        met = size == met.length ? Arrays.copyOf(met, 2 * size + 8) : met;
                        met[size++] = creator;
                    }
                }
            }
            if (groups.size(bucket) > 0) {
                points.add(point(steps.label(bucket), groups.size(bucket), uniqueTracks, taken(artists, met, size)));
            }
        }
        return List.copyOf(points);
    }

    /** The plays of those met, leaving 0 behind for the next step. */
    private static int[] taken(int[] plays, int[] met, int size) {
        int[] taken = new int[size];
        for (int i = 0; i < size; i++) {
            taken[i] = plays[met[i]];
            plays[met[i]] = 0;
        }
        return taken;
    }

    private static Point point(String period, long plays, long tracks, int[] artists) {
        double entropy = entropy(artists);
        return new Point(
                period,
                plays,
                plays,
                artists.length,
                tracks,
                entropy,
                gini(artists),
                score(artists.length, plays, entropy));
    }

    /** Shannon entropy in bits of how plays spread. */
    static double entropy(int[] plays) {
        double sum = Arrays.stream(plays).asLongStream().sum();
        double entropy = 0;
        for (int count : plays) {
            entropy -= count == 0 ? 0 : count / sum * (Math.log(count / sum) / LN_2);
        }
        return Math.max(0, entropy);
    }

    /** Gini coefficient of how plays spread: 2 * sum(rank * plays) / (n * sum) - (n + 1) / n, ranks from the least. */
    static double gini(int[] plays) {
        int[] sorted = plays.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            weighted += (i + 1.0) * sorted[i];
        }
        double n = sorted.length;
        return sum == 0 ? 0 : Math.clamp(2 * weighted / (n * sum) - (n + 1) / n, 0, 1);
    }

    static double score(long artists, long plays, double entropy) {
        double uniqueness = plays == 0 ? 0 : Math.min(1, (double) artists / plays);
        return 100 * (ENTROPY_PART * Math.min(1, entropy / FULL_ENTROPY_BITS) + (1 - ENTROPY_PART) * uniqueness);
    }
}
