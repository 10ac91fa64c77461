package io.reprise.report;

import io.reprise.history.History;
import java.util.List;

/** What was met, and whether it stayed. */
final class Met implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Amount DAYS = new Option.Amount("days", "Stays after days", 1, 10_000, 30);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "new",
                "New to you",
                "What you met in this time, and what of it stayed with you.",
                "Something is met with the first play in your whole history. It stayed where you played it again at"
                        + " least the chosen number of days after the day you met it, in this range or later; it"
                        + " passed where those days are over and you did not. Plays and days are counted in the range.",
                List.of(SUBJECT, DAYS, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Selection selection = asking.selection();
        Tally tally = Tally.of(selection, subject);
        int[] firsts = Firsts.of(asking.history()).of(subject);
        int[] lasts = Lasts.known(asking.over(Range.ALL).selection(), subject);
        Ranking met =
                Ranking.of(tally.plays.length, number -> isMet(selection, firsts[number]) ? tally.plays[number] : 0);
        Fate[] fates = new Fate[firsts.length];
        long[] sums = new long[Fate.values().length];
        for (int number = 1; number < firsts.length; number++) {
            if (tally.plays[number] > 0 && isMet(selection, firsts[number])) {
                fates[number] = fate(asking, firsts[number], lasts[number]);
                sums[fates[number].ordinal()]++;
            }
        }
        Sheet.Maker rows = Sheet.of(
                "met",
                "Met in this time",
                "thing",
                subject.word(),
                "first",
                "met",
                "plays",
                "plays",
                "last_day",
                "last played",
                "fate",
                "since then");
        List<Ranking.Place> places =
                met.places(number -> subject.name(selection.names, number), 0, asking.amount(ROWS));
        for (Ranking.Place place : places) {
            int number = place.number();
            rows.row(
                    Cell.thing(selection.names, subject, number),
                    Cell.at(asking.history(), firsts[number]),
                    Cell.count(tally.plays[number]),
                    Cell.day(lasts[number]),
                    Cell.text(fates[number].words));
        }
        long stayed = sums[Fate.STAYED.ordinal()];
        long passed = sums[Fate.PASSED.ordinal()];
        return new Answer(
                sentence(selection, subject, met.size(), places),
                List.of(
                        new Answer.Figure("met", "met", Cell.count(met.size())),
                        new Answer.Figure("stayed", "stayed", Cell.count(stayed)),
                        new Answer.Figure("passed", "passed", Cell.count(passed)),
                        new Answer.Figure("share", "stayed, of those that could", Cell.share(stayed, stayed + passed))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "thing", "plays"))));
    }

    private enum Fate {
        STAYED("stayed"),
        PASSED("passed"),
        EARLY("too early to tell"),
        UNKNOWN("not known");

        final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    private static boolean isMet(Selection selection, int first) {
        return first != Firsts.NEVER && selection.inRange(first);
    }

    private static Fate fate(Asking asking, int first, int last) {
        History history = asking.history();
        if (!Traces.isKnownToTheDay(history, first)) {
            return Fate.UNKNOWN;
        }
        int due = history.day(first) + asking.amount(DAYS);
        if (last != History.NO_DAY && last >= due) {
            return Fate.STAYED;
        }
        return Range.dayOf(asking.today()) < due ? Fate.EARLY : Fate.PASSED;
    }

    private static String sentence(Selection selection, Subject subject, long met, List<Ranking.Place> places) {
        if (places.isEmpty()) {
            return "Nothing was new in this time.";
        }
        return "You met " + Say.things(met, subject) + "; most played of them was "
                + Say.thing(selection.names, subject, places.getFirst().number()) + ".";
    }
}
