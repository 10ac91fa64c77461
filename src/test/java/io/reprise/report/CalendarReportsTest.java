package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports that go by days, months and years, against slow and obvious readings of random histories. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway") // its maps are asked only for what was put into them
final class CalendarReportsTest {
    private static final long SEED = 2201;

    private static long met(Reference told, List<Integer> plays, Subject subject, String year) {
        History history = told.history();
        return told.counts(plays, subject).keySet().stream()
                .filter(number -> {
                    for (int play = 0; play < history.size(); play++) {
                        boolean dated = history.at(play) != History.UNDATED;
                        if (dated
                                && RandomHistories.numbers(history, play, subject)
                                        .contains(number)) {
                            return told.label(Step.YEAR, play).equals(year)
                                    && told.question().range().holds(history.day(play), history.precision(play));
                        }
                    }
                    return false;
                })
                .count();
    }

    @Test
    void a_year_has_its_plays_and_what_was_first_played_in_it_is_new() {
        for (Case question : Case.all(SEED)) {
            Reference told = new Reference(question);

            Answer answer = question.ask(new YearsSheet(), Map.of());

            List<List<Cell>> years = new ArrayList<>();
            for (String year : told.labels(Step.YEAR)) {
                List<Integer> plays = told.in(Step.YEAR, year);
                years.add(List.of(
                        Cell.text(year),
                        Cell.count(plays.size()),
                        Cell.span(told.seconds(plays)),
                        Cell.count(told.counts(plays, Subject.ITEM).size()),
                        Cell.count(met(told, plays, Subject.ITEM, year)),
                        Cell.count(told.counts(plays, Subject.CREATOR).size()),
                        Cell.count(met(told, plays, Subject.CREATOR, year)),
                        told.most(plays, Subject.CREATOR)));
            }
            assertThat(Reference.rows(answer, "years")).as(question.shown()).isEqualTo(years);
        }
    }

    @Test
    void on_this_day_are_the_plays_of_that_day_in_each_year_newest_first() {
        for (Case question : Case.all(SEED + 1)) {
            Reference told = new Reference(question);
            int month = question.random().oneOf(List.of(12, 1, 2, 3));
            int day = 1 + question.random().number(29);

            Answer answer = question.ask(
                    new OnThisDay(),
                    Map.of("month", Integer.toString(month), "day", Integer.toString(day), "limit", "1000"));

            List<List<Cell>> years = new ArrayList<>();
            told.by(Step.YEAR).descendingMap().forEach((year, any) -> {
                List<Integer> plays = told.known(Step.DAY).stream()
                        .filter(play -> told.day(play).getMonthValue() == month
                                && told.day(play).getDayOfMonth() == day
                                && told.label(Step.YEAR, play).equals(year))
                        .toList();
                if (!plays.isEmpty()) {
                    years.add(List.of(
                            Cell.text(year),
                            Cell.count(plays.size()),
                            Cell.span(told.seconds(plays)),
                            told.most(plays, Subject.ITEM),
                            told.most(plays, Subject.CREATOR)));
                }
            });
            assertThat(Reference.rows(answer, "years")).as(question.shown()).isEqualTo(years);
            assertThat(Reference.rows(answer, "plays")).as(question.shown()).hasSize((int) told.known(Step.DAY).stream()
                    .filter(play -> told.day(play).getMonthValue() == month
                            && told.day(play).getDayOfMonth() == day)
                    .count());
        }
    }

    @Test
    void on_29_february_only_leap_years_have_plays_and_30_february_is_refused() {
        History history = new HistoryBuilder(ZoneHistory.UTC)
                .song("A", "x", "", LocalDate.of(2020, 2, 29).toEpochDay() * 86_400)
                .song("B", "x", "", LocalDate.of(2023, 2, 28).toEpochDay() * 86_400)
                .song("C", "x", "", LocalDate.of(2024, 2, 29).toEpochDay() * 86_400 + 3_600)
                .build();
        Asking leap = new Asking(history, Range.ALL, Filter.NONE, LocalDate.of(2024, 2, 29), Map.of());
        Answer answer = new OnThisDay().answer(leap);
        assertThat(Reference.rows(answer, "years").stream().map(List::getFirst))
                .containsExactly(Cell.text("2024"), Cell.text("2020"));
        assertThat(answer.sentence()).isEqualTo("On 29 February you played 2 things in 2 years, most in 2024 (1).");
        Asking never = new Asking(history, Range.ALL, Filter.NONE, leap.today(), Map.of("month", "2", "day", "30"));
        assertThatThrownBy(() -> new OnThisDay().answer(never)).hasMessageContaining("there is no 30 February");
    }

