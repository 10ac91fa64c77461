package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TimelineTest {
    private static final long SEED = 7;

    @Test
    void pages_in_either_direction_give_every_play_once() {
        RandomHistories random = new RandomHistories(SEED);
        for (int round = 0; round < 500; round++) {
            History history = random.next();
            Range range = random.range();
            Filter filter = random.filter();
            int limit = 1 + random.number(9);
            List<Long> expected = RandomHistories.plays(history, range, filter).stream()
                    .map(history::number)
                    .toList()
                    .reversed();

            List<Long> downwards = new ArrayList<>();
            Timeline page = Timeline.of(history, range, filter, Timeline.Page.newest(limit));
            Timeline oldest = page;
            while (true) {
                page.plays().forEach(line -> downwards.add(line.number()));
                oldest = page;
                if (page.older() == null) {
                    break;
                }
                page = Timeline.of(history, range, filter, Timeline.Page.olderThan(page.older(), limit));
            }
            List<Long> upwards = new ArrayList<>(
                    oldest.plays().stream().map(Timeline.Line::number).toList());
            for (String newer = oldest.newer(); newer != null; ) {
                Timeline next = Timeline.of(history, range, filter, Timeline.Page.newerThan(newer, limit));
                upwards.addAll(
                        0, next.plays().stream().map(Timeline.Line::number).toList());
                newer = next.newer();
            }

            assertThat(downwards).as("seed %d round %d", SEED, round).isEqualTo(expected);
            assertThat(upwards).as("seed %d round %d", SEED, round).isEqualTo(expected);
            int offset = random.number(20);
            assertThat(Timeline.of(history, range, filter, Timeline.Page.newest(limit, offset)).plays().stream()
                            .map(Timeline.Line::number)
                            .toList())
                    .isEqualTo(expected.stream().skip(offset).limit(limit).toList());
        }
    }

    @Test
    void a_cursor_holds_its_place_when_newer_plays_arrive() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"));
        builder.song("a", "x", "", 100).song("b", "x", "", 200).song("c", "x", "", 300);
        String cursor = Timeline.of(builder.build(), Range.ALL, Filter.NONE, Timeline.Page.newest(2))
                .older();

        Timeline next = Timeline.of(
                builder.song("d", "x", "", 400).build(),
                Range.ALL,
                Filter.NONE,
                Timeline.Page.olderThan(String.valueOf(cursor), 2));

        assertThat(next.plays()).extracting(line -> line.item().name()).containsExactly("a");
        assertThat(next.older()).isNull();
        assertThat(next.newer()).isNotNull();
    }

    @Test
    void a_line_tells_the_local_time_or_as_much_as_is_known() {
        History history = new HistoryBuilder(ZoneId.of("Asia/Kolkata"))
                .play(
                        MediaKind.SONG,
                        "timed",
                        "x & y",
                        "album",
                        Instant.parse("2024-02-28T18:45:10Z").getEpochSecond(),
                        61)
                .dated(Precision.MONTH, MediaKind.BOOK, "read", "z", LocalDate.of(2024, 1, 9))
                .undated(MediaKind.FILM, "film", "")
                .build();

        List<Timeline.Line> lines = Timeline.of(history, Range.ALL, Filter.NONE, Timeline.Page.newest(5))
                .plays();

        assertThat(lines.get(0).when())
                .isEqualTo(new Moment(
                        Instant.parse("2024-02-28T18:45:10Z").getEpochSecond(),
                        LocalDate.of(2024, 2, 29),
                        LocalTime.of(0, 15, 10),
                        Precision.INSTANT));
        assertThat(lines.get(0).creators()).extracting(Named::name).containsExactly("x", "y");
        assertThat(lines.get(0).item().credit()).isEqualTo("x, y");
        assertThat(lines.get(1).when())
                .isEqualTo(new Moment(
                        Instant.parse("2023-12-31T18:30:00Z").getEpochSecond(),
                        LocalDate.of(2024, 1, 1),
                        null,
                        Precision.MONTH));
        assertThat(lines.get(1).container()).isNull();
        assertThat(lines.get(2).when()).isEqualTo(new Moment(null, null, null, Precision.UNKNOWN));
    }

    @Test
    void a_foreign_cursor_is_refused() {
        History history =
                new HistoryBuilder(ZoneId.of("UTC")).song("a", "x", "", 100).build();

        for (String cursor : List.of("", "p", "p1", "12", "p1.2.3", "p%2e", "p1.2 ", "p99999999999999.1")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Timeline.of(history, Range.ALL, Filter.NONE, Timeline.Page.olderThan(cursor, 2)))
                    .withMessageContaining("cursor");
        }
    }

    @Test
    void search_puts_the_best_match_first_then_the_most_played() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"));
        for (String title : List.of("Creep", "creepers", "Mr. Creep", "Screep", "creeps", "creeps", "Other")) {
            builder.song(title, "Radiohead", "Pablo Honey", 1_700_000_000);
        }
        builder.song("Hunter", "Björk", "Homogenic", 1_700_000_000);

        History history = builder.build();

        assertThat(Search.of(history, Filter.NONE, " CREEP", 9).items())
                .extracting(found -> found.what().name())
                .containsExactly("Creep", "creeps", "creepers", "Mr. Creep", "Screep");
        assertThat(Search.of(history, Filter.NONE, "radiohead creep", 2).items())
                .hasSize(2);
        assertThat(Search.of(history, Filter.NONE, "bjork", 9).creators())
                .extracting(Search.Found::plays)
                .containsExactly(1L);
        assertThat(Search.of(history, Filter.NONE, "honey", 9).containers())
                .extracting(Search.Found::plays)
                .containsExactly(7L);
        assertThat(Search.of(history, Filter.NONE, " ", 9)).isEqualTo(new Search(List.of(), List.of(), List.of()));
        assertThat(Search.of(history, Filter.of(MediaKind.BOOK), "creep", 9).items())
                .isEmpty();
    }

    @Test
    void a_standing_tells_rank_first_and_last_play() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC"));
        builder.undated(MediaKind.SONG, "a", "x")
                .song("a", "x", "", 200)
                .song("a", "x", "", 100)
                .song("b", "y", "", 50);
        History history = builder.build();

        Standing standing = Standing.of(history, Subject.ITEM, 1).orElseThrow();

        assertThat(standing.plays()).isEqualTo(3);
        assertThat(standing.rank()).isOne();
        assertThat(standing.first()).extracting(Moment::at).isEqualTo(100L);
        assertThat(standing.last()).extracting(Moment::at).isEqualTo(200L);
        assertThat(Standing.of(history, Subject.ITEM, 2).orElseThrow().rank()).isEqualTo(2);
        assertThat(Standing.of(history, Subject.ITEM, 3)).isEmpty();
        assertThat(Standing.of(history, Subject.CREATOR, 0)).isEmpty();
    }
}
