package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.scrobble.Unreadable;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as files write them, and no more exact than they are written. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TimeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1767300423 | 1767300423 instant",
                "1767300423000 | 1767300423 instant",
                "2026-01-01T20:47:03Z | 1767300423 instant",
                "2026-01-01T20:47:03.123456789Z | 1767300423 instant",
                "2026-01-01 21:47:03+0100 | 1767300423 instant +60",
                "2026-01-02T02:17:03+05:30 | 1767300423 instant +330",
                "2026-01-01 20:47 | 1767300420 minute",
                "2026/1/1 8:47 PM | 1767300420 minute",
                "01 Jan 2026, 20:47 | 1767300420 minute",
                "January 1, 2026 12:05 am | 1767225900 minute",
                "2026/01/13 | 1768262400 day",
                "1/13/26 | 1768262400 day",
                "13.1.2026 | 1768262400 day",
                "2026-01 | 1767225600 month",
                "2026 | 1767225600 year",
                "0 | null unknown",
                "1970-01-01T00:00:00.000Z | null unknown"
            })
    void a_time_is_as_exact_as_it_is_written(String text, String read) throws Unreadable {
        TimeText time = TimeText.of("time", text);
        String offset = time.offsetMinutes() == null ? "" : " +" + time.offsetMinutes();

        assertThat(time.second() + " " + time.precision().word() + offset).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "2026-01-01 25:00", "13/13/26", "99999999999999", "1 Foo 2026"})
    void what_is_no_time_is_said_to_be_none(String text) {
        assertThatThrownBy(() -> TimeText.of("time", text))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("time: expected");
    }

    @Test
    void the_order_of_dates_is_that_of_the_whole_file() {
        assertThat(order("1/2/26", "28/1/26")).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(order("1/2/26", "1/28/26")).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(order("5/3/26", "1/3/26", "12/2/26", "11/2/26")).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(order("3/5/26", "3/1/26", "2/12/26", "2/11/26")).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(order("1/1/26")).isEqualTo(DateOrder.MONTH_FIRST);
    }

    private static DateOrder order(String... dates) {
        DateOrders orders = new DateOrders();
        List.of(dates).forEach(orders::see);
        return orders.order();
    }
}
