package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.ToldEpisode.Airing;
import io.reprise.catalog.ToldEpisode.Place;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which episodes of a told list were seen, and what is next (docs/adr/0029). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SeriesTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);
    private long at = Instant.parse("2024-03-01T20:00:00Z").getEpochSecond();

    /** Two seasons of three, a week apart, with titles of their own but for the last. */
    private static EpisodeList pier(boolean ended) {
        return new Told()
                .episode(1, 1, "Pilot", FIRST)
                .episode(1, 2, "The Well", FIRST.plusDays(7))
                .episode(1, 3, "Low Tide", FIRST.plusDays(14))
                .episode(2, 1, "Back", FIRST.plusDays(70))
                .episode(2, 2, "The Gate", FIRST.plusDays(77))
                .episode(2, 3, "", FIRST.plusDays(84))
                .list(ended);
    }

    private Series seen(EpisodeList list, String... titles) {
        return seen(new HistoryBuilder(ZoneId.of("UTC")), list, titles);
    }

    private Series seen(HistoryBuilder builder, EpisodeList list, String... titles) {
        for (String title : titles) {
            at += 3_600;
            builder.play(MediaKind.EPISODE, title, "", "Pier", at, 0);
        }
        return SeriesBook.of(builder.episodes("Pier", list).build()).all().getFirst();
    }

    private static List<Integer> seen(Series series) {
        return IntStream.range(0, series.list().episodes().size())
                .filter(series::isSeen)
                .boxed()
                .toList();
    }

    @Test
    void an_episode_is_known_by_its_place_or_its_title() {
        Series series = seen(pier(false), "S1 E1", "the  WELL", "S2 E3", "Something else", "S0 E1", "S9 E1");
        assertThat(seen(series)).containsExactly(0, 1, 5);
        assertThat(series.seenCount()).isEqualTo(3);
    }

    @Test
    void a_decided_id_speaks_before_the_title_and_the_title_before_the_number() {
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC")).episodeId("The Well", Told.id(2, 1));
        assertThat(seen(seen(builder, pier(false), "The Well"))).containsExactly(3);
        EpisodeList renumbered = new Told()
                .episode(1, 1, "S1 E2 The Well", FIRST)
                .episode(1, 2, "Pilot", FIRST)
                .list(false);
        assertThat(seen(seen(renumbered, "S1 E2 The Well"))).containsExactly(0);
    }

    @Test
    void a_title_that_several_have_says_nothing() {
        EpisodeList list = new Told()
                .episode(1, 1, "Part One", FIRST)
                .episode(2, 1, "Part One", FIRST)
                .list(false);
        assertThat(seen(seen(list, "Part One"))).isEmpty();
    }

    @Test
    void a_title_that_is_a_number_does_not_speak_where_the_place_was_told() {
        EpisodeList list = new Told()
                .episode(1, 1, "Pilot", FIRST)
                .episode(1, 2, "Episode 2", FIRST)
                .episode(2, 1, "Back", FIRST)
                .episode(2, 2, "The Gate", FIRST)
                .list(false);
        HistoryBuilder builder = new HistoryBuilder(ZoneId.of("UTC")).place("Episode 2", 2, 2);
        assertThat(seen(seen(builder, list, "Episode 2"))).containsExactly(3);
        assertThat(seen(seen(list, "Episode 2"))).containsExactly(1);
    }

    @Test
    void a_place_that_only_another_order_has_is_that_one() {
        EpisodeList list = new Told()
                .episode(1, 1, "A", new Airing(FIRST, null), new Place(3, 1))
                .episode(1, 2, "B", new Airing(FIRST, null), new Place(1, 1), new Place(3, 2))
                .episode(1, 3, "C", new Airing(FIRST, null), new Place(3, 2))
                .list(false);
        assertThat(seen(seen(list, "S1 E1", "S3 E1", "S3 E2")))
                .as("its own order goes first, and two meanings are none")
                .containsExactly(0);
    }

    @Test
    void a_number_without_a_season_or_beyond_the_first_counts_from_the_beginning() {
        assertThat(seen(seen(pier(false), "E4", "S1 E5", "S2 E6", "E7"))).containsExactly(3, 4);
    }

    @Test
    void next_is_what_comes_after_the_furthest_seen_across_seasons() {
        assertThat(seen(pier(false), "S1 E1", "S1 E3", "S1 E1").next()).hasValue(3);
        assertThat(seen(pier(false), "S2 E3").next()).isEqualTo(OptionalInt.empty());
        assertThat(seen(pier(false), "Trailer").next()).hasValue(0);
    }

    @Test
    void a_series_is_done_when_it_has_ended_and_nothing_is_next() {
        assertThat(seen(pier(true), "S2 E3").isDone()).isTrue();
        assertThat(seen(pier(false), "S2 E3").isDone()).isFalse();
        assertThat(seen(pier(true), "S2 E2").isDone()).isFalse();
    }

    @Test
    void the_day_of_an_episode_is_that_of_its_second_where_one_lives() {
        long late = Instant.parse("2024-03-20T23:30:00Z").getEpochSecond();
        EpisodeList list = new Told()
                .episode(1, 1, "A", new Airing(LocalDate.of(2024, 3, 20), late))
                .episode(1, 2, "B", (LocalDate) null)
                .list(false);
        Series series = seen(new HistoryBuilder(ZoneId.of("Asia/Tokyo")), list, "S1 E9");
        assertThat(series.day(0)).isEqualTo(LocalDate.of(2024, 3, 21));
        assertThat(series.isOut(0, TODAY)).isFalse();
        assertThat(series.isOut(1, TODAY)).as("nobody knows when").isFalse();
        assertThat(series.outCount(TODAY.plusDays(1))).isEqualTo(1);
    }

    @Test
    void a_book_ends_where_it_is_told_to() {
        History history = new HistoryBuilder(ZoneId.of("UTC"))
                .play(MediaKind.EPISODE, "S1 E1", "", "Pier", at, 0)
                .play(MediaKind.EPISODE, "S1 E2", "", "Pier", at + 10, 0)
                .play(MediaKind.SONG, "S1 E3", "", "Pier", at + 20, 0)
                .play(MediaKind.EPISODE, "S1 E3", "", "Unknown", at + 30, 0)
                .episodes("Pier", pier(false))
                .build();
        assertThat(seen(SeriesBook.until(history, 1).all().getFirst())).containsExactly(0);
        assertThat(seen(SeriesBook.of(history).all().getFirst())).containsExactly(0, 1);
        assertThat(SeriesBook.of(history).all()).hasSize(1);
    }
}
