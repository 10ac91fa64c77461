package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A year, a month or any range told as a whole. */
final class Recap implements Report {
    private static final Option.Amount ROWS = Option.Amount.rows(5);
    private static final int GAP_MINUTES = 30;
    private static final int LATE_FROM = 22;
    private static final int LATE_TO = 4;

    @Override
    public About about() {
        return new About(
                Theme.TIME,
                "recap",
                "Recap",
                "A year or a month told as a whole: how much, what led, what was new, and the days to remember.",
                "Totals are of the range, beside those of as many days before it (as far as the range has come by"
                        + " today). Discoveries are creators whose first play in your whole history lies in the range,"
                        + " by their plays in it. The longest session has no gap of more than 30 minutes between two"
                        + " starts; late is from 22 to 4 o'clock by your wall clock, of the plays with a time. The"
                        + " fullest day has the most plays. First and last play are of those known to the day.",
                List.of(ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        History history = selection.history;
        Tallies tallies = Tallies.of(selection);
        Firsts firsts = Firsts.of(history);
        Totals totals = Totals.of(selection, tallies, firsts);
        Optional<Long> before = before(asking);
        Moments moments = Moments.of(selection);
        List<Sheet> sheets = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            sheets.add(top(asking, tallies.of(subject), subject));
        }
        Sheet discoveries = discoveries(asking, selection, firsts.creators, tallies.creators().plays);
        sheets.add(discoveries);
        sheets.add(moments.sheet(history));
        sheets.add(steps(asking, selection));
        sheets.addFirst(story(new Told(asking, totals, before.orElse(0L), moments, discoveries, sheets.getFirst())));
        return new Answer(
                totals.plays() == 0
                        ? Say.NOTHING
                        : Say.count(totals.plays(), "play", "plays") + " of "
                                + Say.count(totals.played().items(), "thing", "different things") + " by "
                                + Say.count(totals.played().creators(), "creator", "creators") + ".",
                List.of(
                        new Answer.Figure("plays", "plays", Cell.count(totals.plays())),
                        new Answer.Figure(
                                "plays_before",
                                "in the period before",
                                before.map(Cell::count).orElse(Cell.NOTHING)),
                        new Answer.Figure("seconds", "of your time", Cell.span(totals.seconds())),
                        new Answer.Figure(
                                "items",
                                "different things",
                                Cell.count(totals.played().items())),
                        new Answer.Figure(
                                "new_items",
                                "met for the first time",
                                Cell.count(totals.firstMet().items())),
                        new Answer.Figure(
                                "active_days",
                                "days with plays",
                                Cell.count(totals.days().active())),
                        new Answer.Figure(
                                "streak",
                                "days in a row at most",
                                Cell.count(totals.days().longestStreak())),
                        new Answer.Figure("late", "late at night", Cell.share(moments.late(), moments.timed()))),
                sheets);
    }

    /** Of all time there is no period before. */
    private static Optional<Long> before(Asking asking) {
        Range range = asking.range();
        int today = Range.dayOf(asking.today());
        boolean runs = range.fromDay() <= today && range.toDay() > today;
        Range asFar = runs ? new Range(range.fromDay(), today) : range;
        return asFar.before().map(earlier -> Tally.of(asking.over(earlier).selection(), Subject.ITEM).allPlays);
    }

    private static Sheet top(Asking asking, Tally tally, Subject subject) {
        Sheet.Maker rows = Sheet.of(
                subject.word() + "s",
                "Most played " + subject.word() + "s",
                "rank",
                "rank",
                subject.word(),
                subject.word(),
                "plays",
                "plays",
                "seconds",
                "time");
        Chart.of(asking.history().names(), tally, Chart.Ask.top(subject, asking.amount(ROWS)))
                .rows()
                .forEach(row -> rows.row(
                        Cell.count(row.rank()),
                        new Cell.Thing(row.what()),
                        Cell.count(row.plays()),
                        Cell.span(row.seconds())));
        return rows.end();
    }

    private static Sheet discoveries(Asking asking, Selection selection, int[] firsts, int[] plays) {
        Names names = selection.names;
        Sheet.Maker rows = Sheet.of(
                "discoveries", "Discoveries", "creator", "creator", "day", "met", "plays", "plays since, in range");
        Ranking.of(
                        plays.length,
                        number ->
                                firsts[number] != Firsts.NEVER && selection.inRange(firsts[number]) ? plays[number] : 0)
                .places(names::creatorName, 0, asking.amount(ROWS))
                .forEach(place -> rows.row(
                        Cell.thing(names, Subject.CREATOR, place.number()),
                        Cell.day(selection.history.day(firsts[place.number()])),
                        Cell.count(plays[place.number()])));
        return rows.end();
    }

    /** Plays over the range: by the day where it is a month or so, else by the month. */
    private static Sheet steps(Asking asking, Selection selection) {
        boolean isShort = asking.range().from().isPresent()
                && asking.range().to().isPresent()
                && asking.range().toDay() - asking.range().fromDay() < 62;
        Step step = isShort ? Step.DAY : Step.MONTH;
        Counts counts = Counts.of(selection, step);
        Sheet.Maker rows = Sheet.of("steps", "Step by step", "period", "when", "plays", "plays", "seconds", "time");
        int begun = (int) counts.buckets().stream()
                .filter(bucket -> !bucket.from().isAfter(asking.today()))
                .count();
        counts.buckets()
                .subList(Steps.firstShown(begun, 1), begun)
                .forEach(bucket ->
                        rows.row(Cell.text(bucket.label()), Cell.count(bucket.plays()), Cell.span(bucket.seconds())));
        return rows.end(Picture.of(Picture.Shape.BARS, "period", "plays"));
    }

    /** Plays to remember, by their index; -1 for none. */
    private record Moments(
            int first,
            int last,
            int fullestDay,
            long fullest,
            Optional<Sittings.Sitting> longest,
            long late,
            long timed) {
        static Moments of(Selection selection) {
            History history = selection.history;
            LocalClock clock = new LocalClock(history.zones());
            int first = -1;
            int last = -1;
            long late = 0;
            long timed = 0;
            Buckets days = Buckets.of(selection, Step.DAY);
            long[] perDay = new long[days.size()];
            for (int i = selection.first; i < selection.end; i++) {
                if (!selection.has(i) || history.day(i) == History.NO_DAY) {
                    continue;
                }
                int day = days.of(history, i);
                if (day != Buckets.NONE) {
                    perDay[day]++;
                    first = first < 0 ? i : first;
                    last = i;
                }
                if (history.hasTime(i)) {
                    int hour = clock.hour(history.at(i));
                    timed++;
                    late += hour >= LATE_FROM || hour < LATE_TO ? 1 : 0;
                }
            }
            int fullest = -1;
            for (int day = 0; day < perDay.length; day++) {
                fullest = perDay[day] > (fullest < 0 ? 0 : perDay[fullest]) ? day : fullest;
            }
            return new Moments(
                    first,
                    last,
                    fullest < 0 ? History.NO_DAY : Range.dayOf(days.from(fullest)),
                    fullest < 0 ? 0 : perDay[fullest],
                    Sittings.of(selection, GAP_MINUTES).longest(),
                    late,
                    timed);
        }

        Sheet sheet(History history) {
            Sheet.Maker rows = Sheet.of(
                    "moments", "Moments", "moment", "moment", "day", "day", "time", "time", "item", "what", "plays",
                    "plays", "seconds", "for");
            if (first >= 0) {
                play(rows, history, "first play", first);
                play(rows, history, "last play", last);
            }
            if (fullest > 0) {
                rows.row(
                        Cell.text("fullest day"),
                        Cell.day(fullestDay),
                        Cell.NOTHING,
                        Cell.NOTHING,
                        Cell.count(fullest),
                        Cell.NOTHING);
            }
            longest.ifPresent(sitting -> rows.row(
                    Cell.text("longest session"),
                    Cell.day(history.day(sitting.first())),
                    time(history, sitting.first()),
                    Cell.thing(history.names(), Subject.ITEM, history.item(sitting.first())),
                    Cell.count(sitting.count()),
                    Cell.span(sitting.seconds())));
            return rows.end();
        }

        private static void play(Sheet.Maker rows, History history, String word, int index) {
            rows.row(
                    Cell.text(word),
                    Cell.day(history.day(index)),
                    time(history, index),
                    Cell.thing(history.names(), Subject.ITEM, history.item(index)),
                    Cell.count(1),
                    history.seconds(index) == 0 ? Cell.NOTHING : Cell.span(history.seconds(index)));
        }

        private static Cell time(History history, int index) {
            LocalTime time = Moment.of(history, index).time();
            return time == null ? Cell.NOTHING : Cell.text(Say.time(time));
        }
    }

    /** What the sentences are made of. */
    private record Told(
            Asking asking, Totals totals, long before, Moments moments, Sheet discoveries, Sheet creators) {}

    /** The whole in sentences that can be read aloud. */
    private static Sheet story(Told told) {
        Sheet.Maker lines = Sheet.of("story", "In words", "line", "sentence");
        Totals totals = told.totals();
        if (totals.plays() > 0) {
            String plays = Say.count(totals.plays(), "play", "plays") + " on "
                    + Say.count(totals.days().active(), "day", "days");
            lines.row(Cell.text(
                    told.before() == 0
                            ? plays + "."
                            : plays + ", " + Say.change(totals.plays(), told.before()) + " against the time before."));
            if (totals.seconds() > 0) {
                lines.row(Cell.text("That took " + Say.span(totals.seconds()) + " of your time."));
            }
            first(told.creators()).ifPresent(most -> lines.row(Cell.text("Above all " + most + ".")));
            first(told.discoveries()).ifPresent(found -> lines.row(Cell.text("Your discovery was " + found + ".")));
            told.moments()
                    .longest()
                    .ifPresent(sitting -> lines.row(Cell.text("The longest session lasted "
                            + Say.span(sitting.seconds()) + ", on "
                            + Say.date(
                                    LocalDate.ofEpochDay(told.asking().history().day(sitting.first()))) + ".")));
            if (totals.days().longestStreak() > 1) {
                lines.row(Cell.text(
                        "You played something on " + Say.number(totals.days().longestStreak()) + " days in a row."));
            }
            if (told.moments().late() > 0) {
                lines.row(Cell.text(
                        Say.percent(told.moments().late(), told.moments().timed()) + " of it was late at night."));
            }
        }
        return lines.end();
    }

    /** The first thing of a table, as a sentence names it. */
    private static Optional<String> first(Sheet sheet) {
        return sheet.rows().stream()
                .findFirst()
                .flatMap(row -> row.stream()
                        .filter(Cell.Thing.class::isInstance)
                        .map(cell -> ((Cell.Thing) cell).value())
                        .map(thing -> Say.named(thing.subject(), thing.name()))
                        .findFirst());
    }
}
