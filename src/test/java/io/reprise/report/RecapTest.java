package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A time told as a whole, against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class RecapTest {
    private static final long SEED = 7701;

    @Test
    void the_figures_are_those_of_the_plays_in_the_range() {
        for (Case question : Case.all(SEED)) {
            Reference told = new Reference(question);

            Answer answer = question.ask(new Recap(), Map.of("limit", "1000"));

            List<Integer> plays = question.plays();
            List<Integer> timed = question.timed();
            long late = timed.stream()
                    .map(play -> told.wall(play).getHour())
                    .filter(hour -> hour >= 22 || hour < 4)
                    .count();
            assertThat(Reference.figure(answer, "plays")).as(question.shown()).isEqualTo(Cell.count(plays.size()));
            assertThat(Reference.figure(answer, "seconds")).isEqualTo(Cell.span(told.seconds(plays)));
            assertThat(Reference.figure(answer, "items"))
                    .isEqualTo(Cell.count(told.counts(plays, Subject.ITEM).size()));
            assertThat(Reference.figure(answer, "active_days"))
                    .isEqualTo(Cell.count(told.by(Step.DAY).size()));
            assertThat(Reference.figure(answer, "late")).isEqualTo(Cell.share(late, timed.size()));
            for (Subject subject : Subject.values()) {
                assertThat(Reference.rows(answer, subject.word() + "s").stream().map(row -> row.get(1)))
                        .as(question.shown())
                        .isEqualTo(told.ranked(told.counts(plays, subject), subject).stream()
                                .map(number -> told.thing(subject, number))
                                .toList());
            }
        }
    }

    @Test
    void discoveries_were_never_played_before_and_moments_are_the_first_the_last_and_the_fullest() {
        for (Case question : Case.all(SEED + 1)) {
            Reference told = new Reference(question);

            Answer answer = question.ask(new Recap(), Map.of("limit", "1000"));

            Map<Integer, Long> met = new HashMap<>();
            told.counts(question.plays(), Subject.CREATOR).forEach((number, plays) -> {
                int first = first(question.history(), number);
                if (first >= 0
                        && (question.range().isAll()
                                || question.range()
                                        .holds(
                                                question.history().day(first),
                                                question.history().precision(first)))) {
                    met.put(number, plays);
                }
            });
            assertThat(Reference.rows(answer, "discoveries").stream().map(List::getFirst))
                    .as(question.shown())
                    .isEqualTo(told.ranked(met, Subject.CREATOR).stream()
                            .map(number -> told.thing(Subject.CREATOR, number))
                            .toList());
            Map<Cell, List<Cell>> moments = new HashMap<>();
            Reference.rows(answer, "moments").forEach(row -> moments.put(row.getFirst(), row));
            TreeMap<String, List<Integer>> days = told.by(Step.DAY);
            assertThat(moments.containsKey(Cell.text("first play"))).isEqualTo(!days.isEmpty());
            if (!days.isEmpty()) {
                List<Integer> known = told.known(Step.DAY);
                assertThat(moments.get(Cell.text("first play")).get(1))
                        .isEqualTo(new Cell.Day(told.day(known.getFirst())));
                assertThat(moments.get(Cell.text("last play")).get(1))
                        .isEqualTo(new Cell.Day(told.day(known.getLast())));
                long fullest =
                        days.values().stream().mapToLong(List::size).max().orElseThrow();
                assertThat(moments.get(Cell.text("fullest day")).get(4)).isEqualTo(Cell.count(fullest));
            }
        }
    }

    private static int first(History history, int creator) {
        for (int play = 0; play < history.size(); play++) {
            if (history.at(play) != History.UNDATED
                    && RandomHistories.creators(history, play).contains(creator)) {
                return play;
            }
        }
        return -1;
    }

    @Test
    void a_year_is_told_in_sentences_and_one_that_runs_is_compared_as_far_as_it_has_come() {
        HistoryBuilder builder = new HistoryBuilder(ZoneHistory.UTC);
        LocalDate begin = LocalDate.of(2024, 1, 1);
        for (int day = 0; day < 10; day++) {
            builder.song("A", "x", "", begin.plusDays(day).toEpochDay() * 86_400 + 23 * 3_600);
        }
        for (int day = 1; day <= 5; day++) {
            builder.song("B", "y", "", begin.minusDays(day).toEpochDay() * 86_400 + 12 * 3_600);
        }
        builder.song("B", "y", "", begin.minusDays(11).toEpochDay() * 86_400);
        Asking asking = new Asking(builder.build(), Range.ofYear(2024), Filter.NONE, begin.plusDays(9), Map.of());
        Answer answer = new Recap().answer(asking);
        assertThat(Reference.figure(answer, "plays_before")).isEqualTo(Cell.count(5));
        Asking ever = new Asking(asking.history(), Range.ALL, Filter.NONE, asking.today(), Map.of());
        assertThat(Reference.figure(new Recap().answer(ever), "plays_before"))
                .as("of all time nothing lies before it")
                .isEqualTo(Cell.NOTHING);
        assertThat(Reference.rows(answer, "story").stream().map(List::getFirst))
                .contains(
                        Cell.text("10 plays on 10 days, 100 % more against the time before."),
                        Cell.text("Above all x."),
                        Cell.text("Your discovery was x."),
                        Cell.text("You played something on 10 days in a row."),
                        Cell.text("100 % of it was late at night."));
    }
}
