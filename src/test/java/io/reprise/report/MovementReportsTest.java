package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What moves, what is certified, what takes time and what rises, against slow readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MovementReportsTest {
    private static final long SEED = 6601;
    private static final LocalDate TODAY = Reference.TODAY;

    @Test
    void movers_are_what_the_two_periods_differ_by() {
        for (Case question : Case.all(SEED + 3)) {
            Subject subject = question.random().oneOf(List.of(Subject.values()));

            Answer answer = question.ask(new Movers(), Map.of("subject", subject.word(), "limit", "1000"));

            Range range = question.range();
            if (range.before().isEmpty()) {
                range = Range.of(TODAY.minusDays(89), TODAY);
            } else if (!range.from().orElseThrow().isAfter(TODAY)
                    && range.to().orElseThrow().isAfter(TODAY)) {
                range = Range.of(range.from().orElseThrow(), TODAY);
            }
            Reference told = new Reference(question);
            History history = question.history();
            Map<Integer, Long> now = told.counts(RandomHistories.plays(history, range, question.filter()), subject);
            Map<Integer, Long> before = told.counts(
                    RandomHistories.plays(history, range.before().orElseThrow(), question.filter()), subject);
            Map<Integer, Long> rises = new HashMap<>();
            Map<Integer, Long> falls = new HashMap<>();
            Map<Integer, Long> entries = new HashMap<>(now);
            entries.keySet().removeAll(before.keySet());
            Map<Integer, Long> dropOuts = new HashMap<>(before);
            dropOuts.keySet().removeAll(now.keySet());
            now.forEach((number, count) -> {
                if (before.containsKey(number)) {
                    rises.put(number, count - before.get(number));
                    falls.put(number, before.get(number) - count);
                }
            });
            Map<String, Map<Integer, Long>> sheets =
                    Map.of("rises", rises, "falls", falls, "entries", entries, "drop_outs", dropOuts);
            sheets.forEach((word, values) -> {
                List<List<Cell>> rows = told.ranked(values, subject).stream()
                        .map(number -> List.of(
                                told.thing(subject, number),
                                Cell.count(now.getOrDefault(number, 0L)),
                                Cell.count(before.getOrDefault(number, 0L)),
                                Cell.count(now.getOrDefault(number, 0L) - before.getOrDefault(number, 0L)),
                                now.containsKey(number) ? Cell.count(Reference.rank(now, number)) : Cell.NOTHING,
                                before.containsKey(number) ? Cell.count(Reference.rank(before, number)) : Cell.NOTHING))
                        .toList();
                assertThat(Reference.rows(answer, word).stream().map(row -> row.subList(0, 6)))
                        .as(question.shown() + " " + word)
                        .isEqualTo(rows);
            });
        }
    }

    @Test
    void an_item_is_gold_on_the_day_of_its_250th_play() {
        HistoryBuilder builder = new HistoryBuilder(ZoneHistory.UTC);
        LocalDate begin = LocalDate.of(2020, 1, 1);
        for (int play = 0; play < 600; play++) {
            long day = begin.plusDays(play).toEpochDay() * 86_400;
            builder.song("A", "x", "", day);
            if (play < 251) {
                builder.song("B", "x", "", day + 1);
            }
            if (play < 249) {
                builder.song("C", "x", "", day + 2);
            }
        }
        Asking asking = new Asking(builder.build(), Range.ALL, Filter.NONE, LocalDate.of(2021, 12, 1), Map.of());
        Answer answer = new Certifications().answer(asking);
        assertThat(Reference.rows(answer, "certified").stream().map(row -> row.subList(1, 6)))
                .containsExactly(
                        List.of(
                                Cell.text("platinum"),
                                Cell.count(600),
                                new Cell.Day(begin.plusDays(499)),
                                Cell.text("diamond"),
                                Cell.count(400)),
                        List.of(
                                Cell.text("gold"),
                                Cell.count(251),
                                new Cell.Day(begin.plusDays(249)),
                                Cell.text("platinum"),
                                Cell.count(249)),
                        List.of(Cell.NOTHING, Cell.count(249), Cell.NOTHING, Cell.text("gold"), Cell.count(1)));
        assertThat(answer.sentence()).isEqualTo("“A” leads the wall: platinum with 600 plays.");
        assertThat(Reference.figure(answer, "gold")).isEqualTo(Cell.count(1));
    }

    @Test
    void medals_are_the_first_three_ranks_of_the_years_that_are_over() {
        for (Case question : Case.all(SEED + 4)) {
            Reference told = new Reference(question);
            Subject subject = question.random().oneOf(List.of(Subject.values()));

            Answer answer = question.ask(new Certifications(), Map.of("subject", subject.word(), "limit", "1000"));

            List<Integer> plays = told.in(Step.YEAR, "2023");
            Map<Integer, Long> counts = told.counts(plays, subject);
            List<List<Cell>> rows = told.ranked(counts, subject).stream()
                    .filter(number -> Reference.rank(counts, number) <= 3)
                    .map(number -> List.of(
                            told.thing(subject, number),
                            Cell.count(Reference.rank(counts, number) == 1 ? 1 : 0),
                            Cell.count(Reference.rank(counts, number) == 2 ? 1 : 0),
                            Cell.count(Reference.rank(counts, number) == 3 ? 1 : 0)))
                    .toList();
            assertThat(Reference.rows(answer, "medals")).as(question.shown()).isEqualTo(rows);
        }
    }

    @Test
    void the_chart_by_time_adds_seconds_and_divides_by_the_plays_that_have_some() {
        for (Case question : Case.all(SEED + 6)) {
            Reference told = new Reference(question);
            Subject subject = question.random().oneOf(List.of(Subject.values()));

            Answer answer = question.ask(new ByTime(), Map.of("subject", subject.word(), "limit", "1000"));

            Map<Integer, Long> seconds = told.secondsOf(question.plays(), subject);
            Map<Integer, Long> plays = told.counts(question.plays(), subject);
            Map<Integer, Long> timed = told.counts(
                    question.plays().stream()
                            .filter(play -> question.history().seconds(play) > 0)
                            .toList(),
                    subject);
            List<List<Cell>> rows = told.ranked(seconds, subject).stream()
                    .map(number -> List.of(
                            Cell.count(Reference.rank(seconds, number)),
                            told.thing(subject, number),
                            Cell.span(seconds.getOrDefault(number, 0L)),
                            Cell.count(plays.getOrDefault(number, 0L)),
                            Cell.span(Math.round(
                                    1.0 * seconds.getOrDefault(number, 0L) / timed.getOrDefault(number, 0L))),
                            Cell.count(Reference.rank(plays, number))))
                    .toList();
            assertThat(Reference.rows(answer, "chart").stream()
                            .map(row ->
                                    List.of(row.get(0), row.get(1), row.get(2), row.get(4), row.get(5), row.get(6))))
                    .as(question.shown())
                    .isEqualTo(rows);
        }
    }

    @Test
    void interest_is_the_plays_of_one_thing_beside_all_others() {
        for (Case question : Case.all(SEED + 7)) {
            Step step = question.random().oneOf(List.of(Step.values()));
            int smooth = question.random().number(3);
            Filter filter = question.filter();
            if (filter.item() != 0 || filter.container() != 0) {
                continue;
            }
            Case wide = new Case(
                    question.history(),
                    question.range(),
                    filter.withCreator(0),
                    RandomHistories.plays(question.history(), question.range(), filter.withCreator(0)),
                    question.random(),
                    question.shown());
            Reference told = new Reference(wide);

            Answer answer =
                    question.ask(new Interest(), Map.of("step", step.word(), "smooth", Integer.toString(smooth)));

            List<Integer> ranked = told.ranked(told.counts(question.plays(), Subject.CREATOR), Subject.CREATOR);
            int number = filter.creator() != 0
                    ? filter.creator()
                    : ranked.stream().findFirst().orElse(0);
            List<Long> plays = told.labels(step).stream()
                    .map(label ->
                            told.counts(told.in(step, label), Subject.CREATOR).getOrDefault(number, 0L))
                    .toList();
            int first = 0;
            while (first < plays.size() && plays.get(first) == 0) {
                first++;
            }
            List<List<Cell>> rows = Reference.rows(answer, "steps");
            assertThat(rows).as(question.shown()).hasSize(plays.size() - first);
            for (int at = first; at < plays.size(); at++) {
                List<Cell> row = rows.get(at - first);
                String label = told.labels(step).get(at);
                assertThat(List.of(row.get(0), row.get(1), row.get(3)))
                        .as(question.shown())
                        .containsExactly(
                                Cell.text(label),
                                Cell.count(plays.get(at)),
                                Cell.share(plays.get(at), told.in(step, label).size()));
                double mean = plays.subList(Math.max(0, at - smooth), Math.min(plays.size(), at + smooth + 1)).stream()
                        .mapToLong(Long::longValue)
                        .average()
                        .orElseThrow();
                assertThat(((Cell.Decimal) row.get(2)).value()).isEqualTo(mean, within(1e-9));
            }
        }
    }

    @Test
    void what_rises_has_a_line_that_goes_up() {
        for (Case question : Case.all(SEED + 8)) {
            Step step = question.random().oneOf(List.of(Step.DAY, Step.WEEK, Step.MONTH));
            int count = 2 + question.random().number(5);
            Subject subject = question.random().oneOf(List.of(Subject.values()));

            Answer answer = question.ask(
                    new Rising(),
                    Map.of(
                            "subject", subject.word(),
                            "step", step.word(),
                            "steps", Integer.toString(count),
                            "min_plays", "1",
                            "limit", "1000"));

            Reference told = new Reference(question);
            List<String> labels = new ArrayList<>();
            LocalDate end =
                    question.range().to().filter(to -> to.isBefore(TODAY)).orElse(TODAY);
            LocalDate begin = question.range().from().orElse(LocalDate.of(2000, 1, 1));
            LocalDate start = Slow.startOf(step, question.history(), end);
            if (step.next(start).isAfter(end.plusDays(1))) {
                start = Slow.startOf(step, question.history(), start.minusDays(1));
            }
            while (labels.size() < count && !start.isBefore(begin)) {
                labels.addFirst(Slow.label(step, question.history(), start));
                start = Slow.startOf(step, question.history(), start.minusDays(1));
            }
            Map<Integer, Double> slopes = new HashMap<>();
            if (labels.size() >= 2) {
                double middle = (labels.size() - 1) / 2.0;
                for (int number = 1; number <= subject.last(question.names()); number++) {
                    double above = 0;
                    double below = 0;
                    for (int at = 0; at < labels.size(); at++) {
                        long plays = told.counts(told.in(step, labels.get(at)), subject)
                                .getOrDefault(number, 0L);
                        above += (at - middle) * plays;
                        below += (at - middle) * (at - middle);
                    }
                    slopes.put(number, Math.round(1e9 * above / below) / 1e9);
                }
            }
            for (int sign : List.of(1, -1)) {
                Map<Integer, Double> own = new HashMap<>();
                slopes.forEach((number, slope) -> own.put(number, sign * slope));
                List<List<Cell>> rows = Reference.rows(answer, sign == 1 ? "rising" : "fading");
                assertThat(rows.stream().map(List::getFirst))
                        .as(question.shown())
                        .isEqualTo(told.ranked(own, subject).stream()
                                .map(number -> told.thing(subject, number))
                                .toList());
                rows.forEach(row -> assertThat(((Cell.Decimal) row.get(1)).value())
                        .isEqualTo(
                                slopes.get(((Cell.Thing) row.getFirst()).value().number()), within(1e-6)));
            }
        }
    }
}
