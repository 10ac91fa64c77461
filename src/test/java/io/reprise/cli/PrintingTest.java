package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is printed, and what is read of what was typed, without a terminal. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PrintingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2024-05-01T22:30:00Z");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ProgressBar bar(boolean screen) {
        return new ProgressBar(new PrintStream(out, true, StandardCharsets.UTF_8), screen);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_bar_is_as_full_as_the_job_is_done() {
        assertThat(ProgressBar.line(new ProgressBar.State(50, 100L, 75L, "12 rows")))
                .isEqualTo("█".repeat(12) + "░".repeat(12) + "  50%  12 rows, about 1 min left");
        assertThat(ProgressBar.line(new ProgressBar.State(7, null, null, "12 rows")))
                .isEqualTo("12 rows");
        assertThat(ProgressBar.line(new ProgressBar.State(300, 100L, null, "x")))
                .startsWith("█".repeat(24) + " 100%");
    }

    @Test
    void on_a_screen_one_line_is_drawn_over_and_taken_away() {
        ProgressBar bar = bar(true);
        bar.show(new ProgressBar.State(1, 4L, null, "a"));
        bar.show(new ProgressBar.State(2, 4L, null, "b"));
        bar.end();

        assertThat(printed())
                .startsWith("\r\033[K")
                .endsWith("\r\033[K")
                .doesNotContain("\n")
                .contains("25%  a");
    }

    @Test
    void elsewhere_there_is_a_line_for_each_tenth() {
        ProgressBar bar = bar(false);
        for (int i = 0; i <= 100; i++) {
            bar.show(new ProgressBar.State(i, 100L, null, "row " + i));
        }
        bar.end();

        assertThat(printed().lines()).hasSize(10).startsWith("10%  row 10").endsWith("100%  row 100");
        assertThat(printed()).doesNotContain("\033", "\r");
    }

    @Test
    void columns_are_aligned_and_long_texts_cut() {
        Table table = new Table(Set.of(0));
        table.add(List.of("9", "Ä", "x"));
        table.add(List.of("10", "B\tc", ""));
        table.add(List.of("100", "y".repeat(60), "z"));

        assertThat(table.lines().get(0)).isEqualTo("  9  Ä" + " ".repeat(49) + "x");
        assertThat(table.lines().get(1)).isEqualTo(" 10  B c");
        assertThat(table.lines().get(2)).isEqualTo("100  " + "y".repeat(47) + "…  z");
    }

    @Test
    void signs_that_take_two_columns_are_counted_as_two() {
        Table table = new Table(Set.of());
        table.add(List.of("夜に駆ける", "x"));
        table.add(List.of("ab🎵", "y"));
        table.add(List.of("e\u0301", "z"));
        table.add(List.of("夜".repeat(60), "end"));

        assertThat(table.lines().get(0)).isEqualTo("夜に駆ける" + " ".repeat(39) + "x");
        assertThat(table.lines().get(1)).isEqualTo("ab🎵" + " ".repeat(45) + "y");
        assertThat(table.lines().get(2)).isEqualTo("e\u0301" + " ".repeat(48) + "z");
        assertThat(table.lines().get(3)).isEqualTo("夜".repeat(23) + "…  end");
    }

    @Test
    void colours_are_for_screens_that_want_them() {
        assertThat(Style.of(true, Map.of()).bold("x")).isEqualTo("\033[1mx\033[0m");
        assertThat(Style.of(false, Map.of()).bold("x")).isEqualTo("x");
        assertThat(Style.of(true, Map.of("NO_COLOR", "1")).bold("x")).isEqualTo("x");
        assertThat(Style.of(true, Map.of("TERM", "dumb")).bold("x")).isEqualTo("x");
    }

    @Test
    void amounts_are_readable() {
        assertThat(Amounts.clock(187)).isEqualTo("3:07");
        assertThat(Amounts.clock(3723)).isEqualTo("1:02:03");
        assertThat(Amounts.time(59)).isEqualTo("59 s");
        assertThat(Amounts.time(3 * 3600 + 300)).isEqualTo("3 h 05 min");
        assertThat(TopCommand.bar(1, 1000)).isEqualTo("█");
        assertThat(TopCommand.bar(1000, 1000)).hasSize(20);
    }

    @Test
    void a_time_is_read_in_the_users_zone() {
        assertThat(time("20:15")).isEqualTo(new ToldTime("2024-05-02T20:15:00+02:00", false));
        assertThat(time("yesterday 9:05")).isEqualTo(new ToldTime("2024-05-01T09:05:00+02:00", false));
        assertThat(time("2024-01-02 03:04")).isEqualTo(new ToldTime("2024-01-02T03:04:00+01:00", false));
        assertThat(time("2024-01-02T03:04:05Z")).isEqualTo(new ToldTime("2024-01-02T03:04:05Z", false));
        assertThat(time("now").text()).isEqualTo("2024-05-02T00:30:00+02:00");
        assertThat(time("2024-05")).isEqualTo(new ToldTime("2024-05", true));
        for (String odd : List.of("soon", "25:00", "2024-13-01 10:00", "tomorrow 10:00")) {
            assertThatExceptionOfType(Misuse.class).isThrownBy(() -> time(odd)).withMessageContaining(odd);
        }
    }

    private static ToldTime time(String text) {
        return ToldTime.read(text, NOW, BERLIN);
    }
}
