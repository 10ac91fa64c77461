package io.reprise.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The episodes that are to come, as a report. */
final class UpcomingSheet implements Report {
    private static final Option.Amount ROWS = Option.Amount.rows(100);
    private static final Option.Amount DAYS = new Option.Amount("days", "Days ahead", 1, 3_660, 90);

    @Override
    public About about() {
        return new About(
                Theme.LIVES,
                "upcoming",
                "Upcoming",
                "The episodes that are to come out of the series you watch, and when.",
                "From today on, as many days as you choose; a range that reaches beyond today is the days instead."
                        + " Told are episodes you have not seen, of series you have watched and whose list of"
                        + " episodes TVmaze or TMDB told; specials are left out. Days and times are yours; where"
                        + " only a day was told it is that of the country the series is from.",
                List.of(DAYS, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        LocalDate from =
                asking.range().from().filter(day -> day.isAfter(asking.today())).orElse(asking.today());
        LocalDate to = asking.range()
                .to()
                .filter(day -> day.isAfter(asking.today()))
                .orElse(from.plusDays(asking.amount(DAYS)));
        List<Upcoming> all = Upcoming.of(asking.history(), asking.filter(), from, to).stream()
                .filter(each -> !each.isSeen())
                .toList();
        Sheet.Maker rows = Sheet.of(
                "episodes",
                "To come",
                "day",
                "day",
                "time",
                "time",
                "container",
                "series",
                "place",
                "episode",
                "title",
                "title",
                "days",
                "in days",
                "source",
                "told by");
        Set<Integer> series = new HashSet<>();
        all.forEach(each -> series.add(each.series().container()));
        all.stream()
                .limit(asking.amount(ROWS))
                .forEach(each -> rows.row(
                        new Cell.Day(each.day()),
                        each.time() == null ? Cell.NOTHING : Cell.text(Say.time(each.time())),
                        new Cell.Thing(each.series().what()),
                        Cell.text(each.episode().place().toString()),
                        each.episode().title().isEmpty()
                                ? Cell.NOTHING
                                : Cell.text(each.episode().title()),
                        Cell.count(each.day().toEpochDay() - asking.today().toEpochDay()),
                        Cell.text(each.series().source())));
        return new Answer(
                sentence(all, series.size()),
                List.of(
                        new Answer.Figure("episodes", "episodes to come", Cell.count(all.size())),
                        new Answer.Figure("series", "series", Cell.count(series.size()))),
                List.of(rows.end()));
    }

    private static String sentence(List<Upcoming> all, int series) {
        if (all.isEmpty()) {
            return "No episode of a series you watch is announced for these days.";
        }
        Upcoming first = all.getFirst();
        return Say.count(all.size(), "episode is", "episodes are") + " to come of "
                + Say.count(series, "series", "series") + "; the next is “"
                + first.series().what().name() + "” " + first.episode().place() + " on " + Say.date(first.day())
                + ".";
    }
}
