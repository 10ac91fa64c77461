package io.reprise.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Song (Live at Wembley)               | song | LIVE
            Song - Live at Wembley, 12 July 1986 | song | LIVE
            Song [2011 Remaster]                 | song | REMASTER
            Song - Remastered 2009               | song | REMASTER
            Song (Gull Remix)                    | song | REMIX
            Song (Todd Terje Edit)               | song | REMIX
            Song - Radio Edit                    | song | EDIT
            Song (Acoustic Version)              | song | ACOUSTIC
            Song (Taylor's Version)              | song | RERECORDED
            Song (Re-Recorded Version)           | song | RERECORDED
            Song (Instrumental)                  | song | INSTRUMENTAL
            Song (Karaoke Version)               | song | KARAOKE
            Song (German Version)                | song | VERSION
            Song (Clean)                         | song | CLEAN
            Song (Mono)                          | song | MONO
            Song (sped up)                       | song | SPEED
            Song (En Vivo)                       | song | LIVE
            Song (Reprise)                       | song | PIECE""")
    void a_version_is_told_from_the_name(String told, String name, Mark mark) {
        Title title = Title.read(told);

        assertThat(title.whole().plain()).isEqualTo(name);
        assertThat(title.marks().has(mark)).as(title.marks().inWords()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Song (Official Video)      | song
            Song (Original Mix)        | song
            Song (Album Version)       | song
            Song [4K]                  | song
            Song (Bonus Track)         | song
            Song (prod. by Kilo Keys)  | song
            Song official music video  | song
            Song - From "Rocky III"    | song
            Live Forever               | live forever
            (I Can't Get No) Song      | i cant get no song""")
    void ornaments_are_no_versions(String told, String name) {
        Title title = Title.read(told);

        assertThat(title.whole().plain()).isEqualTo(name);
        assertThat(title.marks().isEmpty()).as(title.marks().inWords()).isTrue();
    }

    @Test
    void guests_are_taken_out_of_the_title() {
        assertThat(Title.read("Song (feat. Ann Lee)").guests()).containsExactly(" Ann Lee");
        assertThat(Title.read("Song ft. Ann Lee").guests()).containsExactly("Ann Lee");
        assertThat(Title.read("Song (feat. Ann Lee)").whole().plain()).isEqualTo("song");
    }

    @Test
    void a_hostile_title_is_read_like_any_other() {
        assertThat(Title.read("(".repeat(2000)).whole().isEmpty()).isFalse();
        assertThat(Title.read("").whole().isEmpty()).isTrue();
        assertThat(Title.read(" - ".repeat(500)).marks().isEmpty()).isTrue();
        assertThat(Title.read("x (live)".repeat(500)).marks().has(Mark.LIVE)).isTrue();
    }
}
