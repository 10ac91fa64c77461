package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AuthorityConfigTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder = Path.of("");

    private AuthorityConfig read(Map<Setting, String> flags) {
        return Config.read(flags, new Config.Surroundings(Map.of(), folder)).authorities();
    }

    @Test
    void without_a_word_said_all_are_on_but_those_that_need_a_key_or_ask_anybody() {
        AuthorityConfig usual = read(Map.of());
        assertThat(usual.isOn("musicbrainz")).isTrue();
        assertThat(usual.isOn("wikidata")).isTrue();
        assertThat(usual.isOn("tmdb")).isFalse();
        assertThat(usual.isOn("webpage")).isFalse();
        assertThat(usual.musicBrainz()).isEqualTo(URI.create("https://musicbrainz.org"));
        assertThat(usual.userAgent("Reprise/1 (x)")).isEqualTo("Reprise/1 (x)");
    }

    @Test
    void those_named_are_on_and_none_is_nobody() {
        AuthorityConfig some = read(Map.of(Setting.AUTHORITIES, "tmdb, webpage", Setting.TMDB_KEY, KEY));
        assertThat(some.isOn("tmdb")).isTrue();
        assertThat(some.isOn("webpage")).isTrue();
        assertThat(some.isOn("musicbrainz")).isFalse();
        assertThat(read(Map.of(Setting.AUTHORITIES, "none")).on()).isEmpty();
    }

    @Test
    void the_contact_stands_in_the_program_s_name() {
        AuthorityConfig told = read(Map.of(Setting.CONTACT, "ada@example.org"));
        assertThat(told.userAgent("Reprise/1 (a history)")).isEqualTo("Reprise/1 (a history; ada@example.org)");
        assertThat(told.userAgent("Reprise/1")).isEqualTo("Reprise/1 (ada@example.org)");
    }

    @Test
    void what_cannot_be_used_says_what_is_expected_and_shows_no_key() {
        assertBad(Setting.AUTHORITIES, "musicbrainz,imdb", "some of musicbrainz");
        assertBad(Setting.CONTACT, "two words\r\nX: y", "a mail or web address");
        assertBad(Setting.MUSICBRAINZ_URL, "musicbrainz.org", "an address");
        assertBad(Setting.MUSICBRAINZ_URL, "http://a b", "an address");
        assertThatThrownBy(() -> read(Map.of(Setting.TMDB_KEY, "s3cret")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("a key of TMDB")
                .hasMessageNotContaining("s3cret");
        assertThat(read(Map.of(Setting.TMDB_KEY, KEY)).toString()).doesNotContain(KEY);
    }

    private void assertBad(Setting setting, String value, String expected) {
        assertThatThrownBy(() -> read(Map.of(setting, value)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(expected);
    }
}
