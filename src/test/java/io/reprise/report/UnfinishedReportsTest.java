package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The reports of what was skipped and broken off. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UnfinishedReportsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 20);
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);

    private static long at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).toEpochSecond(ZoneOffset.UTC);
    }

    private static Answer ask(Report report, History history, Filter filter, Map<String, String> chosen) {
        return report.answer(new Asking(history, Range.ALL, filter, TODAY, chosen));
    }

    @Test
    void the_rate_is_skipped_among_all_that_was_begun() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"));
            Map<String, int[]> told = new HashMap<>();
            int[] skippedAt = new int[24];
            for (int i = 0; i < random.nextInt(60); i++) {
                String creator = List.of("x", "y", "z").get(random.nextInt(3));
                int hour = random.nextInt(24);
                int what = random.nextInt(3);
                told.computeIfAbsent(creator, any -> new int[3])[what]++;
                long at = at(FIRST.plusDays(random.nextInt(20)), hour);
                if (what == 0) {
                    builder.play(MediaKind.SONG, "s" + random.nextInt(2), creator, "", at, 0);
                } else {
                    builder.broken(MediaKind.SONG, "s" + random.nextInt(2), creator, at, what == 1);
                    skippedAt[hour] += what == 1 ? 1 : 0;
                }
            }

            Answer answer = ask(new Skips(), builder.build(), Filter.NONE, Map.of("min_times", "3"));

            Map<String, List<Cell>> expected = new HashMap<>();
            told.forEach((creator, of) -> {
                int begun = of[0] + of[1] + of[2];
                if (begun >= 3 && of[1] > 0) {
                    expected.put(
                            creator,
                            List.of(Cell.share(of[1], begun), Cell.count(of[1]), Cell.count(of[2]), Cell.count(of[0])));
                }
            });
            Map<String, List<Cell>> found = new HashMap<>();
            for (List<Cell> row : answer.sheets().getFirst().rows()) {
                found.put(((Cell.Thing) row.getFirst()).value().name(), row.subList(1, row.size()));
            }
            assertThat(found).as("seed " + seed).isEqualTo(expected);
            for (int hour = 0; hour < 24; hour++) {
                assertThat(answer.sheets().get(1).rows().get(hour).get(2)).isEqualTo(Cell.count(skippedAt[hour]));
            }
        }
    }

    @Test
    void what_was_ended_later_is_not_unfinished_and_a_song_is_none_unless_asked() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("Asia/Tokyo"))
                .broken(MediaKind.BOOK, "Ended", "a", at(FIRST, 10), false)
                .play(MediaKind.BOOK, "Ended", "a", "", at(FIRST, 12), 0)
                .play(MediaKind.BOOK, "Begun again", "a", "", at(FIRST, 11), 0)
                .broken(MediaKind.BOOK, "Begun again", "a", at(FIRST.plusDays(1), 10), false)
                .broken(MediaKind.BOOK, "Begun again", "a", at(FIRST.plusDays(3), 22), false)
                .broken(MediaKind.FILM, "Skipped", "a", at(FIRST, 10), true)
                .broken(MediaKind.SONG, "Song", "a", at(FIRST.plusDays(5), 10), false);
        History history = builder.build();

        List<List<Cell>> rows = ask(new LeftUnfinished(), history, Filter.NONE, Map.of())
                .sheets()
                .getFirst()
                .rows();

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().subList(1, 6))
                .containsExactly(
                        Cell.text("book"),
                        Cell.count(2),
                        new Cell.Day(FIRST.plusDays(1)),
                        new Cell.Day(FIRST.plusDays(4)),
                        Cell.count(25));
        assertThat(ask(new LeftUnfinished(), history, Filter.SONGS, Map.of())
                        .sheets()
                        .getFirst()
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_series_stands_at_its_last_episode_and_the_next_is_counted_on() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"))
                .play(MediaKind.EPISODE, "S1 E2", "", "Show", at(FIRST, 20), 0)
                .play(MediaKind.EPISODE, "S1 E1", "", "Show", at(FIRST, 19), 0)
                .play(MediaKind.EPISODE, "The End", "", "Other", at(FIRST.plusDays(1), 20), 0)
                .play(MediaKind.SONG, "S9 E9", "", "Record", at(FIRST.plusDays(2), 20), 0);

        List<String> series = new ArrayList<>();
        for (List<Cell> row : ask(new LeftUnfinished(), builder.build(), Filter.NONE, Map.of())
                .sheets()
                .get(1)
                .rows()) {
            String next = row.get(3) instanceof Cell.Text(String text) ? text : "-";
            series.add(((Cell.Thing) row.getFirst()).value().name() + " "
                    + ((Cell.Thing) row.get(1)).value().name() + " " + next);
        }

        assertThat(series).containsExactly("Other The End -", "Show S1 E2 S1 E3");
    }

    @Test
    void where_the_episodes_were_told_the_next_is_of_the_list_across_seasons_and_what_is_over_is_not_shown() {
        Told pier = new Told()
                .episode(1, 1, "Pilot", FIRST)
                .episode(1, 2, "The Well", FIRST)
                .episode(2, 1, "Back", FIRST.plusDays(40));
        Told over = new Told().episode(1, 1, "Only", FIRST);
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"))
                .play(MediaKind.EPISODE, "S1 E2", "", "Pier", at(FIRST, 20), 0)
                .play(MediaKind.EPISODE, "Only", "", "Over", at(FIRST, 22), 0)
                .play(MediaKind.EPISODE, "S3 E4", "", "Untold", at(FIRST, 23), 0)
                .episodes("Pier", pier.list(false))
                .episodes("Over", over.list(true));

        List<List<Cell>> rows = ask(new LeftUnfinished(), builder.build(), Filter.NONE, Map.of())
                .sheets()
                .get(1)
                .rows();

        assertThat(rows.stream().map(row -> row.subList(3, 7)))
                .containsExactly(
                        List.of(Cell.text("S3 E5"), Cell.NOTHING, Cell.NOTHING, Cell.text("counting on")),
                        List.of(
                                Cell.text("S2 E1"),
                                Cell.text("Back"),
                                new Cell.Day(FIRST.plusDays(40)),
                                Cell.text("list of episodes")));
    }
}
