package io.reprise.adapters.musicbrainz.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LookupTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Painting the Tannery | paintingthetannery
            AC/DC                | acdc
            Beyoncé              | beyonce
            Beyoncé             | beyonce
            Motörhead            | motorhead
            Sigur Rós            | sigurros
            Straße               | strasse
            Æther Œuvre          | aetheroeuvre
            Łódź Đorđe Þór       | lodzdordethor
            Simon & Garfunkel    | simonandgarfunkel
            Simon and Garfunkel  | simonandgarfunkel
            Don’t Stop           | dontstop
            ＦＵＬＬ　ｗｉｄｔｈ | fullwidth
            Part Ⅱ               | partii
            No. ٣                | no3
            Кино                 | кино
            КИНО                 | кино
            ΟΔΟΣ                 | οδοσ
            Οδός                 | οδοσ
            שָׁלוֹם              | שלום
            مُحَمَّد             | محمد
            カラオケ             | からおけ
            ｶﾗｵｹ                 | からおけ
            !!!                  | !!!
            ÷                    | ÷
            """)
    void a_name_folds_to_its_letters(String name, String folded) {
        assertThat(LookupText.fold(name)).isEqualTo(folded);
    }

    @Test
    void only_a_blank_name_folds_to_nothing() {
        for (String name : new String[] {"한국어", "ไทย", "हिन्दी", "தமிழ்", "עברית", "ქართული", "★", "…", "🎵", "አማርኛ"}) {
            assertThat(LookupText.fold(name)).as(name).isNotEmpty();
        }
        assertThat(LookupText.fold(" \t\u00A0\u3000")).isEmpty();
    }

    @Test
    void vowels_that_are_marks_are_not_lost() {
        assertThat(LookupText.fold("की")).isNotEqualTo(LookupText.fold("का"));
        assertThat(LookupText.fold("が")).isNotEqualTo(LookupText.fold("か"));
    }

    @Test
    void hashes_spread_over_all_their_bits() {
        Set<Long> whole = new HashSet<>();
        Set<Long> firstBytes = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            long hash = LookupText.hash("track" + i);
            whole.add(hash);
            firstBytes.add(hash >>> 56);
        }
        assertThat(whole).hasSize(100_000);
        assertThat(firstBytes).hasSize(256);
    }
}
