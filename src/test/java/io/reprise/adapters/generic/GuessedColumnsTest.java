package io.reprise.adapters.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.imports.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a look at a file of columns shows before it is imported. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class GuessedColumnsTest {
    private static Sample sample(String text) {
        return Sample.of("any", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_columns_of_a_table_are_shown_with_what_they_are_taken_for() {
        assertThat(MappedCsv.guessing().columns(sample("Band;Track;Played_at;IP\nLow;Two;2020-01-02T03:04:05Z;::1\n")))
                .isEqualTo(Map.of("band", "artist", "track", "title", "played_at", "started"));
    }

    @Test
    void so_are_the_members_of_objects() {
        assertThat(MappedJson.guessing().columns(sample("{\"song\":\"Two\",\"artist\":\"Low\",\"ts\":1577934245}\n")))
                .isEqualTo(Map.of("song", "title", "artist", "artist", "ts", "started"));
    }

    @Test
    void a_file_of_which_nothing_can_be_guessed_shows_none() {
        assertThat(MappedCsv.guessing().columns(sample("a,b\n1,2\n"))).isEmpty();
    }
}
