package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reprise.account.ZoneHistory;
import io.reprise.history.HistoryBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of hours, weekdays and seasons against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class PatternReportsTest {
    private static final long SEED = 3301;

    @Test
    void an_hour_holds_what_began_in_it_by_the_wall_clock() {
        for (Case question : Case.all(SEED)) {
            Reference told = new Reference(question);

            Answer answer = question.ask(new ClockSheet(), Map.of());

            List<Integer> timed = question.timed();
            List<List<Cell>> rows = Reference.rows(answer, "hours");
            double days =
                    told.span().map(span -> span.toDay() - span.fromDay() + 1.0).orElse(1.0);
            for (int hour = 0; hour < 24; hour++) {
                int at = hour;
                List<Integer> plays = timed.stream()
                        .filter(play -> told.wall(play).getHour() == at)
                        .toList();
                assertThat(rows.get(hour).subList(1, 4))
                        .as(question.shown())
                        .containsExactly(
                                Cell.count(plays.size()),
                                Cell.span(told.seconds(plays)),
                                Cell.share(plays.size(), timed.size()));
                assertThat(((Cell.Decimal) rows.get(hour).get(4)).value()).isEqualTo(plays.size() / days, within(1e-9));
            }
            for (int part = 0; part < 4; part++) {
                int at = part;
                List<Integer> plays = timed.stream()
                        .filter(play -> told.wall(play).getHour() / 6 == at)
                        .toList();
                assertThat(Reference.rows(answer, "parts").get(part).subList(2, 6))
                        .as(question.shown())
                        .containsExactly(
                                Cell.count(plays.size()),
                                Cell.share(plays.size(), timed.size()),
                                told.most(plays, Subject.ITEM),
                                told.most(plays, Subject.CREATOR));
            }
        }
    }

    /** What the plays of a part have beyond their share, in thousandths, of things with enough plays. */
    private static Map<Integer, Long> leaning(
            Reference told, List<Integer> all, List<Integer> part, Subject subject, int least) {
        Map<Integer, Long> plays = told.counts(all, subject);
        Map<Integer, Long> own = told.counts(part, subject);
        Map<Integer, Long> leaning = new HashMap<>();
        plays.forEach((number, count) -> {
            double expected = (double) count * part.size() / all.size();
            if (count >= least) {
                leaning.put(number, Math.round(1000 * (own.getOrDefault(number, 0L) - expected)));
            }
        });
        return leaning;
    }

    private static List<List<Cell>> things(
            Reference told, List<Integer> numbers, List<Integer> all, List<Integer> part, Subject subject) {
        Map<Integer, Long> plays = told.counts(all, subject);
        Map<Integer, Long> own = told.counts(part, subject);
        return numbers.stream()
                .map(number -> List.of(
                        told.thing(subject, number),
                        Cell.count(own.getOrDefault(number, 0L)),
                        Cell.count(plays.get(number)),
                        Cell.share(own.getOrDefault(number, 0L), plays.get(number))))
                .toList();
    }

    private static List<List<Cell>> cut(List<List<Cell>> rows, int... places) {
        return rows.stream()
                .map(row -> IntStream.of(places).mapToObj(row::get).toList())
                .toList();
    }

    @Test
    void what_leans_to_the_night_has_more_plays_then_than_its_share() {
        for (Case question : Case.all(SEED + 1)) {
            Reference told = new Reference(question);
            int from = question.random().number(24);
            int to = question.random().number(24);
            int least = 1 + question.random().number(3);
            Subject subject = question.random().oneOf(List.of(Subject.values()));

            Answer answer = question.ask(
                    new LateNight(),
                    Map.of(
                            "from_hour", Integer.toString(from),
                            "to_hour", Integer.toString(to),
                            "min_plays", Integer.toString(least),
                            "subject", subject.word(),
                            "limit", "1000"));

            List<Integer> hours = new ArrayList<>();
            for (int hour = from; hour != to; hour = (hour + 1) % 24) {
                hours.add(hour);
            }
            List<Integer> timed = question.timed();
            List<Integer> late = timed.stream()
                    .filter(play -> hours.contains(told.wall(play).getHour()))
                    .toList();
            assertThat(Reference.figure(answer, "late_plays"))
                    .as(question.shown())
                    .isEqualTo(Cell.count(late.size()));
            List<List<Cell>> months = told.labels(Step.MONTH).stream()
                    .map(label -> List.of(Cell.text(label), count(told, late, label), count(told, timed, label)))
                    .toList();
            assertThat(cut(Reference.rows(answer, "months"), 0, 1, 2))
                    .as(question.shown())
                    .isEqualTo(months);
            List<Integer> leaning = told.ranked(leaning(told, timed, late, subject, least), subject);
            assertThat(cut(Reference.rows(answer, "leaning"), 0, 1, 2, 3))
                    .as(question.shown())
                    .isEqualTo(things(told, leaning, timed, late, subject));
            assertThat(cut(Reference.rows(answer, "most"), 0, 1, 2, 3))
                    .as(question.shown())
                    .isEqualTo(things(told, told.ranked(told.counts(late, subject), subject), timed, late, subject));
        }
    }

    private static Cell count(Reference told, List<Integer> plays, String month) {
        return Cell.count(plays.stream()
                .filter(play -> told.label(Step.MONTH, play).equals(month))
                .count());
    }

    @Test
    void what_leans_to_the_weekend_has_more_plays_then_than_its_share() {
        Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        for (Case question : Case.all(SEED + 2)) {
            Reference told = new Reference(question);
            int least = 1 + question.random().number(3);
            Subject subject = question.random().oneOf(List.of(Subject.values()));

            Answer answer = question.ask(
                    new Weekend(),
                    Map.of("min_plays", Integer.toString(least), "subject", subject.word(), "limit", "1000"));

            List<Integer> all = told.known(Step.DAY);
            Map<Boolean, List<Integer>> parts = all.stream()
                    .collect(Collectors.partitioningBy(
                            play -> weekend.contains(told.day(play).getDayOfWeek())));
            for (boolean isWeekend : List.of(true, false)) {
                List<Integer> part = parts.get(isWeekend);
                List<Integer> leaning = told.ranked(leaning(told, all, part, subject, least), subject);
                assertThat(cut(Reference.rows(answer, isWeekend ? "weekend" : "weekdays"), 0, 1, 2, 3))
                        .as(question.shown())
                        .isEqualTo(things(told, leaning, all, part, subject));
            }
            List<LocalDate> dates = told.span()
                    .map(span -> span.from()
                            .orElseThrow()
                            .datesUntil(span.to().orElseThrow().plusDays(1))
                            .toList())
                    .orElse(List.of());
            for (DayOfWeek weekday : DayOfWeek.values()) {
                List<Integer> plays = all.stream()
                        .filter(play -> told.day(play).getDayOfWeek() == weekday)
                        .toList();
                long days = dates.stream()
                        .filter(date -> date.getDayOfWeek() == weekday)
                        .count();
                List<Cell> row = Reference.rows(answer, "days").get(weekday.getValue() - 1);
                assertThat(row.subList(1, 3))
                        .as(question.shown())
                        .containsExactly(Cell.count(plays.size()), Cell.span(told.seconds(plays)));
                assertThat(((Cell.Decimal) row.get(4)).value())
                        .as(question.shown())
                        .isEqualTo(days == 0 ? 0 : (double) plays.size() / days, within(1e-9));
            }
        }
    }

    @Test
    void a_season_is_three_months_and_what_belongs_to_it_comes_back() {
        List<String> north = List.of("Winter", "Spring", "Summer", "Autumn");
        List<String> south = List.of("Summer", "Autumn", "Winter", "Spring");
        for (Case question : Case.all(SEED + 3)) {
            Reference told = new Reference(question);
            boolean isNorth = question.random().number(2) == 0;
            int least = 1 + question.random().number(3);
            Subject subject = question.random().oneOf(List.of(Subject.values()));

            Answer answer = question.ask(
                    new Seasons(),
                    Map.of(
                            "half",
                            isNorth ? "north" : "south",
                            "min_plays",
                            Integer.toString(least),
                            "min_years",
                            "1",
                            "subject",
                            subject.word(),
                            "limit",
                            "1000"));

            IntFunction<String> season = play -> (isNorth ? north : south).get(place(told.day(play)));
            List<Integer> all = told.known(Step.MONTH);
            Map<String, List<Integer>> bySeason = new HashMap<>();
            north.forEach(name -> bySeason.put(
                    name,
                    all.stream().filter(play -> season.apply(play).equals(name)).toList()));
            List<List<Cell>> expected = new ArrayList<>();
            Map<Integer, String> homes = new HashMap<>();
            Map<Integer, Long> excess = new HashMap<>();
            for (String name : north) {
                leaning(told, all, bySeason.get(name), subject, least).forEach((number, own) -> {
                    if (own > excess.getOrDefault(number, 0L)
                            && told.counts(bySeason.get(name), subject).containsKey(number)) {
                        excess.put(number, own);
                        homes.put(number, name);
                    }
                });
            }
            homes.forEach((number, name) -> expected.add(List.of(
                    told.thing(subject, number),
                    Cell.text(name),
                    Cell.count(told.counts(bySeason.get(name), subject).get(number)),
                    Cell.count(told.counts(all, subject).get(number)))));
            List<List<Cell>> rows = Reference.rows(answer, "things");
            assertThat(cut(rows, 0, 1, 2, 3)).as(question.shown()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(rows.stream()
                            .map(row -> excess.get(
                                    ((Cell.Thing) row.getFirst()).value().number())))
                    .as(question.shown())
                    .isSortedAccordingTo((one, other) -> Long.compare(other, one));
            assertMonths(told, answer, all);
        }
    }

    private static int place(LocalDate day) {
        return switch (day.getMonth()) {
            case DECEMBER, JANUARY, FEBRUARY -> 0;
            case MARCH, APRIL, MAY -> 1;
            case JUNE, JULY, AUGUST -> 2;
            case SEPTEMBER, OCTOBER, NOVEMBER -> 3;
        };
    }

    private static void assertMonths(Reference told, Answer answer, List<Integer> all) {
        for (Month month : Month.values()) {
            List<Integer> plays = all.stream()
                    .filter(play -> told.day(play).getMonth() == month)
                    .toList();
            assertThat(Reference.rows(answer, "months").get(month.ordinal()).subList(1, 4))
                    .as(told.question().shown())
                    .containsExactly(
                            Cell.count(plays.size()),
                            Cell.span(told.seconds(plays)),
                            Cell.share(plays.size(), all.size()));
        }
    }

    @Test
    void what_came_back_in_one_summer_only_is_not_seasonal() {
        HistoryBuilder builder = new HistoryBuilder(ZoneHistory.UTC);
        for (int year = 2020; year < 2023; year++) {
            for (int month = 1; month <= 12; month++) {
                long at = LocalDate.of(year, month, 5).toEpochDay() * 86_400;
                builder.song("always", "a", "", at);
                if (month == 7) {
                    builder.song("summers", "b", "", at + 100);
                }
                if (month == 7 && year == 2021) {
                    builder.song("once", "c", "", at + 200).song("once", "c", "", at + 300);
                }
            }
        }
        Asking asking =
                new Asking(builder.build(), Range.ALL, Filter.NONE, LocalDate.of(2023, 1, 1), Map.of("min_plays", "2"));
        Answer answer = new Seasons().answer(asking);
        assertThat(Reference.rows(answer, "things").stream()
                        .map(row -> ((Cell.Thing) row.getFirst()).value().name()))
                .contains("b")
                .doesNotContain("c");
        assertThat(answer.sentence()).contains("b belongs to summer most");
    }
}
