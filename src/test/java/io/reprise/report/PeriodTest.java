package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reprise.account.WeekStart;
import io.reprise.account.ZoneHistory;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PeriodTest {
    private static final Period.Now NOW = new Period.Now(LocalDate.of(2024, 2, 29), WeekStart.MONDAY);

    @ParameterizedTest
    @CsvSource({
        "today, 2024-02-29, 2024-02-29",
        "Yesterday, 2024-02-28, 2024-02-28",
        "week, 2024-02-26, 2024-03-03",
        "last week, 2024-02-19, 2024-02-25",
        "this month, 2024-02-01, 2024-02-29",
        "lastmonth, 2024-01-01, 2024-01-31",
        "year, 2024-01-01, 2024-12-31",
        "last 30 days, 2024-01-31, 2024-02-29",
        "last_1_day, 2024-02-29, 2024-02-29",
        "last 12 months, 2023-03-01, 2024-02-29",
        "last 2 weeks, 2024-02-16, 2024-02-29",
        "2022, 2022-01-01, 2022-12-31",
        "2024-2, 2024-02-01, 2024-02-29",
        "2022/08/01, 2022-08-01, 2022-08-01",
        "2020-W53, 2020-12-28, 2021-01-03",
        "2022-w01, 2022-01-03, 2022-01-09",
        "2022-08-01..2022-08-31, 2022-08-01, 2022-08-31",
        "2022-08 .. 2023, 2022-08-01, 2023-12-31",
        "2022-08..today, 2022-08-01, 2024-02-29",
        "since 2022-08, 2022-08-01, ",
        "2022-08.., 2022-08-01, ",
        "until 2022, , 2022-12-31",
        "..2022-W42, , 2022-10-23",
        "summer 2021, 2021-06-01, 2021-08-31",
        "Winter 2021, 2021-12-01, 2022-02-28",
        "spring, 2023-03-01, 2023-05-31",
        "winter, 2023-12-01, 2024-02-29",
        "last winter, 2022-12-01, 2023-02-28",
        "fall 2020, 2020-09-01, 2020-11-30",
        "august 2022, 2022-08-01, 2022-08-31",
        "aug_2022, 2022-08-01, 2022-08-31",
        "sept, 2023-09-01, 2023-09-30",
        "february, 2024-02-01, 2024-02-29",
        "last feb, 2023-02-01, 2023-02-28",
        "march, 2023-03-01, 2023-03-31",
        "thursday, 2024-02-29, 2024-02-29",
        "last thursday, 2024-02-22, 2024-02-22",
        "fri, 2024-02-23, 2024-02-23",
        "this weekend, 2024-03-02, 2024-03-03",
        "last weekend, 2024-02-24, 2024-02-25",
        "quarter, 2024-01-01, 2024-03-31",
        "last quarter, 2023-10-01, 2023-12-31",
        "2022-Q3, 2022-07-01, 2022-09-30",
        "q4 2022, 2022-10-01, 2022-12-31",
        "2010s, 2010-01-01, 2019-12-31",
        "since summer 2021, 2021-06-01, ",
        "until monday, , 2024-02-26",
        "january 2022..winter 2022, 2022-01-01, 2023-02-28",
        "all, , ",
        "'', , ",
    })
    void a_period_is_read_as_people_write_it(String text, LocalDate from, LocalDate to) {
        Range range = Period.parse(text, NOW).range();

        assertThat(range.from().orElse(null)).isEqualTo(from);
        assertThat(range.to().orElse(null)).isEqualTo(to);
        assertThat(range.isAll()).isEqualTo(from == null && to == null);
    }

    @ParameterizedTest
    @CsvSource({
        "week, SUNDAY, 2024-02-25, 2024-03-02",
        "last week, SUNDAY, 2024-02-18, 2024-02-24",
        "this week, SATURDAY, 2024-02-24, 2024-03-01",
        "since last week, SATURDAY, 2024-02-17, ",
        "2022-W42, SATURDAY, 2022-10-17, 2022-10-23",
        "this weekend, SUNDAY, 2024-03-02, 2024-03-03",
    })
    void a_week_begins_as_the_user_chose_and_a_numbered_one_on_monday(
            String text, WeekStart start, LocalDate from, LocalDate to) {
        Range range = Period.parse(text, new Period.Now(LocalDate.of(2024, 2, 29), start))
                .range();

        assertThat(range.from()).contains(from);
        assertThat(range.to().orElse(null)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "last summer 2021",
                "summer of 69",
                "su",
                "weekend 2021",
                "monday 2021",
                "2022-Q5",
                "1890s",
                "2015s",
                "winter 1899",
                "2022-13",
                "2022-02-30",
                "2021-W53",
                "2022-W00",
                "22",
                "1899",
                "2101-01-01",
                "last 0 days",
                "last 99999 years",
                "2022-08-02..2022-08-01",
                "since all",
                "since",
                "a..b",
                "2022-08-01...2022-08-02",
                "-2022",
                "2022-08-01T00:00"
            })
    void anything_else_is_refused_with_a_reason(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text, NOW))
                .withMessageContaining("period");
    }

    @Test
    void moments_become_local_days_and_a_midnight_ends_the_day_before() {
        ZoneHistory kolkata = ZoneHistory.of(ZoneId.of("Asia/Kolkata"));

        assertThat(Period.between("2022-07-31T18:30:00Z", "2022-08-31T18:30:00Z", kolkata)
                        .range())
                .isEqualTo(Range.of(LocalDate.of(2022, 8, 1), LocalDate.of(2022, 8, 31)));
        assertThat(Period.between("2022-07-31T18:29:59Z", null, kolkata).range())
                .isEqualTo(Range.since(LocalDate.of(2022, 7, 31)));
        assertThat(Period.between(null, "2022-08-31", kolkata).range())
                .isEqualTo(Range.until(LocalDate.of(2022, 8, 31)));
        assertThat(Period.between("2022-08-01T00:00:00+05:30", "2022-08-01T00:00:00+05:30", kolkata)
                        .range())
                .isEqualTo(Range.of(LocalDate.of(2022, 8, 1), LocalDate.of(2022, 8, 1)));
        assertThat(Period.between(null, " ", kolkata)).isEqualTo(Period.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.between("yesterday", null, kolkata))
                .withMessageContaining("2022-08-01T00:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> Period.between("2022-08-02", "2022-08-01", kolkata));
    }

    @Test
    void the_range_before_has_the_same_length_and_ends_where_this_one_begins() {
        assertThat(Period.parse("2022-W42", NOW).range().before())
                .contains(Period.parse("2022-W41", NOW).range());
        assertThat(Range.ALL.before()).isEmpty();
        assertThat(Range.since(NOW.today()).before()).isEmpty();
    }
}
