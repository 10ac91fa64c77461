package io.reprise.report;

import io.reprise.account.WeekStart;
import io.reprise.history.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What grows and what fades over the last steps. */
final class Rising implements Report {
    private static final Option.Pick SUBJECT = Option.Pick.subject(Subject.CREATOR);
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final Option.Amount STEPS = new Option.Amount("steps", "Over so many", 2, 60, 6);
    private static final Option.Amount LEAST =
            new Option.Amount("min_plays", "At least so many plays", 1, 1_000_000, 5);
    private static final Option.Amount ROWS = Option.Amount.rows(20);
    private static final int LINES = 5;

    @Override
    public About about() {
        return new About(
                Theme.FAVOURITES,
                "rising",
                "Rising and fading",
                "What you play more and more of, and what less and less.",
                "Takes the last whole steps that end by today and by the end of the range, and begin in it; fits a"
                        + " straight line by"
                        + " least squares through each thing's plays of them. The slope is how many plays more each"
                        + " step brings, and what stands first has the steepest. Plays known too coarsely for the step"
                        + " are left out.",
                List.of(SUBJECT, STEP, STEPS, LEAST, ROWS));
    }

    /** Sums for the line through each thing's plays over steps 0, 1, 2 ... */
    private static final class Lines {
        final int steps;
        final long[] plays;
        final long[] weighted;

        Lines(int steps, int size) {
            this.steps = steps;
            this.plays = new long[size];
            this.weighted = new long[size];
        }

        /** The slope times {@link #divisor}, exactly. */
        long rise(int number) {
            return steps * weighted[number] - (long) steps * (steps - 1) / 2 * plays[number];
        }

        long divisor() {
            long sum = (long) steps * (steps - 1) / 2;
            long squares = (long) (steps - 1) * steps * (2L * steps - 1) / 6;
            return steps * squares - sum * sum;
        }
    }

    @Override
    public Answer answer(Asking asking) {
        Subject subject = asking.subject(SUBJECT);
        Step step = asking.step(STEP);
        int least = asking.amount(LEAST);
        int limit = asking.amount(ROWS);
        Names names = asking.history().names();
        Optional<Range> window = window(asking, step);
        Lines lines = new Lines(window.map(range -> steps(range, step)).orElse(0), subject.last(names) + 1);
        Selection selection = window.map(asking::over).orElse(asking).selection();
        Buckets steps = Buckets.of(selection, step);
        Buckets.Groups groups = steps.groups(selection);
        Played reader = new Played(selection.history, subject);
        for (int bucket = 0; bucket < lines.steps; bucket++) {
            for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
                int things = reader.read(groups.indices()[at]);
                for (int i = 0; i < things; i++) {
                    lines.plays[reader.numbers[i]]++;
                    lines.weighted[reader.numbers[i]] += bucket;
                }
            }
        }
        List<Ranking.Place> rising = Ranking.of(
                        lines.plays.length, number -> lines.plays[number] < least ? 0 : Math.max(0, lines.rise(number)))
                .places(number -> subject.name(names, number), 0, limit);
        List<Ranking.Place> fading = Ranking.of(
                        lines.plays.length,
                        number -> lines.plays[number] < least ? 0 : Math.max(0, -lines.rise(number)))
                .places(number -> subject.name(names, number), 0, limit);
        IntFunction<Cell> thing = number -> Cell.thing(names, subject, number);
        return new Answer(
                rising.isEmpty()
                        ? "Nothing rises."
                        : Say.named(names, subject, rising.getFirst().number()) + " rises most: each "
                                + Steps.title(step) + " brings " + Say.decimal(slope(lines, rising.getFirst()))
                                + " plays more.",
                List.of(
                        new Answer.Figure("steps", Steps.title(step) + "s looked at", Cell.count(lines.steps)),
                        new Answer.Figure("from", "from", day(window.map(Range::fromDay))),
                        new Answer.Figure("to", "to", day(window.map(Range::toDay)))),
                List.of(
                        lines(subject, step, rising, new Walk(selection, steps, groups, lines.steps)),
                        things(things("rising", "Rising"), lines, rising, thing),
                        things(things("fading", "Fading"), lines, fading, thing)));
    }

    private static Cell day(Optional<Integer> day) {
        return day.map(Cell::day).orElse(Cell.NOTHING);
    }

    private static double slope(Lines lines, Ranking.Place place) {
        return (double) lines.rise(place.number()) / lines.divisor();
    }

    /** The last whole steps; empty where fewer than two of them lie in the range. */
    private static Optional<Range> window(Asking asking, Step step) {
        LocalDate end =
                asking.range().to().filter(to -> to.isBefore(asking.today())).orElse(asking.today());
        WeekStart weeks = asking.history().weekStart();
        LocalDate after = step.startOf(end.plusDays(1), weeks);
        LocalDate from = after;
        for (int i = 0; i < asking.amount(STEPS); i++) {
            LocalDate earlier = step.startOf(from.minusDays(1), weeks);
            if (asking.range().from().filter(earlier::isBefore).isPresent()) {
                break;
            }
            from = earlier;
        }
        return step.next(from).isBefore(after) ? Optional.of(Range.of(from, after.minusDays(1))) : Optional.empty();
    }

    private static int steps(Range window, Step step) {
        int steps = 0;
        LocalDate to = window.to().orElseThrow();
        for (LocalDate day = window.from().orElseThrow(); !day.isAfter(to); day = step.next(day)) {
            steps++;
        }
        return steps;
    }

    /** The steps that are looked at, with their plays. */
    private record Walk(Selection selection, Buckets steps, Buckets.Groups groups, int count) {}

    private static Sheet lines(Subject subject, Step step, List<Ranking.Place> rising, Walk walk) {
        Names names = walk.selection().names;
        Sheet.Maker rows =
                Sheet.of("lines", "The first of them", "period", Steps.title(step), "thing", "what", "plays", "plays");
        Places places = new Places(subject.last(names));
        Played reader = new Played(walk.selection().history, subject);
        for (int bucket = 0; bucket < walk.count(); bucket++) {
            places.clear();
            places.add(walk.groups(), bucket, reader);
            for (Ranking.Place place : rising.subList(0, Math.min(LINES, rising.size()))) {
                rows.row(
                        Cell.text(walk.steps().label(bucket)),
                        Cell.thing(names, subject, place.number()),
                        Cell.count(places.plays[place.number()]));
            }
        }
        return rows.end(Picture.by(Picture.Shape.LINES, "period", "thing", "plays"));
    }

    private static Sheet.Maker things(String word, String title) {
        return Sheet.of(word, title, "thing", "what", "slope", "plays more each step", "plays", "plays in all");
    }

    private static Sheet things(Sheet.Maker rows, Lines lines, List<Ranking.Place> places, IntFunction<Cell> thing) {
        for (Ranking.Place place : places) {
            rows.row(
                    thing.apply(place.number()),
                    Cell.decimal(slope(lines, place)),
                    Cell.count(lines.plays[place.number()]));
        }
        return rows.end();
    }
}
