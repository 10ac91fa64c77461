package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much of what was played was new, step by step. A track or artist is new where a play is the first of it in the
 * whole history, not merely in the range. The ratio is new tracks among plays; steps without plays are left out. Plays
 * told too coarsely for the step count in the summary's total only.
 */
public record Novelty(
        List<Point> timeline, Summary summary, List<Discovery> newArtistsDiscovered, List<Comfort> topComfortTracks) {
    private static final int DISCOVERIES_MAX = 1000;
    private static final int COMFORTS = 10;

    /** One step of the timeline: what was new in it and what came again. */
    public record Point(
            String period,
            long totalScrobbles,
            long newTracks,
            long repeatTracks,
            long newArtists,
            long repeatArtists,
            double noveltyRatio) {}

    /** The range told in a few figures. */
    public record Summary(
            long totalScrobbles,
            long totalUniqueTracks,
            long totalUniqueArtists,
            double avgNoveltyRatio,
            String mostExploratoryPeriod,
            String leastExploratoryPeriod) {}

    /** An artist met in the range, and its plays in it. In the order of meeting; of very many, the most played. */
    public record Discovery(int number, String artist, OffsetDateTime firstHeard, String period, long totalPlays) {}

    /** One of the most played tracks of the range, and when it was first played ever. */
    public record Comfort(int number, String artist, String track, long playCount, OffsetDateTime firstHeard) {}

    public static Novelty of(History history, Range range, Filter filter, Step step) {
        Selection selection = new Selection(history, range, filter);
        Firsts firsts = Firsts.of(history);
        Buckets steps = Buckets.of(selection, step);
        List<Point> timeline = timeline(selection, firsts, steps);
        Tally items = Tally.of(selection, Subject.ITEM);
        Tally creators = Tally.creators(selection.names, items);
        Comparator<Point> byRatio = Comparator.comparingDouble(Point::noveltyRatio);
        Summary summary = new Summary(
                items.allPlays,
                items.distinct(),
                creators.distinct(),
                timeline.stream().mapToDouble(Point::noveltyRatio).average().orElse(0),
                timeline.stream().max(byRatio).map(Point::period).orElse(""),
                timeline.stream().min(byRatio).map(Point::period).orElse(""));
        return new Novelty(
                timeline, summary, discoveries(selection, firsts, steps, creators), comforts(history, firsts, items));
    }

    private static List<Point> timeline(Selection selection, Firsts firsts, Buckets steps) {
        Buckets.Groups groups = steps.groups(selection);
        int[] latest = new int[selection.names.lastCreator() + 1];
        Arrays.fill(latest, Buckets.NONE);
        List<Point> points = new ArrayList<>();
        for (int bucket = 0; bucket < steps.size(); bucket++) {
            if (groups.size(bucket) > 0) {
                points.add(point(selection, firsts, groups, bucket, steps.label(bucket), latest));
            }
        }
        return List.copyOf(points);
    }

    private static Point point(
            Selection selection, Firsts firsts, Buckets.Groups groups, int bucket, String label, int[] latest) {
        Names names = selection.names;
        long newTracks = 0;
        long newArtists = 0;
        long artists = 0;
        for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
            int index = groups.indices()[at];
            int item = selection.history.item(index);
            newTracks += firsts.items[item] == index ? 1 : 0;
            for (int i = 0; i < names.creditCount(item); i++) {
                int creator = names.creator(item, i);
                if (Tally.isFirstMention(names, item, i)) {
                    newArtists += firsts.creators[creator] == index ? 1 : 0;
                    artists += latest[creator] == bucket ? 0 : 1;
                    latest[creator] = bucket;
                }
            }
        }
        long plays = groups.size(bucket);
        return new Point(
                label,
                plays,
                newTracks,
                plays - newTracks,
                newArtists,
                artists - newArtists,
                (double) newTracks / plays);
    }

    private static List<Discovery> discoveries(Selection selection, Firsts firsts, Buckets steps, Tally creators) {
        History history = selection.history;
        long[] met = new long[creators.plays.length];
        for (int creator = 1; creator < met.length; creator++) {
            int first = firsts.creators[creator];
            met[creator] = creators.plays[creator] != 0 && first != Firsts.NEVER && selection.has(first)
                    ? creators.plays[creator]
                    : 0;
        }
        return Ranking.of(met).places(selection.names::creatorName, 0, DISCOVERIES_MAX).stream()
                .map(Ranking.Place::number)
                .sorted(Comparator.<Integer>comparingInt(creator -> firsts.creators[creator])
                        .thenComparing(creator -> creator))
                .map(creator -> {
                    int first = firsts.creators[creator];
                    int bucket = steps.of(history, first);
                    return new Discovery(
                            creator,
                            selection.names.creatorName(creator),
                            Moment.localOf(history, first),
                            bucket == Buckets.NONE ? "" : steps.label(bucket),
                            creators.plays[creator]);
                })
                .toList();
    }

    private static List<Comfort> comforts(History history, Firsts firsts, Tally items) {
        Names names = history.names();
        long[] dated = new long[items.plays.length];
        for (int item = 0; item < dated.length; item++) {
            dated[item] = firsts.items[item] == Firsts.NEVER ? 0 : items.plays[item];
        }
        return Ranking.of(dated).places(names::title, 0, COMFORTS).stream()
                .map(place -> new Comfort(
                        place.number(),
                        names.creditText(place.number()),
                        names.title(place.number()),
                        dated[place.number()],
                        Moment.localOf(history, firsts.items[place.number()])))
                .toList();
    }
}
