package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberedTest {
    private static final History HISTORY = new HistoryBuilder(ZoneOffset.UTC)
            .play(MediaKind.EPISODE, "Pilot", "", "Show", 1_000, 0)
            .play(MediaKind.EPISODE, "S1 E2", "", "Show", 2_000, 0)
            .play(MediaKind.EPISODE, "Christmas", "", "Show", 3_000, 0)
            .play(MediaKind.EPISODE, "The End", "", "Show", 4_000, 0)
            .play(MediaKind.EPISODE, "The end (told otherwise)", "", "Show", 5_000, 0)
            .play(MediaKind.EPISODE, "Lost", "", "Show", 6_000, 0)
            .place("Pilot", 1, 1)
            .place("Christmas", 0, 1)
            .place("The end (told otherwise)", 3, 10)
            .merge(MediaKind.EPISODE, "The end (told otherwise)", "", "The End")
            .build();

    private static List<String> titles(String line) {
        Sight sight = Sight.of(HISTORY, null, 9_000, Sight.Told.NOTHING);
        int[] items =
                new Evaluation(Definition.ofLine(line), sight).part(0, 100, "").items();
        return Arrays.stream(items).mapToObj(HISTORY.names()::title).toList();
    }

    @Test
    void season_and_episode_are_those_told_of_it_or_of_what_was_merged_into_it() {
        assertThat(titles("season:1 sort:episode")).containsExactly("Pilot", "S1 E2");
        assertThat(titles("season:3 episode:10")).containsExactly("The End");
        assertThat(titles("season:0")).containsExactly("Christmas");
        assertThat(titles("^has:season")).containsExactly("Lost");
        assertThat(titles("^has:episode")).containsExactly("Lost");
        assertThat(titles("has:season sort:-season,-episode"))
                .containsExactly("The End", "S1 E2", "Pilot", "Christmas");
    }
}
