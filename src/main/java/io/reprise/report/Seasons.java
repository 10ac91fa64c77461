package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The months of the year, and what comes back in one season. */
final class Seasons implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick HALF = new Option.Pick("half", "Half of the earth", List.of("north", "south"));
    private static final Option.Amount LEAST =
            new Option.Amount("min_plays", "At least so many plays", 1, 1_000_000, 20);
    private static final Option.Amount YEARS = new Option.Amount("min_years", "In at least so many years", 1, 100, 2);
    private static final Option.Amount ROWS = Option.Amount.rows(20);
    private static final List<String> NAMES = List.of("Winter", "Spring", "Summer", "Autumn");
    private static final int MONTHS = 12;

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "seasons",
                "Seasons",
                "How the year goes round for you, and what you play in one season above all.",
                "Seasons are three whole months: in the north, winter is December to February, spring March to May,"
                        + " summer June to August; in the south the other way round. Expected are a thing's plays in all"
                        + " times the season's share of all plays. A thing is shown for the season in which it has the"
                        + " most plays beyond that, if it was played then in enough different years; they stand by"
                        + " plays beyond the expected. Plays known to the year alone, or not at all, are left out.",
                List.of(SUBJECT, HALF, LEAST, YEARS, ROWS));
    }

    /** A thing in the season that it leans to most. */
    private record Leaning(int season, int number, long excess) {}

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = selection.history;
        Subject subject = asking.subject(SUBJECT);
        int shift = asking.pick(HALF).equals("north") ? 0 : 2;
        Months months = new Months();
        long[] byMonth = new long[MONTHS];
        long[] seconds = new long[MONTHS];
        Parts parts = Parts.of(selection, subject, NAMES.size(), i -> {
            int month = months.ofYear(history, i);
            if (month == Parts.NONE) {
                return Parts.NONE;
            }
            byMonth[month]++;
            seconds[month] += history.seconds(i);
            return season(month, shift);
        });
        Sheet.Maker rows = Sheet.of(
                "months",
                "The months of the year",
                "month",
                "month",
                "plays",
                "plays",
                "seconds",
                "time",
                "share",
                "share");
        for (int month = 0; month < MONTHS; month++) {
            rows.row(
                    Cell.text(Month.of(month + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
                    Cell.count(byMonth[month]),
                    Cell.span(seconds[month]),
                    Cell.share(byMonth[month], parts.all()));
        }
        List<Leaning> leaning = leaning(asking, selection, parts, shift);
        return new Answer(
                sentence(parts, leaning, selection.names, subject),
                List.of(
                        new Answer.Figure("plays", "plays known to the month", Cell.count(parts.all())),
                        new Answer.Figure(
                                "fullest",
                                "fullest season",
                                parts.all() == 0 ? Cell.NOTHING : Cell.text(NAMES.get(Heatmap.highest(parts.totals))))),
                List.of(
                        rows.end(Picture.of(Picture.Shape.BARS, "month", "plays")),
                        seasons(parts),
                        things(parts, leaning)));
    }

    /** By the number of the month from 0, or of months since year 0. */
    static int season(int month, int shift) {
        return ((month + 1) / 3 + shift) % NAMES.size();
    }

    private static Sheet seasons(Parts parts) {
        Sheet.Maker rows = Sheet.of(
                "seasons",
                "The seasons",
                "season",
                "season",
                "plays",
                "plays",
                "share",
                "share",
                "thing",
                "most played");
        for (int season = 0; season < NAMES.size(); season++) {
            rows.row(
                    Cell.text(NAMES.get(season)),
                    Cell.count(parts.totals[season]),
                    Cell.share(parts.totals[season], parts.all()),
                    parts.leader(season));
        }
        return rows.end();
    }

    private static Sheet things(Parts parts, List<Leaning> leaning) {
        Sheet.Maker rows = Sheet.of(
                "things",
                "Most seasonal",
                "thing",
                "what",
                "season",
                "season",
                "season_plays",
                "plays then",
                "plays",
                "plays in all",
                "share",
                "share",
                "lift",
                "times the expected");
        for (Leaning found : leaning) {
            rows.row(
                    parts.thing(found.number()),
                    Cell.text(NAMES.get(found.season())),
                    Cell.count(parts.plays[found.season()][found.number()]),
                    Cell.count(parts.all(found.number())),
                    Cell.share(parts.plays[found.season()][found.number()], parts.all(found.number())),
                    parts.lift(found.season(), found.number()));
        }
        return rows.end();
    }

    private static List<Leaning> leaning(Asking asking, Selection selection, Parts parts, int shift) {
        int limit = asking.amount(ROWS);
        int least = asking.amount(LEAST);
        int years = asking.amount(YEARS);
        SeasonYears known = SeasonYears.of(selection, asking.subject(SUBJECT), shift);
        List<Leaning> found = new ArrayList<>();
        for (int season = 0; season < NAMES.size(); season++) {
            int at = season;
            parts.ranked(
                            number -> parts.all(number) < least
                                            || parts.home(number) != at
                                            || known.count(at, number) < years
                                    ? 0
                                    : parts.excess(at, number),
                            limit)
                    .forEach(place -> found.add(new Leaning(at, place.number(), parts.excess(at, place.number()))));
        }
        found.sort(Comparator.comparingLong((Leaning each) -> -each.excess()));
        return found.subList(0, Math.min(limit, found.size()));
    }

    private static String sentence(Parts parts, List<Leaning> leaning, Names names, Subject subject) {
        if (parts.all() == 0) {
            return Say.NOTHING;
        }
        int fullest = Heatmap.highest(parts.totals);
        String found = NAMES.get(fullest) + " is your fullest season, with "
                + Say.percent(parts.totals[fullest], parts.all()) + " of all plays";
        if (leaning.isEmpty()) {
            return found + ".";
        }
        Leaning first = leaning.getFirst();
        return found + "; " + Say.named(names, subject, first.number()) + " belongs to "
                + NAMES.get(first.season()).toLowerCase(Locale.ROOT) + " most.";
    }
}