    @Test
    void the_fullest_steps_stand_by_plays_or_by_time() {
        for (Case question : Case.all(SEED + 2)) {
            Reference told = new Reference(question);
            Step step = question.random().oneOf(List.of(Step.values()));
            boolean byTime = question.random().number(2) == 0;

            Answer answer = question.ask(
                    new Busiest(),
                    Map.of("step", step.word(), "measure", byTime ? "seconds" : "plays", "limit", "1000"));

            Map<String, List<Integer>> steps = told.by(step);
            List<String> labels = steps.keySet().stream()
                    .filter(label -> !byTime || told.seconds(steps.get(label)) > 0)
                    .sorted((one, other) -> {
                        long first = byTime
                                ? told.seconds(steps.get(one))
                                : steps.get(one).size();
                        long second = byTime
                                ? told.seconds(steps.get(other))
                                : steps.get(other).size();
                        return first == second ? one.compareTo(other) : Long.compare(second, first);
                    })
                    .toList();
            List<List<Cell>> rows = Reference.rows(answer, "busiest");
            assertThat(rows.stream().map(row -> row.get(1)))
                    .as(question.shown())
                    .isEqualTo(labels.stream().map(Cell::text).toList());
            for (int i = 0; i < rows.size(); i++) {
                List<Integer> plays = steps.get(labels.get(i));
                assertThat(rows.get(i).subList(2, 7))
                        .as(question.shown())
                        .containsExactly(
                                Cell.count(plays.size()),
                                Cell.span(told.seconds(plays)),
                                told.most(plays, Subject.CREATOR),
                                Cell.count(told.counts(plays, Subject.CREATOR).values().stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0)),
                                told.most(plays, Subject.ITEM));
            }
        }
    }

    @Test
    void the_nth_play_is_the_nth_of_those_known_to_the_day() {
        for (Case question : Case.all(SEED + 3)) {
            Reference told = new Reference(question);
            int every = question.random().number(8);

            Answer answer = question.ask(new Milestones(), Map.of("every", Integer.toString(every)));

            List<Integer> plays = told.known(Step.DAY);
            List<List<Cell>> expected = new ArrayList<>();
            for (int number = 1; number <= plays.size(); number++) {
                if (every > 0 ? number % every == 0 : number == 1 || number == 100) {
                    int play = plays.get(number - 1);
                    expected.add(List.of(
                            Cell.count(number),
                            Cell.day(question.history().day(play)),
                            told.thing(Subject.ITEM, question.history().item(play))));
                }
            }
            assertThat(Reference.rows(answer, "milestones").stream()
                            .map(row -> List.of(row.get(0), row.get(1), row.get(3))))
                    .as(question.shown())
                    .isEqualTo(expected);
            assertThat(Reference.figure(answer, "plays")).isEqualTo(Cell.count(plays.size()));
        }
    }

    @Test
    void the_next_milestone_is_due_at_the_pace_of_the_last_90_days() {
        HistoryBuilder builder = new HistoryBuilder(ZoneHistory.UTC);
        LocalDate today = LocalDate.of(2024, 6, 30);
        for (int day = 0; day < 45; day++) {
            builder.song("A", "x", "", today.minusDays(day).toEpochDay() * 86_400);
        }
        Asking asking = new Asking(builder.build(), Range.ALL, Filter.NONE, today, Map.of());
        Answer answer = new Milestones().answer(asking);
        assertThat(Reference.figure(answer, "due")).isEqualTo(new Cell.Day(today.plusDays(110)));
        assertThat(answer.sentence()).isEqualTo("45 plays so far; number 100 is due around 18 October 2024.");
        Answer over = new Milestones().answer(asking.over(Range.until(today.minusDays(1))));
        assertThat(over.sentence()).isEqualTo("44 plays so far; number 100 is 56 away.");
    }

    @Test
    void time_goes_to_the_kind_and_step_of_each_play() {
        for (Case question : Case.all(SEED + 4)) {
            Reference told = new Reference(question);
            Step step = question.random().oneOf(List.of(Step.values()));

            Answer answer = question.ask(new Spent(), Map.of("step", step.word()));

            List<List<Cell>> expected = new ArrayList<>();
            for (String label : told.labels(step)) {
                for (MediaKind kind : List.of(MediaKind.SONG, MediaKind.BOOK)) {
                    boolean occurs = told.known(step).stream().anyMatch(play -> kind(told, play) == kind);
                    List<Integer> plays = told.in(step, label).stream()
                            .filter(play -> kind(told, play) == kind)
                            .toList();
                    if (occurs) {
                        expected.add(List.of(
                                Cell.text(label),
                                Cell.text(kind.word()),
                                Cell.span(told.seconds(plays)),
                                Cell.count(plays.size())));
                    }
                }
            }
            assertThat(Reference.rows(answer, "steps"))
                    .as(question.shown())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Reference.figure(answer, "seconds")).isEqualTo(Cell.span(told.seconds(told.known(step))));
            assertThat(Reference.figure(answer, "without_seconds"))
                    .isEqualTo(Cell.count(Collections.frequency(
                            told.known(step).stream()
                                    .map(question.history()::seconds)
                                    .toList(),
                            0)));
        }
    }

    private static MediaKind kind(Reference told, int play) {
        return told.history().names().kind(told.history().item(play));
    }
}
