package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.ToldEpisode;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.history.UnfinishedBuilder;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is next in a series, of the items that are known here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class NextEpisodesTest {
    private static final long AT = Instant.parse("2026-05-01T20:00:00Z").getEpochSecond();
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static EpisodeList list(String... titles) {
        return new EpisodeList(
                new ExternalId("tvmaze:show", "1"),
                1,
                false,
                IntStream.range(0, titles.length)
                        .mapToObj(at -> new ToldEpisode(
                                new ExternalId("tvmaze:episode", "" + at),
                                new ToldEpisode.Place(1, at + 1),
                                titles[at],
                                ToldEpisode.Airing.UNKNOWN,
                                null,
                                List.of()))
                        .toList());
    }

    /** The first was watched; the others were begun, and are watched only after it is looked at. */
    private static List<String> next(HistoryBuilder builder, String... titles) {
        UnfinishedBuilder begun = new UnfinishedBuilder();
        for (int i = 0; i < titles.length; i++) {
            builder.play(MediaKind.EPISODE, titles[i], "", "Pier", i == 0 ? AT : AT + 1_000 + i, 0);
            if (i > 0) {
                begun.add(AT + 10 + i, i + 1, 1, false);
            }
        }
        History history = builder.build();
        Sight.Told told = new Sight.Told(Opinions.NONE, begun.build(), Known.NONE, Map.of(), Sight.Lists.NONE);
        int[] items = IntStream.rangeClosed(1, history.names().lastItem()).toArray();
        int left = NextEpisodes.only(items, items.length, new Values(Sight.of(history, AT + 500, AT + 9_000, told)));
        return Arrays.stream(items, 0, left).mapToObj(history.names()::title).toList();
    }

    @Test
    void without_a_list_it_is_the_first_by_season_and_number_that_was_not_played() {
        assertThat(next(new HistoryBuilder(UTC), "S1 E1", "S2 E1", "S1 E10", "S1 E9"))
                .containsExactly("S1 E9");
        assertThat(next(new HistoryBuilder(UTC), "Zero", "Two", "One")).containsExactly("Two");
    }

    @Test
    void with_a_list_it_is_the_first_of_it_after_the_furthest_seen() {
        HistoryBuilder told = new HistoryBuilder(UTC).episodes("Pier", list("Early", "Zero", "Three", "One", "Two"));
        assertThat(next(told, "Zero", "Two", "Early", "One", "Trailer")).containsExactly("One");
        HistoryBuilder over = new HistoryBuilder(UTC).episodes("Pier", list("Early", "Zero"));
        assertThat(next(over, "Zero", "Early", "Trailer")).isEmpty();
    }

    @Test
    void what_was_seen_under_another_name_is_not_next() {
        HistoryBuilder told = new HistoryBuilder(UTC).episodes("Pier", list("Zero", "One"));
        assertThat(next(told, "Zero", "S1 E1", "S1 E2")).containsExactly("S1 E2");
    }
}
