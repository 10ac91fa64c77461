package io.reprise.report;

import io.reprise.history.Facts;
import io.reprise.history.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** From which years the things played are. */
final class Eras implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.YEAR);
    private static final int YEARS = 10_000;
    private static final int DECADE = 10;

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "eras",
                "Eras",
                "From which decades the things are that you play, and how old they were when you did.",
                "The year is that of the first release of an item as an authority told it, or where none did that of"
                        + " what it was played from. Shares are of the plays of which a year is known. The age of a"
                        + " play is its local year less that year, never below 0; the average is over the plays of a"
                        + " step, without those known too coarsely for it.",
                List.of(STEP));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = asking.history();
        long[] plays = new long[YEARS];
        long[] seconds = new long[YEARS];
        long all = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                int year = year(history, i);
                plays[year]++;
                seconds[year] += history.seconds(i);
                all++;
            }
        }
        long known = all - plays[0];
        Sheet.Maker rows = Sheet.of(
                "decades", "Decades", "decade", "decade", "plays", "plays", "share", "share", "seconds", "time");
        int best = 0;
        long most = 0;
        for (int decade = 0; decade < YEARS; decade += DECADE) {
            long sum = 0;
            long spent = 0;
            for (int year = Math.max(1, decade); year < decade + DECADE; year++) {
                sum += plays[year];
                spent += seconds[year];
            }
            if (sum > 0) {
                rows.row(Cell.text(decade + "s"), Cell.count(sum), Cell.share(sum, known), Cell.span(spent));
            }
            if (sum > most) {
                most = sum;
                best = decade;
            }
        }
        String sentence = most == 0
                ? "No year of release is known of what was played here."
                : "Most is from the " + best + "s: " + Say.percent(most, known)
                        + " of the plays of which a year is known.";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("median", "the middle year", middle(plays, known)),
                        new Answer.Figure("known", "plays of known year", Cell.count(known)),
                        new Answer.Figure("known_share", "of all plays", Cell.share(known, all))),
                List.of(
                        rows.end(Picture.of(Picture.Shape.BARS, "decade", "plays")),
                        steps(selection, asking.step(STEP))));
    }

    /** 0 where nobody told one. */
    private static int year(History history, int index) {
        Facts facts = history.names().facts();
        int own = facts.items().year(history.item(index));
        return own != 0 ? own : facts.containers().year(history.container(index));
    }

    /** The year by which half of the plays are reached. */
    private static Cell middle(long[] plays, long known) {
        long sum = 0;
        for (int year = 1; year < plays.length; year++) {
            sum += plays[year];
            if (known > 0 && 2 * sum >= known) {
                return Cell.text(String.format(Locale.ROOT, "%04d", year));
            }
        }
        return Cell.NOTHING;
    }

    /** Tells the years of days, quickly where they come in order. */
    private static final class Calendar {
        private int year;
        private int first = 1;
        private int last;

        int year(int day) {
            if (day < first || day > last) {
                year = LocalDate.ofEpochDay(day).getYear();
                first = Range.dayOf(LocalDate.of(year, 1, 1));
                last = Range.dayOf(LocalDate.of(year, 12, 31));
            }
            return year;
        }
    }

    private static Sheet steps(Selection selection, Step step) {
        History history = selection.history;
        Calendar calendar = new Calendar();
        Buckets buckets = Buckets.of(selection, step);
        Buckets.Groups groups = buckets.groups(selection);
        Sheet.Maker rows = Sheet.of(
                "steps",
                "How old it was",
                "period",
                Steps.title(step),
                "known",
                "plays of known year",
                "age",
                "age in years, on average");
        for (int bucket = Steps.firstShown(buckets); bucket < buckets.size(); bucket++) {
            long ages = 0;
            long known = 0;
            for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
                int play = groups.indices()[at];
                int year = year(history, play);
                if (year != 0) {
                    ages += Math.max(0, calendar.year(history.day(play)) - year);
                    known++;
                }
            }
            rows.row(
                    Cell.text(buckets.label(bucket)),
                    Cell.count(known),
                    known == 0 ? Cell.NOTHING : Cell.decimal((double) ages / known));
        }
        return rows.end(Picture.of(Picture.Shape.LINES, "period", "age"));
    }
}
