package io.reprise.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.play.Play;
import org.junit.jupiter.api.Test;

/** Plays in memory say what the store said, at the ends of what fits as well. */
class ColumnsTest {
    @Test
    void an_origin_beyond_the_255th_is_still_that_origin() {
        Columns columns = new Columns(1);

        columns.append(new Columns.Row(1_700_000_000L, 1, 1, 0, 200, 19_675, 300, 5));
        columns.append(new Columns.Row(1_700_000_001L, 2, 1, 0, 200, 19_675, 70_000, 0));

        assertThat(columns.origin(0)).isEqualTo(300);
        assertThat(columns.precision(0)).isEqualTo(5);
        assertThat(columns.origin(1)).isEqualTo(70_000);
        assertThat(columns.precision(1)).isZero();
    }

    @Test
    void a_play_without_a_time_or_a_day_is_without_them_in_memory_too() {
        Columns columns = new Columns(1);

        columns.append(new Columns.Row(Play.UNDATED, 1, 1, 0, 0, Play.NO_DAY, 1, 5));

        assertThat(columns.at(0)).isEqualTo(Play.UNDATED);
        assertThat(columns.day(0)).isEqualTo(Play.NO_DAY);
    }

    @Test
    void a_play_that_comes_late_stands_at_its_place_in_time_and_earlier_readers_do_not_see_it() {
        Columns columns = new Columns(4);
        columns.append(row(100, 1));
        columns.append(row(300, 2));

        Columns more = columns.with(row(200, 3));

        assertThat(columns.size()).isEqualTo(2);
        assertThat(more.size()).isEqualTo(3);
        assertThat(new int[] {more.number(0), more.number(1), more.number(2)}).containsExactly(1, 3, 2);
    }

    private static Columns.Row row(long at, long number) {
        return new Columns.Row(at, number, 1, 0, 10, 0, 1, 0);
    }
}
