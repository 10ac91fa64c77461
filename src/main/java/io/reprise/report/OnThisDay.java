package io.reprise.report;

import io.reprise.history.History;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/** One day of the calendar in each year. */
final class OnThisDay implements Report {
    private static final Option.Amount MONTH = new Option.Amount("month", "Month (0: this one)", 0, 12, 0);
    private static final Option.Amount DAY = new Option.Amount("day", "Day (0: today)", 0, 31, 0);
    private static final Option.Amount ROWS = Option.Amount.rows(100);

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "on-this-day",
                "On this day",
                "What you played on this day of the calendar in each year.",
                "Takes your local days with this month and day, newest year first; 29 February has only leap years."
                        + " Plays that are not known to the day are left out. Most played is by plays on that day; of"
                        + " equals the first by name.",
                List.of(MONTH, DAY, ROWS));
    }

    /** One year's day: the indices of its plays. */
    private record Found(LocalDate day, Selection selection, List<Integer> plays) {}

    @Override
    public Answer answer(Asking asking) {
        Month month = asking.amount(MONTH) == 0 ? asking.today().getMonth() : Month.of(asking.amount(MONTH));
        int ofMonth = asking.amount(DAY) == 0 ? asking.today().getDayOfMonth() : asking.amount(DAY);
        if (ofMonth > month.maxLength()) {
            throw new IllegalArgumentException(
                    "day is one that the month has: there is no " + ofMonth + " " + Say.month(month));
        }
        List<Found> years = found(asking, month, ofMonth);
        Sheet.Maker rows = Sheet.of(
                "years",
                "Year by year",
                "year",
                "year",
                "plays",
                "plays",
                "seconds",
                "time",
                "item",
                "most played",
                "creator",
                "creator most played");
        Sheet.Maker plays = Sheet.of(
                "plays",
                "The plays",
                "day",
                "day",
                "time",
                "time",
                "item",
                "item",
                "container",
                "from",
                "seconds",
                "for");
        int limit = asking.amount(ROWS);
        int count = 0;
        for (Found found : years) {
            rows.row(
                    Cell.text(Integer.toString(found.day().getYear())),
                    Cell.count(found.plays().size()),
                    Cell.span(seconds(found)),
                    most(found, Subject.ITEM),
                    most(found, Subject.CREATOR));
            for (int index : found.plays()) {
                if (count++ < limit) {
                    plays.row(play(asking.history(), index));
                }
            }
        }
        return new Answer(
                sentence(ofMonth + " " + Say.month(month), years, count),
                List.of(
                        new Answer.Figure("years", "years with plays", Cell.count(years.size())),
                        new Answer.Figure("plays", "plays", Cell.count(count))),
                List.of(rows.end(Picture.of(Picture.Shape.BARS, "year", "plays")), plays.end()));
    }

    private static List<Found> found(Asking asking, Month month, int ofMonth) {
        List<Found> found = new ArrayList<>();
        Buckets years = Buckets.of(asking.selection(), Step.YEAR);
        for (int bucket = years.size() - 1; bucket >= Steps.firstShown(years); bucket--) {
            int year = years.from(bucket).getYear();
            if (ofMonth > month.length(Year.isLeap(year))) {
                continue;
            }
            LocalDate day = LocalDate.of(year, month, ofMonth);
            if (day.isBefore(years.from(bucket)) || day.isAfter(years.to(bucket))) {
                continue;
            }
            Selection selection = asking.over(Range.of(day, day)).selection();
            List<Integer> plays = new ArrayList<>();
            for (int i = selection.first; i < selection.end; i++) {
                if (selection.has(i)) {
                    plays.add(i);
                }
            }
            if (!plays.isEmpty()) {
                found.add(new Found(day, selection, plays));
            }
        }
        return found;
    }

    private static long seconds(Found found) {
        return found.plays().stream()
                .mapToLong(play -> found.selection().history.seconds(play))
                .sum();
    }

    private static Cell most(Found found, Subject subject) {
        History history = found.selection().history;
        Places places = new Places(subject.last(history.names()));
        Played reader = new Played(history, subject);
        for (int index : found.plays()) {
            places.add(index, reader);
        }
        return places.first(1, number -> subject.name(history.names(), number)).stream()
                .findFirst()
                .map(place -> Cell.thing(history.names(), subject, place.number()))
                .orElse(Cell.NOTHING);
    }

    private static Cell[] play(History history, int index) {
        LocalTime time = Moment.of(history, index).time();
        return new Cell[] {
            Cell.day(history.day(index)),
            time == null ? Cell.NOTHING : Cell.text(Say.time(time)),
            Cell.thing(history.names(), Subject.ITEM, history.item(index)),
            Cell.thing(history.names(), Subject.CONTAINER, history.container(index)),
            history.seconds(index) == 0 ? Cell.NOTHING : Cell.span(history.seconds(index))
        };
    }

    private static String sentence(String day, List<Found> years, int count) {
        if (years.isEmpty()) {
            return "Nothing was played on a " + day + ".";
        }
        Found most = years.getFirst();
        for (Found found : years) {
            most = found.plays().size() > most.plays().size() ? found : most;
        }
        String found = "On " + day + " you played " + Say.count(count, "thing", "things") + " in "
                + Say.count(years.size(), "year", "years");
        return years.size() == 1
                ? found + ": " + most.day().getYear() + "."
                : found + ", most in " + most.day().getYear() + " ("
                        + Say.number(most.plays().size()) + ").";
    }
}
