package io.reprise.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.media.CreditedName;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DemoHistoryTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Instant END = Instant.parse("2026-06-15T14:00:00Z");
    private static final long YEAR_SECONDS = 31_556_952;
    private static final DemoHistory WHOLE = new DemoHistory(4747, END, VIENNA, DemoHistory.PLAYS_MAX);
    private static final List<Entry> ENTRIES = WHOLE.entries();

    private static List<Entry> of(String kind) {
        return ENTRIES.stream()
                .filter(entry -> entry.thing().kind().equals(kind))
                .toList();
    }

    private static String member(Entry entry, String name) {
        return String.valueOf(entry.thing().members().get(name));
    }

    @Test
    void the_same_seed_gives_the_same_lines_and_another_one_others() {
        DemoHistory short1 = new DemoHistory(7, END, VIENNA, 3000);
        StringWriter written = new StringWriter();
        short1.writeTo(written);
        List<String> again = new ArrayList<>();
        new DemoHistory(7, END, VIENNA, 3000).lines(again::add);

        assertThat(written.toString()).isEqualTo(String.join("\n", again) + "\n");
        assertThat(again.stream().filter(line -> line.startsWith("{\"kind\":"))).hasSizeBetween(3_050, 3_300);
        assertThat(new DemoHistory(8, END, VIENNA, 3000).entries()).isNotEqualTo(short1.entries());
    }

    @Test
    void there_are_as_many_as_promised_over_ten_years_and_none_lies_after_the_end() {
        assertThat(ENTRIES).hasSize(DemoHistory.PLAYS_MAX);
        long seconds = END.getEpochSecond() - ENTRIES.getFirst().at();
        assertThat(seconds / (double) YEAR_SECONDS).isBetween(9.5, 10.55);
        assertThat(ENTRIES.getLast().end()).isBetween(END.getEpochSecond() - 86_400, END.getEpochSecond());
    }

    @Test
    void whenever_it_ends_the_number_is_the_same() {
        List<String> ends = List.of("2024-02-29T23:59:59Z", "2027-01-01T00:00:00Z", "2030-10-06T05:00:00Z");
        for (int i = 0; i < ends.size(); i++) {
            for (int plays : new int[] {1, 500, DemoHistory.PLAYS_MAX}) {
                DemoHistory history = new DemoHistory(i, Instant.parse(ends.get(i)), VIENNA, plays);
                assertThat(history.entries()).as(history.toString()).hasSize(plays);
            }
        }
    }

    @Test
    void no_play_begins_before_the_one_before_it_has_ended() {
        for (int i = 1; i < ENTRIES.size(); i++) {
            assertThat(ENTRIES.get(i).at())
                    .isGreaterThanOrEqualTo(ENTRIES.get(i - 1).end());
        }
    }

    @Test
    void every_kind_is_there_and_most_of_it_is_music() {
        Map<String, Long> kinds = ENTRIES.stream()
                .collect(Collectors.groupingBy(entry -> entry.thing().kind(), Collectors.counting()));

        assertThat(kinds).containsOnlyKeys("song", "episode", "film", "article", "book", "picture", "podcast", "video");
        assertThat(kinds.get("song")).isBetween(80_000L, 92_000L);
        assertThat(kinds.values()).allMatch(count -> count > 300);
    }

    @Test
    void some_artists_are_played_far_more_than_others_and_many_once_in_a_while() {
        List<Long> plays = of("song").stream()
                .collect(Collectors.groupingBy(entry -> member(entry, "artist"), Collectors.counting()))
                .values()
                .stream()
                .sorted(Comparator.reverseOrder())
                .toList();

        assertThat(plays).hasSizeGreaterThan(300);
        assertThat(plays.getFirst()).isBetween(2_000L, 13_000L);
        assertThat(plays.get(200)).isLessThan(plays.getFirst() / 10);
    }

    @Test
    void an_artist_is_dropped_and_found_again() {
        Map<String, Long> lastAt = new HashMap<>();
        Map<String, Long> longestGap = new HashMap<>();
        for (Entry song : of("song")) {
            String artist = member(song, "artist");
            Long last = lastAt.put(artist, song.at());
            if (last != null) {
                longestGap.merge(artist, song.at() - last, Math::max);
            }
        }

        assertThat(longestGap.values())
                .filteredOn(gap -> gap > 1.6 * YEAR_SECONDS)
                .hasSizeGreaterThan(5);
    }

    @Test
    void of_every_artist_a_country_and_a_genre_are_told_and_no_album_is_newer_than_its_first_play() {
        Map<String, Almanac.Told> told =
                Almanac.of(ENTRIES, VIENNA).stream().collect(Collectors.toMap(Almanac.Told::identity, each -> each));
        Set<String> countries = new HashSet<>();
        for (Entry song : of("song")) {
            Almanac.Told artist = Objects.requireNonNull(told.get(CreditedName.identity(member(song, "artist"))));
            assertThat(artist.genres()).isNotEmpty();
            countries.add(artist.country());
        }
        assertThat(countries).hasSizeBetween(20, 60);
        assertThat(told.values().stream()
                        .filter(each -> each.of().equals("container"))
                        .map(Almanac.Told::released))
                .hasSizeGreaterThan(500)
                .allMatch(day -> day.isEmpty() || day.compareTo("2026-06-15") < 0);
    }

    @Test
    void songs_are_skipped_and_films_left_before_the_next_play_begins() {
        Map<String, Long> kinds = new HashMap<>();
        for (int i = 0; i < ENTRIES.size(); i++) {
            Entry broken = BrokenOff.after(ENTRIES, i).orElse(null);
            if (broken != null) {
                kinds.merge(broken.thing().kind(), 1L, Long::sum);
                assertThat(broken.at()).isEqualTo(ENTRIES.get(i).end());
                assertThat(broken.end()).isLessThanOrEqualTo(ENTRIES.get(i + 1).at());
                assertThat(broken.seconds()).isLessThan(broken.length() / 3);
            }
        }
        assertThat(kinds.get("song")).isGreaterThan(1_000);
        assertThat(kinds.get("film")).isBetween(15L, 90L);
    }

    @Test
    void series_are_watched_in_order() {
        Map<String, Integer> seen = new HashMap<>();
        int first = of("episode").size() / 10;
        for (Entry episode : of("episode").subList(first, of("episode").size())) {
            int place =
                    Integer.parseInt(member(episode, "season")) * 100 + Integer.parseInt(member(episode, "episode"));
            Integer before = seen.put(member(episode, "show"), place);
            assertThat(place).isGreaterThan(before == null ? 0 : before);
        }
    }

    @Test
    void of_the_series_watched_last_the_episodes_are_told_some_of_them_to_come() {
        List<String> guide = new EpisodeGuide(4747, END, VIENNA).lines(ENTRIES);
        List<String> lists =
                guide.stream().filter(line -> line.startsWith("{\"episodes\"")).toList();
        long ahead = lists.stream()
                .flatMap(line ->
                        Pattern.compile("\"day\":\"([^\"]+)\"").matcher(line).results())
                .map(found -> LocalDate.parse(found.group(1)))
                .filter(LocalDate.ofInstant(END, VIENNA)::isBefore)
                .count();

        assertThat(lists).hasSize(14);
        assertThat(guide.stream().filter(line -> line.startsWith("{\"decision\"")))
                .hasSize(14);
        assertThat(ahead).isBetween(20L, 40L);
        assertThat(lists.getLast()).contains(member(of("episode").getLast(), "title"));
    }

    @Test
    void an_album_is_often_played_through() {
        List<Entry> songs = of("song");
        int together = 0;
        for (int i = 1; i < songs.size(); i++) {
            together += member(songs.get(i), "release").equals(member(songs.get(i - 1), "release")) ? 1 : 0;
        }

        assertThat(together / (double) songs.size()).isBetween(0.4, 0.9);
    }

    @Test
    void some_days_are_silent_and_holidays_are_quieter() {
        Map<LocalDate, Long> days = ENTRIES.stream()
                .collect(Collectors.groupingBy(
                        entry -> LocalDate.ofInstant(Instant.ofEpochSecond(entry.at()), VIENNA),
                        Collectors.counting()));
        double atHome = days.entrySet().stream()
                .filter(day -> !Mood.isFree(day.getKey()))
                .mapToLong(Map.Entry::getValue)
                .average()
                .orElseThrow();
        double onHoliday = days.entrySet().stream()
                .filter(day -> Mood.isHoliday(day.getKey()))
                .mapToLong(Map.Entry::getValue)
                .average()
                .orElseThrow();

        assertThat(days.size()).isLessThan(3_650 - 10);
        assertThat(onHoliday).isLessThan(atHome);
    }
}
