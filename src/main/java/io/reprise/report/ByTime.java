package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.List;

/** The chart by time instead of plays. */
final class ByTime implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "time-spent",
                "Favourites by time",
                "What took the most of your time, and how long one play of it takes.",
                "Ranks by the sum of the known seconds; equals share a rank. The average is over the plays whose length"
                        + " is known. The rank by plays beside it is over the same plays, all of them. A play that is"
                        + " credited to several creators counts for each.",
                List.of(SUBJECT, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Selection selection = asking.selection();
        History history = selection.history;
        Names names = selection.names;
        Tally tally = Tally.of(selection, subject);
        int[] timed = new int[tally.plays.length];
        Places places = new Places(subject.last(names));
        Played reader = new Played(history, subject);
        long allTimed = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                int isTimed = history.seconds(i) == 0 ? 0 : 1;
                allTimed += isTimed;
                int things = reader.read(i);
                for (int thing = 0; thing < things; thing++) {
                    timed[reader.numbers[thing]] += isTimed;
                    places.add(reader.numbers[thing]);
                }
            }
        }
        Sheet.Maker rows = Sheet.of(
                "chart",
                "By time",
                "rank",
                "rank",
                "thing",
                "what",
                "seconds",
                "time",
                "share",
                "of all time",
                "plays",
                "plays",
                "seconds_a_play",
                "a play",
                "rank_by_plays",
                "rank by plays");
        List<Ranking.Place> first =
                tally.ranking(Measure.SECONDS).places(number -> subject.name(names, number), 0, asking.amount(ROWS));
        for (Ranking.Place place : first) {
            int number = place.number();
            rows.row(
                    Cell.count(place.rank()),
                    Cell.thing(names, subject, number),
                    Cell.span(tally.seconds[number]),
                    Cell.share(tally.seconds[number], tally.allSeconds),
                    Cell.count(tally.plays[number]),
                    Cell.span(Math.round((double) tally.seconds[number] / timed[number])),
                    Cell.count(places.rank(number)));
        }
        return new Answer(
                sentence(first, tally, names, subject),
                List.of(
                        new Answer.Figure("seconds", "time known", Cell.span(tally.allSeconds)),
                        new Answer.Figure("plays", "plays", Cell.count(tally.allPlays)),
                        new Answer.Figure(
                                "without_seconds", "plays without a time", Cell.count(tally.allPlays - allTimed))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "thing", "seconds"))));
    }

    private static String sentence(List<Ranking.Place> first, Tally tally, Names names, Subject subject) {
        if (first.isEmpty()) {
            return tally.allPlays == 0 ? Say.NOTHING : "How long the plays took is not known.";
        }
        int number = first.getFirst().number();
        return Say.named(names, subject, number) + " took the most time: " + Say.span(tally.seconds[number]) + ", "
                + Say.percent(tally.seconds[number], tally.allSeconds) + " of all.";
    }
}
