package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.history.Unfinished;
import io.reprise.media.MediaKind;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Score;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Files in the shapes that people have for Navidrome, and what Navidrome's rules for what is missing make of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class NavidromeFilesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long NOW = at("2026-06-30T12:00:00Z");

    private static long at(String text) {
        return Instant.parse(text).getEpochSecond();
    }

    /**
     * a: played thrice, lastly yesterday, five stars, loved; b: once, long ago, hated; c: without a date; d: two stars.
     * Ann's album One has four stars and the tag road, Two is loved; Ann is loved, Bob has a score of 50.
     */
    private static Sight sight() {
        HistoryBuilder builder = new HistoryBuilder(BERLIN)
                .song("a", "Ann", "One", at("2024-01-01T10:00:00Z"))
                .song("a", "Ann", "One", at("2026-06-01T10:00:00Z"))
                .song("a", "Ann", "One", at("2026-06-29T22:30:00Z"))
                .song("b", "Bob", "Two", at("2023-05-05T10:00:00Z"))
                .undated(MediaKind.SONG, "c", "Ann")
                .song("d", "Cy", "One", at("2026-05-30T22:00:00Z"));
        History history = builder.build();
        List<RatingEvent> events = List.of(
                rated(1, 1, Score.of(5, 0, 5), "2025-01-01T00:00:00Z"),
                rated(2, 1, Score.of(1, -1, 1), "2025-02-01T00:00:00Z"),
                rated(3, 2, Score.of(-1, -1, 1), "2025-02-01T00:00:00Z"),
                rated(4, 4, Score.of(2, 0, 5), "2026-06-15T00:00:00Z"),
                said(5, Rated.Sort.CONTAINER, 1, new Opinion.Rate(Score.of(4, 0, 5))),
                said(6, Rated.Sort.CONTAINER, 1, new Opinion.Tag("road")),
                said(7, Rated.Sort.CONTAINER, 2, new Opinion.Rate(Score.of(1, -1, 1))),
                said(8, Rated.Sort.CREATOR, 1, new Opinion.Rate(Score.of(1, -1, 1))),
                said(9, Rated.Sort.CREATOR, 2, new Opinion.Rate(Score.of(50, 0, 100))));
        Map<Long, Integer> items = IntStream.rangeClosed(1, 4).boxed().collect(Collectors.toMap(i -> (long) i, i -> i));
        Known facts = new Known() {
            @Override
            public List<String> genres(int item) {
                return item == 1 ? List.of("Rock", "Pop") : item == 2 ? List.of("Jazz") : List.of();
            }

            @Override
            public String released(int item) {
                return item == 1 ? "1985" : item == 2 ? "1991-03" : "";
            }

            @Override
            public List<String> countries(int item) {
                return List.of();
            }
        };
        return Sight.of(
                history,
                null,
                NOW,
                new Sight.Told(
                        Opinions.of(events, sort -> items, history.names(), Long.MAX_VALUE),
                        Unfinished.NONE,
                        facts,
                        Map.of(),
                        id -> id.equals("p1") ? java.util.Optional.of(new int[] {2, 3}) : java.util.Optional.empty()));
    }

    private static RatingEvent rated(long number, int item, Score score, String time) {
        Rated about = new Rated(Rated.Sort.ITEM, item, MediaKind.SONG, "t", "", null, 0, null);
        return new RatingEvent(number, at(time), about, new Opinion.Rate(score), false);
    }

    private static RatingEvent said(long number, Rated.Sort sort, int about, Opinion opinion) {
        Rated rated = new Rated(sort, about, MediaKind.SONG, "t", "", null, 0, null);
        return new RatingEvent(number, at("2026-06-10T00:00:00Z"), rated, opinion, false);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "rules.txt", delimiter = '|', quoteCharacter = '`')
    void gives(String json, String titles) {
        Sight sight = sight();
        int[] items =
                new Evaluation(Definition.read(json), sight).part(0, 100, "").items();
        assertThat(Arrays.stream(items).mapToObj(sight.names()::title).toList())
                .isEqualTo(titles == null ? List.of() : List.of(titles.split(" ")));
    }

    @org.junit.jupiter.api.Test
    void chance_is_the_same_for_the_same_seed_and_reaches_every_order() {
        Definition definition = Definition.read("{\"all\":[],\"sort\":\"random\",\"seed\":7}");
        Sight sight = sight();
        assertThat(new Evaluation(definition, sight).part(0, 9, "").items())
                .isEqualTo(new Evaluation(definition, sight).part(0, 9, "").items());
        assertThat(IntStream.range(0, 500)
                        .mapToObj(seed -> Arrays.toString(new Evaluation(definition, sight)
                                .part(0, 9, String.valueOf(seed))
                                .items()))
                        .distinct())
                .hasSize(24);
    }
}
