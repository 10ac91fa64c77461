package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Creators that come in the same sessions. */
final class HeardTogether implements Report {
    private static final Option.Amount TIMES = new Option.Amount("min_sessions", "Sessions together", 1, 1_000_000, 5);
    private static final Option.Amount ROWS = Option.Amount.rows(40);
    /** A pair costs 4 bytes: 360 kB. */
    static final int CREATORS_MAX = 300;

    @Override
    public About about() {
        return new About(
                Theme.HABITS,
                "heard-together",
                "Played together",
                "Creators that come in the same sessions, more often than chance would have it.",
                "Lift is the number of sessions with both, times all sessions, divided by the sessions with the one and"
                        + " by those with the other: 1 is chance, 2 is twice as often. Sessions are those of the report"
                        + " of sessions. Looked at are the 300 creators with the most plays here, of them pairs with"
                        + " enough sessions together; the highest lift comes first.",
                List.of(Sessions.GAP, TIMES, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        Names names = selection.names;
        Tally creators = Tally.of(selection, Subject.CREATOR);
        int[] looked = Ranking.of(creators.plays.length, creator -> creators.plays[creator])
                .places(names::creatorName, 0, CREATORS_MAX)
                .stream()
                .mapToInt(Ranking.Place::number)
                .toArray();
        Sittings sittings = Sittings.afterRests(selection, asking.amount(Sessions.GAP));
        int[][] together = together(selection.history, sittings, looked);
        int atLeast = asking.amount(TIMES);
        List<Pair> pairs = pairs(together, sittings.size(), asking.amount(TIMES));
        Sheet.Maker rows = Sheet.of(
                "pairs",
                "More often than by chance",
                "creator",
                "creator",
                "with",
                "with",
                "sessions",
                "sessions together",
                "lift",
                "lift");
        pairs.stream()
                .limit(asking.amount(ROWS))
                .forEach(pair -> rows.row(
                        Cell.thing(names, Subject.CREATOR, looked[pair.one()]),
                        Cell.thing(names, Subject.CREATOR, looked[pair.other()]),
                        Cell.count(pair.sessions()),
                        Cell.decimal(pair.lift())));
        String sentence = pairs.isEmpty()
                ? "No two creators came together often enough."
                : "Most of all, " + names.creatorName(looked[pairs.getFirst().one()]) + " and "
                        + names.creatorName(looked[pairs.getFirst().other()]) + " go together, in "
                        + Say.count(pairs.getFirst().sessions(), "session", "sessions") + ".";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("sessions", "sessions", Cell.count(sittings.size())),
                        new Answer.Figure("pairs", "pairs with enough sessions", Cell.count(pairs.size()))),
                List.of(rows.end(Picture.by(Picture.Shape.LINKS, "creator", "with", "sessions"))));
    }

    /** Two of those looked at, by their places. */
    private record Pair(int one, int other, long sessions, double lift) {}

    /** In the order of lift, then of sessions; the rest is that of the places. */
    private static List<Pair> pairs(int[][] together, int sittings, int atLeast) {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < together.length; one++) {
            for (int other = one + 1; other < together.length; other++) {
                long both = together[one][other];
                if (both >= atLeast) {
                    double lift = (double) both * sittings / ((double) together[one][one] * together[other][other]);
                    pairs.add(new Pair(one, other, both, lift));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.lift()).thenComparingLong(pair -> -pair.sessions()));
        return pairs;
    }

    /** In how many sessions each two of those looked at come; in how many one comes at all stands on the diagonal. */
    private static int[][] together(History history, Sittings sittings, int[] looked) {
        int[] placeOf = new int[history.names().lastCreator() + 1];
        for (int place = 0; place < looked.length; place++) {
            placeOf[looked[place]] = place + 1;
        }
        int[][] together = new int[looked.length][looked.length];
        Things things = Things.creators(history);
        int[] seen = new int[looked.length];
        int[] here = new int[looked.length];
        for (int number = 0; number < sittings.size(); number++) {
            int size = 0;
            for (int at = 0; at < sittings.count(number); at++) {
                int play = sittings.play(number, at);
                for (int i = 0; i < things.places(play); i++) {
                    int place = placeOf[things.number(play, i)] - 1;
                    if (place >= 0 && seen[place] != number + 1) {
                        seen[place] = number + 1;
                        here[size++] = place;
                    }
                }
            }
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    together[here[a]][here[b]]++;
                }
            }
        }
        return together;
    }
}
