package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which artist follows which. Plays are taken in the order of time; one leads to the next where it began later, by no
 * more than the gap. The artist of a play is the first one credited; plays without one are passed over. Percentages are
 * of all transitions, also of those too rare to be listed.
 */
public record Transitions(
        List<Transition> transitions, List<Transition> topTransitions, Network networkData, Summary summary) {
    private static final int LISTED_MAX = 1000;
    private static final int TOP = 50;

    /** One creator after another: how often, and what share. */
    public record Transition(String fromArtist, String toArtist, long count, double percentage) {}

    /** The transitions as a graph to draw. */
    public record Network(List<Node> nodes, List<Edge> edges) {}

    /** {@code size} is how many listed transitions begin or end here, each as often as it happened. */
    public record Node(String id, String label, long size) {}

    /** How often one creator followed another. */
    public record Edge(String source, String target, long weight) {}

    /**
     * A session is two or more plays without a longer gap. The most connected artist takes part in the most
     * transitions.
     */
    public record Summary(
            long totalTransitions,
            long uniqueTransitions,
            @Nullable Transition mostCommonTransition,
            String mostConnectedArtist,
            double avgTransitionsPerSession) {}

    /**
     * The longest gap in minutes, how often a transition happened at least to be listed, and whether an artist may
     * follow itself.
     */
    public record Options(int gapMinutes, int minCount, boolean includeSelfTransitions) {
        public static final Options PLAIN = new Options(45, 2, false);
        private static final int GAP_MINUTES_MAX = 24 * 60;

        public Options {
            if (gapMinutes < 1 || gapMinutes > GAP_MINUTES_MAX) {
                throw new IllegalArgumentException("a gap is 1 to " + GAP_MINUTES_MAX + " minutes, not " + gapMinutes);
            }
            if (minCount < 1) {
                throw new IllegalArgumentException("a transition is listed from 1 time on or more, not " + minCount);
            }
        }
    }

    public static Transitions of(History history, Range range, Filter filter, Options options) {
        Selection selection = new Selection(history, range, filter);
        Sittings sittings = Sittings.of(selection, options.gapMinutes());
        long[] pairs = pairs(history, sittings, options.includeSelfTransitions());
        long sessions = IntStream.range(0, sittings.size())
                .filter(sitting -> sittings.count(sitting) > 1)
                .count();
        List<Pair> counted = counted(history.names(), pairs, options.minCount());
        List<Transition> listed = counted.stream()
                .limit(LISTED_MAX)
                .map(pair -> new Transition(pair.from(), pair.to(), pair.count(), 100.0 * pair.count() / pairs.length))
                .toList();
        Network network = network(listed);
        return new Transitions(
                listed,
                listed.stream().limit(TOP).toList(),
                network,
                new Summary(
                        pairs.length,
                        counted.size(),
                        listed.isEmpty() ? null : listed.getFirst(),
                        mostConnected(history.names(), pairs),
                        sessions == 0 ? 0 : (double) pairs.length / sessions));
    }

    /** Every transition as one number: the artist it leads from above, the one it leads to below. */
    private static long[] pairs(History history, Sittings sittings, boolean self) {
        Things leads = Things.creators(history);
        long[] pairs = new long[sittings.plays()];
        int size = 0;
        for (int sitting = 0; sitting < sittings.size(); sitting++) {
            int before = sittings.play(sitting, 0);
            int from = leads.lead(before);
            for (int place = 1; place < sittings.count(sitting); place++) {
                int play = sittings.play(sitting, place);
                int to = leads.lead(play);
                boolean later = history.at(play) > history.at(before);
                if (later && from != 0 && to != 0 && (self || from != to)) {
                    pairs[size++] = (long) from << Integer.SIZE | to;
                }
                before = play;
                from = to;
            }
        }
        return Arrays.copyOf(pairs, size);
    }

    private record Pair(String from, String to, long count) {
        static final Comparator<Pair> ORDER = Comparator.comparingLong(Pair::count)
                .reversed()
                .thenComparing(Pair::from)
                .thenComparing(Pair::to);
    }

    private static List<Pair> counted(Names names, long[] pairs, int minCount) {
        long[] sorted = pairs.clone();
        Arrays.sort(sorted);
        List<Pair> counted = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[begin]) {
                if (i - begin >= minCount) {
                    String from = names.creatorName((int) (sorted[begin] >>> Integer.SIZE));
                    counted.add(new Pair(from, names.creatorName((int) sorted[begin]), i - begin));
                }
                begin = i;
            }
        }
        counted.sort(Pair.ORDER);
        return counted;
    }

    private static String mostConnected(Names names, long[] pairs) {
        long[] connections = new long[names.lastCreator() + 1];
        for (long pair : pairs) {
            connections[(int) (pair >>> Integer.SIZE)]++;
            connections[(int) pair]++;
        }
        List<Ranking.Place> first = Ranking.of(connections).places(names::creatorName, 0, 1);
        return first.isEmpty() ? "" : names.creatorName(first.getFirst().number());
    }

    private static Network network(List<Transition> transitions) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (Transition transition : transitions) {
            sizes.merge(transition.fromArtist(), transition.count(), Long::sum);
            sizes.merge(transition.toArtist(), transition.count(), Long::sum);
            edges.add(new Edge(transition.fromArtist(), transition.toArtist(), transition.count()));
        }
        List<Node> nodes = new ArrayList<>();
        sizes.forEach((artist, size) -> nodes.add(new Node(artist, artist, size)));
        return new Network(List.copyOf(nodes), List.copyOf(edges));
    }
}
