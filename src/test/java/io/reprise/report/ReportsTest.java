package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.account.Calendar;
import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What holds for every report. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReportsTest {
    private static final long SEED = 4711;

    @Test
    void every_report_answers_any_question_to_any_history_with_the_same_tables() {
        List<Case> questions = Case.all(SEED);
        for (Report report : Reports.ALL) {
            Set<List<String>> shapes = new HashSet<>();
            for (Case question : questions) {
                Answer answer = question.ask(report, Map.of());
                assertThat(answer.sentence())
                        .as(report.about().word() + " " + question.shown())
                        .matches("(?s)[A-Z0-9“xyz].*[.!]");
                assertThat(question.ask(report, Map.of())).isEqualTo(answer);
                shapes.add(answer.sheets().stream()
                        .map(sheet -> sheet.word() + " "
                                + sheet.columns().stream()
                                        .map(Sheet.Column::word)
                                        .toList())
                        .toList());
            }
            assertThat(shapes).as(report.about().word()).hasSize(1);
        }
    }

    @Test
    void a_report_of_an_empty_history_says_so_and_fails_at_nothing() {
        History nothing = History.empty(Calendar.of(ZoneHistory.UTC));
        for (Report report : Reports.ALL) {
            Answer answer =
                    report.answer(new Asking(nothing, Range.ALL, Filter.NONE, LocalDate.of(2024, 2, 29), Map.of()));
            assertThat(answer.sentence()).as(report.about().word()).isNotBlank();
        }
    }

    @Test
    void reports_are_named_apart_and_explained() {
        assertThat(Reports.ALL.stream().map(report -> report.about().word())).doesNotHaveDuplicates();
        assertThat(Reports.ALL.stream().map(report -> report.about().title())).doesNotHaveDuplicates();
        for (Report report : Reports.ALL) {
            About about = report.about();
            assertThat(about.tells()).as(about.word()).matches("[A-Z].*\\.").hasSizeLessThan(120);
            assertThat(about.computed()).as(about.word()).matches("[A-Z].*\\.").hasSizeGreaterThan(40);
            assertThat(about.options().stream().map(Option::word)).doesNotHaveDuplicates();
        }
    }

    @Test
    void an_option_that_does_not_fit_says_what_would() {
        Asking asking = new Asking(
                History.empty(Calendar.of(ZoneHistory.UTC)),
                Range.ALL,
                Filter.NONE,
                LocalDate.of(2024, 1, 1),
                Map.of("step", "fortnight", "limit", "0"));
        assertThatThrownBy(() -> new Activity().answer(asking))
                .hasMessage("step is month, day, week, year, not 'fortnight'");
        assertThatThrownBy(() -> new Streaks().answer(asking))
                .hasMessage("limit is a whole number from 1 to 1000, not '0'");
    }
}
