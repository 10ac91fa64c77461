package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of time against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TimeReportsTest {
    private static final long SEED = 99;

    /** Plays of a question by local day, as far as they are known to the day. */
    private static TreeMap<LocalDate, Long> byDay(Case question) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        History history = question.history();
        for (int play : question.plays()) {
            if (history.day(play) != History.NO_DAY && Step.DAY.places(history.precision(play))) {
                days.merge(LocalDate.ofEpochDay(history.day(play)), 1L, Long::sum);
            }
        }
        return days;
    }

    @Test
    void a_streak_is_a_run_of_days_none_of_which_is_missing() {
        for (Case question : Case.all(SEED)) {
            int atLeast = 1 + question.random().number(2);

            Answer answer =
                    question.ask(new Streaks(), Map.of("plays_a_day", Integer.toString(atLeast), "limit", "1000"));

            TreeMap<LocalDate, Long> days = byDay(question);
            days.values().removeIf(plays -> plays < atLeast);
            List<List<Cell>> runs = new ArrayList<>();
            for (LocalDate first : days.keySet()) {
                if (!days.containsKey(first.minusDays(1))) {
                    LocalDate last = first;
                    long plays = days.getOrDefault(first, 0L);
                    while (days.containsKey(last.plusDays(1))) {
                        last = last.plusDays(1);
                        plays += days.getOrDefault(last, 0L);
                    }
                    runs.add(List.of(
                            new Cell.Day(first),
                            new Cell.Day(last),
                            Cell.count(last.toEpochDay() - first.toEpochDay() + 1),
                            Cell.count(plays)));
                }
            }
            assertThat(answer.sheets().getFirst().rows())
                    .as(question.shown())
                    .containsExactlyInAnyOrderElementsOf(runs);
            LocalDate today = LocalDate.of(2024, 3, 20);
            boolean runsStill = days.containsKey(today) || days.containsKey(today.minusDays(1));
            Cell current = answer.figures().get(1).value();
            assertThat(current.equals(Cell.count(0))).as(question.shown()).isEqualTo(!runsStill);
        }
    }

    @Test
    void activity_counts_each_play_in_the_step_of_its_day() {
        for (Case question : Case.all(SEED + 1)) {
            Step step = question.random().oneOf(List.of(Step.values()));
            History history = question.history();

            Answer answer = question.ask(new Activity(), Map.of("step", step.word()));

            Map<String, long[]> sums = new TreeMap<>();
            for (int play : question.plays()) {
                if (history.day(play) != History.NO_DAY && step.places(history.precision(play))) {
                    long[] sum = sums.computeIfAbsent(Slow.label(step, history, play), any -> new long[2]);
                    sum[0]++;
                    sum[1] += history.seconds(play);
                }
            }
            for (List<Cell> row : answer.sheets().getFirst().rows()) {
                Cell.Text label = (Cell.Text) row.getFirst();
                long[] sum = sums.getOrDefault(label.value(), new long[2]);
                assertThat(row).as(question.shown()).containsExactly(label, Cell.count(sum[0]), Cell.span(sum[1]));
                sums.remove(label.value());
            }
            assertThat(sums).as(question.shown()).isEmpty();
            Cell before = question.range()
                    .before()
                    .map(range -> Cell.count(RandomHistories.plays(history, range, question.filter())
                            .size()))
                    .orElse(Cell.NOTHING);
            assertThat(answer.figures().getLast().value()).isEqualTo(before);
        }
    }
}
