package io.reprise.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamenessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Björk                  | BJORK
            Guns N’ Roses          | Guns n' roses
            Simon & Garfunkel      | Simon and Garfunkel
            The Beatles            | Beatles
            R.E.M.                 | REM
            A$AP Rocky             | Asap Rocky
            Part II                | Pt. 2
            Three Days             | 3 Days
            Grönemeyer             | Groenemeyer
            Długość                | Dlugosc
            Группа крови           | Gruppa krovi
            Γιώργος                | ΓΙΩΡΓΟΣ""")
    void spellings_of_one_name_are_alike(String one, String other) {
        assertThat(Sameness.of(one, other)).isGreaterThanOrEqualTo(0.98);
        assertThat(Sameness.of(other, one)).isEqualTo(Sameness.of(one, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Her                    | Hey
            Song 2                 | Song 3
            Symphony No. 5         | Symphony No. 6
            Part 1                 | Part 2
            Live Wire              | Wire
            是                      | 事
            !!!                    | ???
            Yellow                 | Mellow Yellow""")
    void other_names_are_not_alike(String one, String other) {
        assertThat(Sameness.of(one, other)).isLessThan(0.88);
    }

    @Test
    void a_slip_is_nearly_the_same_but_never_the_same() {
        assertThat(Sameness.of("Radiohead", "Radiohed")).isBetween(0.9, 0.98);
        assertThat(Sameness.of("Glory Box", "Gloyr Box")).isBetween(0.9, 0.98);
    }

    @Test
    void a_key_joins_spellings_and_is_never_empty() {
        assertThat(Sameness.key("The Beatles")).isEqualTo(Sameness.key("beatles"));
        assertThat(Sameness.key("!!!")).isNotEmpty();
        assertThat(Sameness.key("宇多田ヒカル")).isEqualTo("宇多田ヒカル");
    }
}
