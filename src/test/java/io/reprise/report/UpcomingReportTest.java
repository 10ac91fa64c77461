package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.ToldEpisode;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is to come, against a slow and obvious way to find it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UpcomingReportTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);
    private static final List<String> SHOWS = List.of("Pier", "Gate", "Mill");

    /** An episode as the test made it up. */
    private record Row(
            String show,
            int season,
            int number,
            @Nullable LocalDate day,
            @Nullable Long at) {
        @Nullable
        LocalDate local(ZoneId zone) {
            return at == null ? day : Instant.ofEpochSecond(at).atZone(zone).toLocalDate();
        }
    }

    @Test
    void they_are_the_episodes_from_today_on_that_were_not_seen_of_series_that_were() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            ZoneId zone =
                    ZoneId.of(List.of("UTC", "Asia/Tokyo", "America/New_York").get(random.nextInt(3)));
            HistoryBuilder builder = new HistoryBuilder(zone);
            List<Row> rows = rows(builder, random);
            Map<String, Set<String>> seen = seen(builder, random);
            Range range = range(random);
            int days = 1 + random.nextInt(60);
            boolean onlySongs = random.nextInt(8) == 0;

            Answer answer = new UpcomingSheet()
                    .answer(new Asking(
                            builder.build(),
                            range,
                            onlySongs ? Filter.SONGS : Filter.NONE,
                            TODAY,
                            Map.of("days", "" + days)));

            LocalDate from = range.from().filter(TODAY::isBefore).orElse(TODAY);
            LocalDate to = range.to().filter(TODAY::isBefore).orElse(from.plusDays(days));
            List<String> expected = new ArrayList<>();
            for (Row row : rows) {
                LocalDate day = row.local(zone);
                Set<String> of = seen.get(row.show());
                String place = "S" + row.season() + " E" + row.number();
                if (!onlySongs
                        && of != null
                        && !of.contains(place)
                        && day != null
                        && !day.isBefore(from)
                        && !day.isAfter(to)) {
                    expected.add(day + " " + time(row, zone) + " " + row.show() + " " + place);
                }
            }
            assertThat(told(answer)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(answer.figures().getFirst().value()).isEqualTo(Cell.count(expected.size()));
            List<String> order =
                    told(answer).stream().map(line -> line.substring(0, 10)).toList();
            assertThat(order).isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    private static String time(Row row, ZoneId zone) {
        Long at = row.at();
        return at == null
                ? "-"
                : Say.time(Instant.ofEpochSecond(at).atZone(zone).toLocalTime());
    }

    private static List<Row> rows(HistoryBuilder builder, Random random) {
        List<Row> rows = new ArrayList<>();
        for (String show : SHOWS) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            Told told = new Told();
            for (int number = 1; number <= 1 + random.nextInt(8); number++) {
                LocalDate day = random.nextInt(6) == 0 ? null : TODAY.plusDays(random.nextInt(80) - 30);
                Long at = day == null || random.nextBoolean()
                        ? null
                        : (Long) ZonedDateTime.of(day, LocalTime.of(random.nextInt(24), 30), ZoneOffset.UTC)
                                .toEpochSecond();
                told.episode(1, number, "", new ToldEpisode.Airing(day, at));
                rows.add(new Row(show, 1, number, day, at));
            }
            builder.episodes(show, told.list(random.nextBoolean()));
        }
        return rows;
    }

    /** The places played of each show that was. */
    private static Map<String, Set<String>> seen(HistoryBuilder builder, Random random) {
        Map<String, Set<String>> seen = new HashMap<>();
        for (int play = 0; play < random.nextInt(8); play++) {
            String show = SHOWS.get(random.nextInt(SHOWS.size()));
            // Items are told apart by title alone here, so each show has numbers of its own kind.
            String place = "S1 E" + (1 + random.nextInt(8));
            long at = TODAY.minusDays(random.nextInt(90)).toEpochDay() * 86_400 + play;
            builder.play(MediaKind.EPISODE, place, "", show, at, 0);
            seen.computeIfAbsent(show, any -> new HashSet<>()).add(place);
        }
        return seen;
    }

    private static Range range(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Range.of(TODAY.plusDays(3), TODAY.plusDays(20));
            case 1 -> Range.of(TODAY.minusDays(30), TODAY.minusDays(3));
            case 2 -> Range.since(TODAY.plusDays(5));
            default -> Range.ALL;
        };
    }

    private static List<String> told(Answer answer) {
        return answer.sheets().getFirst().rows().stream()
                .map(row -> ((Cell.Day) row.get(0)).value() + " "
                        + (row.get(1) instanceof Cell.Text(String time) ? time : "-") + " "
                        + ((Cell.Thing) row.get(2)).value().name() + " "
                        + ((Cell.Text) row.get(3)).value())
                .toList();
    }

    @Test
    void the_sentence_names_the_next_and_says_so_where_there_is_none() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"))
                .play(MediaKind.EPISODE, "S1 E1", "", "Pier", TODAY.minusDays(3).toEpochDay() * 86_400, 0)
                .episodes(
                        "Pier",
                        new Told()
                                .episode(1, 1, "A", TODAY.minusDays(3))
                                .episode(1, 2, "B", TODAY.plusDays(4))
                                .list(false));
        History history = builder.build();
        assertThat(new UpcomingSheet()
                        .answer(new Asking(history, Range.ALL, Filter.NONE, TODAY, Map.of()))
                        .sentence())
                .isEqualTo("1 episode is to come of 1 series; the next is “Pier” S1 E2 on 24 March 2024.");
        assertThat(new UpcomingSheet()
                        .answer(new Asking(history, Range.ALL, Filter.NONE, TODAY.plusDays(5), Map.of()))
                        .sentence())
                .isEqualTo("No episode of a series you watch is announced for these days.");
    }
}
