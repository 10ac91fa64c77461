package io.reprise.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OneLineTest {
    private static final String OF_TWO = "\ud835\udd38";

    @Test
    void lines_become_one_without_characters_that_steer() {
        assertThat(OneLine.of(" One\r\ntwo\u2028three\u0000 ", 100)).isEqualTo("One two three");
    }

    @Test
    void a_cut_does_not_go_through_a_character_of_two_places() {
        assertThat(OneLine.cut("ab" + OF_TWO + "c", 3)).isEqualTo("ab");
        assertThat(OneLine.cut("ab" + OF_TWO + "c", 4)).isEqualTo("ab" + OF_TWO);
        assertThat(OneLine.cut("ab" + OF_TWO, 4)).isEqualTo("ab" + OF_TWO);
        assertThat(OneLine.cut(OF_TWO, 1)).isEmpty();
        assertThat(OneLine.cut("a", 0)).isEmpty();
    }
}
