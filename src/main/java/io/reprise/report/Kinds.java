package io.reprise.report;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import java.util.List;

/** Songs beside books beside films: plays and time of each kind. */
final class Kinds implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final List<MediaKind> ALL = List.of(MediaKind.values());

    @Override
    public About about() {
        return new About(
                Theme.KINDS,
                "kinds",
                "Kinds",
                "How your plays and your time divide among songs, books, films and the rest.",
                "Each play counts for the kind of its item. Time is the sum of what is known, which for some kinds and"
                        + " sources is little. Step by step, plays known too coarsely for the step are left out, and so"
                        + " are kinds without plays in a step.",
                List.of(STEP));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = asking.history();
        Tally tally = Tally.of(selection, Subject.ITEM);
        long[] plays = new long[ALL.size()];
        long[] seconds = new long[ALL.size()];
        long[] items = new long[ALL.size()];
        int[] places = places();
        for (int item = 1; item < tally.plays.length; item++) {
            int place = places[history.names().kindCode(item)];
            plays[place] += tally.plays[item];
            seconds[place] += tally.seconds[item];
            items[place] += tally.plays[item] == 0 ? 0 : 1;
        }
        Sheet.Maker rows = Sheet.of(
                "kinds",
                "Kinds",
                "kind",
                "kind",
                "plays",
                "plays",
                "plays_share",
                "share of plays",
                "seconds",
                "time",
                "seconds_share",
                "share of time",
                "items",
                "different items");
        List<Ranking.Place> ranked =
                Ranking.of(plays).places(place -> ALL.get(place).word(), 0, ALL.size());
        for (Ranking.Place place : ranked) {
            int kind = place.number();
            rows.row(
                    Cell.text(ALL.get(kind).word()),
                    Cell.count(plays[kind]),
                    Cell.share(plays[kind], tally.allPlays),
                    Cell.span(seconds[kind]),
                    Cell.share(seconds[kind], tally.allSeconds),
                    Cell.count(items[kind]));
        }
        return new Answer(
                sentence(ranked, plays, seconds, tally),
                List.of(
                        new Answer.Figure("kinds", "kinds", Cell.count(ranked.size())),
                        new Answer.Figure("plays", "plays", Cell.count(tally.allPlays)),
                        new Answer.Figure("seconds", "time known", Cell.span(tally.allSeconds))),
                List.of(steps(selection, asking.step(STEP), ranked), rows.end()));
    }

    private static String sentence(List<Ranking.Place> ranked, long[] plays, long[] seconds, Tally tally) {
        if (ranked.isEmpty()) {
            return Say.NOTHING;
        }
        int first = ranked.getFirst().number();
        return Say.percent(plays[first], tally.allPlays) + " of all plays and "
                + Say.percent(seconds[first], tally.allSeconds) + " of the time known went to "
                + ALL.get(first).plural() + ".";
    }

    /** By stored code. */
    static int[] places() {
        int[] places = new int[Byte.MAX_VALUE + 1];
        for (int place = 0; place < ALL.size(); place++) {
            places[ALL.get(place).code()] = place;
        }
        return places;
    }

    private static Sheet steps(Selection selection, Step step, List<Ranking.Place> ranked) {
        Buckets buckets = Buckets.of(selection, step);
        Buckets.Groups groups = buckets.groups(selection);
        int[] places = places();
        Sheet.Maker rows = Sheet.of(
                "steps",
                "Step by step",
                "period",
                Steps.title(step),
                "kind",
                "kind",
                "plays",
                "plays",
                "seconds",
                "time");
        int first = ranked.isEmpty() ? 0 : Math.max(0, buckets.size() - Sheet.ROWS_MAX / ranked.size());
        for (int bucket = first; bucket < buckets.size(); bucket++) {
            long[] plays = new long[ALL.size()];
            long[] seconds = new long[ALL.size()];
            for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
                int play = groups.indices()[at];
                int place = places[selection.names.kindCode(selection.history.item(play))];
                plays[place]++;
                seconds[place] += selection.history.seconds(play);
            }
            for (Ranking.Place place : ranked) {
                if (plays[place.number()] > 0) {
                    rows.row(
                            Cell.text(buckets.label(bucket)),
                            Cell.text(ALL.get(place.number()).word()),
                            Cell.count(plays[place.number()]),
                            Cell.span(seconds[place.number()]));
                }
            }
        }
        return rows.end(Picture.by(Picture.Shape.STACKED, "period", "kind", "seconds"));
    }
}
