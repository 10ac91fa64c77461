package io.reprise.adapters.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.media.MediaKind;
import io.reprise.resolve.Question;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LuceneQueryTest {
    @Test
    void title_and_credit_must_agree_release_and_length_may() {
        assertThat(LuceneQuery.exact(Question.song("Radiohead", "Airbag", "OK Computer", 287, List.of())))
                .isEqualTo(
                        "+recording:\"Airbag\" +artist:\"Radiohead\" release:\"OK Computer\" dur:[280000 TO 294000]");
        assertThat(LuceneQuery.exact(Question.song("Radiohead", "Airbag", "", null, List.of())))
                .isEqualTo("+recording:\"Airbag\" +artist:\"Radiohead\"");
        assertThat(LuceneQuery.exact(Question.song("", "Airbag", "OK Computer", 3, List.of())))
                .isEqualTo("+recording:\"Airbag\" +release:\"OK Computer\" dur:[0 TO 10000]");
    }

    @Test
    void creators_told_apart_must_each_agree() {
        Question question =
                new Question(MediaKind.SONG, "T", "A & B", List.of("A", "B"), "", null, null, null, null, List.of());
        assertThat(LuceneQuery.exact(question)).isEqualTo("+recording:\"T\" +artist:\"A\" +artist:\"B\"");
    }

    @Test
    void nothing_told_is_taken_for_syntax() {
        assertThat(LuceneQuery.phrase("a\"b\\c + - && || ! ( ) { } [ ] ^ ~ * ? : / AND\u0000\nx"))
                .isEqualTo("\"a\\\"b\\\\c + - && || ! ( ) { } [ ] ^ ~ * ? : / AND x\"");
        assertThat(LuceneQuery.loose(Question.song("AC/DC", "NOT (fade) AND* [Out]\"~9", "", null, List.of())))
                .isEqualTo("+recording:(not fade~1 and out 9) +artist:(ac dc)");
    }

    @Test
    void a_word_may_have_a_typo_a_long_one_two_and_accents_stay() {
        assertThat(LuceneQuery.loose(Question.song("Björk", "Isobel Hyperballad Hyperballad", "", null, List.of())))
                .isEqualTo("+recording:(isobel~1 hyperballad~2) +artist:(björk~1)");
    }

    @Test
    void without_words_nothing_is_asked_loosely() {
        assertThat(LuceneQuery.loose(Question.song("!!!", "???", "", null, List.of())))
                .isEmpty();
        assertThat(LuceneQuery.loose(Question.song("", "Airbag", "OK Computer", null, List.of())))
                .isEmpty();
    }

    @Test
    void however_long_a_title_is_the_query_stays_bounded() {
        Question question = Question.song("x".repeat(4_000), "word ".repeat(800), "y".repeat(4_000), 1, List.of());
        assertThat(LuceneQuery.exact(question).length()).isLessThan(1_500);
        assertThat(LuceneQuery.loose(Question.song("a b c d e f g h i j k l m n", "t", "", 1, List.of())))
                .isEqualTo("+recording:(t) +artist:(a b c d e f g h i j k l)");
    }
}
