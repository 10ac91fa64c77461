package io.reprise.report;

import io.reprise.history.History;
import java.util.List;

/** Favourites not played for long. */
final class Forgotten implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.ITEM);
    private static final Option.Amount SILENCE = new Option.Amount("silent_days", "Silent for days", 1, 20_000, 365);
    private static final Option.Amount PLAYS = new Option.Amount("min_plays", "At least plays", 1, 1_000_000, 10);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.LIVES,
                "forgotten",
                "Forgotten favourites",
                "What you once played much and have not played for long.",
                "Plays are counted in the range; the silence is counted to today from the last play in the whole"
                        + " history. A play known only to its month or year may have been on the last day of it, and"
                        + " is taken so; things of which no day is known at all are left out.",
                List.of(SUBJECT, SILENCE, PLAYS, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Tally tally = Tally.of(asking.selection(), subject);
        int[] lasts = Lasts.possible(asking.over(Range.ALL).selection(), subject);
        int today = Range.dayOf(asking.today());
        int silence = asking.amount(SILENCE);
        int atLeast = asking.amount(PLAYS);
        Ranking ranking = Ranking.of(
                lasts.length,
                thing -> tally.plays[thing] >= atLeast
                                && lasts[thing] != History.NO_DAY
                                && today - lasts[thing] >= silence
                        ? tally.plays[thing]
                        : 0);
        Sheet.Maker rows = Sheet.of(
                "forgotten",
                "Most played of them",
                "thing",
                subject.word(),
                "plays",
                "plays",
                "last",
                "last played",
                "days",
                "days silent");
        List<Ranking.Place> places =
                ranking.places(number -> subject.name(asking.history().names(), number), 0, asking.amount(ROWS));
        for (Ranking.Place place : places) {
            rows.row(
                    Cell.thing(asking.history().names(), subject, place.number()),
                    Cell.count(tally.plays[place.number()]),
                    Cell.day(lasts[place.number()]),
                    Cell.count(today - lasts[place.number()]));
        }
        String sentence = places.isEmpty()
                ? "No favourite is forgotten."
                : "You played "
                        + Say.thing(
                                asking.history().names(),
                                subject,
                                places.getFirst().number()) + " "
                        + Say.count(tally.plays[places.getFirst().number()], "time", "times") + ", and not since "
                        + Say.day(lasts[places.getFirst().number()]) + ".";
        return new Answer(
                sentence,
                List.of(new Answer.Figure(
                        "forgotten", "forgotten " + subject.word() + "s", Cell.count(ranking.size()))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "thing", "plays"))));
    }
}
