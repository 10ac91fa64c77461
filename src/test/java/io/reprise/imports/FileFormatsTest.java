package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.media.Mention;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden files of every format: what each of their rows reads as. */
final class FileFormatsTest {
    private final FileFormats formats = Desk.fileFormats();

    private Found read(String fixture) {
        byte[] bytes = Desk.fixture(fixture);
        Found found = new Found();
        formats.recognise(Sample.of("file", bytes)).orElseThrow().read(Found.file("file", bytes), found);
        return found;
    }

    /** Each row in one line, or why it is not read. */
    private static List<String> told(Found found) {
        List<String> told = new ArrayList<>();
        for (Found.Row row : found.rows) {
            try {
                told.add(line(row.format().decode(row.payload())));
            } catch (Unreadable e) {
                told.add("unreadable: " + e.getMessage());
            }
        }
        return told;
    }

    private static String line(Told told) {
        Mention mention = told.mention();
        String container =
                mention.container().map(part -> " (" + part.title() + ")").orElse("");
        String time = told.times().precision() == Precision.UNKNOWN
                ? "unknown"
                : String.valueOf(told.times().start());
        return told.verb().word() + " " + mention.kind().word() + " "
                + mention.credit().text() + " - " + mention.title()
                + container + " at " + time
                + (told.times().end() == null ? "" : " to " + told.times().end())
                + (told.times().precision() == Precision.INSTANT
                        ? ""
                        : " " + told.times().precision().word())
                + (told.activeSeconds() == null ? "" : " for " + told.activeSeconds());
    }

    @ParameterizedTest
    @CsvSource({
        "spotify_extended.json, spotify.extended",
        "spotify_short.json, spotify.short",
        "lastfm_ghan.csv, lastfm.csv",
        "lastfm_ghan.json, lastfm.json",
        "lastfm_plain.csv, lastfm.csv.plain",
        "maloja.json, maloja.export",
        "reprise.ndjson, reprise.export",
        "listenbrainz_old.json, listenbrainz.export.old"
    })
    void a_file_is_known_by_its_content_and_by_one_format_only(String fixture, String word) {
        Sample sample = Sample.of("download", Desk.fixture(fixture));

        assertThat(formats.recognise(sample).orElseThrow().word()).isEqualTo(word);
    }

    @Test
    void spotify_tells_the_end_keeps_skips_and_leaves_private_sessions_out() {
        Found found = read("spotify_extended.json");

        assertThat(told(found))
                .containsExactly(
                        "played song Artist - Song (Album) at 1767300236 to 1767300423 for 187",
                        "skip song Artist - Skipped (Album) at 1767300428 to 1767300440 for 12",
                        "played song Artist - Short but whole (Album) at 1767300446 to 1767300460 for 14",
                        "played podcast  - Pilot (A podcast) at 1767301800 to 1767304200 for 2400",
                        "stop podcast  - Second (A podcast) at 1767304740 to 1767304800 for 60",
                        "unreadable: expected master_metadata_track_name, episode_name or audiobook_title,"
                                + " got none: Spotify no"
                                + " longer says what an unnamed item was",
                        "played song Artist - On the plane (Album) at 1767346200 to 1767346400 for 200",
                        "stop book  - A book at 1767602700 to 1767603600 for 900",
                        "unreadable: ts: expected a time such as 2026-01-01T20:47:03Z or 2026-01-01T21:47:03+01:00, got"
                                + " \"yesterday\"");
        assertThat(found.leftOut).containsExactly("played in a private session (incognito_mode)");
        assertThat(found.refusals).isEmpty();
    }

    @Test
    void spotify_rows_are_stored_without_what_is_personal_and_otherwise_as_they_stood() {
        String stored = new String(read("spotify_extended.json").rows.getFirst().payload(), StandardCharsets.UTF_8);

        assertThat(stored)
                .doesNotContain("ip_addr")
                .doesNotContain("203.0.113.7")
                .doesNotContain("username");
        assertThat(stored)
                .startsWith("{\n    \"ts\": \"2026-01-01T20:47:03Z\",\n    \"platform\"")
                .endsWith("\n  }");
    }

    @Test
    void the_short_history_of_spotify_is_exact_to_the_minute() {
        assertThat(told(read("spotify_short.json")))
                .containsExactly(
                        "played song Artist - Song at 1767300233 to 1767300420 minute for 187",
                        "skip song Artist - Skipped at 1767300480 to 1767300480 minute for 0",
                        "stop podcast  - Pilot (A podcast) at 1767301800 to 1767304200 minute for 2400");
    }

    @Test
    void a_csv_of_lastfm_is_read_by_the_names_of_its_columns() {
        Found found = read("lastfm_ghan.csv");

        assertThat(told(found))
                .containsExactly(
                        "played song Artist, The - Song (Album \"Deluxe\") at 1767300423",
                        "played song Artist - Two\nlines at 1767300700",
                        "played song Artist - Minute only at 1767300900 minute",
                        "played song Artist - No clock at unknown unknown",
                        "unreadable: the readable time: expected a time such as 02 Jan 2006, 15:04, got \"never\"",
                        "unreadable: artist: expected text, got nothing",
                        "unreadable: expected 8 columns as in the header, got 10");
        assertThat(new String(found.rows.getFirst().payload(), StandardCharsets.UTF_8))
                .startsWith("uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n\"1767300423\",");
    }

    @Test
    void a_json_of_lastfm_is_read_page_by_page() {
        Found found = read("lastfm_ghan.json");

        assertThat(told(found))
                .containsExactly(
                        "played song Artist - Song (Album) at 1767300423",
                        "played song Artist - No album at 1767300660 minute",
                        "played song Extended - Single object (Album) at 1767300900",
                        "unreadable: artist: expected a name, got nothing");
        assertThat(found.leftOut).hasSize(1);
    }

    @Test
    void a_csv_of_lastfm_without_a_header_is_exact_to_the_minute() {
        Found found = read("lastfm_plain.csv");

        assertThat(told(found))
                .containsExactly(
                        "played song Artist - Song (Album) at 1767300420 minute",
                        "played song Artist - Again (Album) at 1767300420 minute",
                        "played song Artist, The - Song at 1767344700 minute",
                        "unreadable: expected 4 columns as in the header, got 5");
        assertThat(found.leftOut).hasSize(1);
    }

    @Test
    void maloja_names_several_artists_in_a_list() {
        assertThat(told(read("maloja.json")))
                .containsExactly(
                        "played song Main, Guest - Song (Album) at 1767300423 for 180",
                        "played song Artist - Bare at 1767300700",
                        "played song Artist - Old (Old album) at 1767300900",
                        "unreadable: track.artists: expected at least one name, got none",
                        "unreadable: time: expected epoch seconds, got nothing");
    }

    @Test
    void our_own_export_tells_every_kind_with_its_origin() {
        Found found = read("reprise.ndjson");

        assertThat(told(found))
                .containsExactly(
                        "played song A feat. B - Song (Album) at 1767300423",
                        "finish episode  - S1 E2 (Some Show) at null to 1767300423 for 2500",
                        "played film Lana - A film at 1714521600 month",
                        "played article  - https://example.org/a?utm_source=x at 1714521600 day",
                        "played book First, Second - A book (Series) at unknown unknown",
                        "played picture  - IMG_1.jpg (Holiday) at 1767300423",
                        "played podcast  - Pilot (A podcast) at 1767300423 minute",
                        "played video Some channel - How to log (Some channel) at 1546300800 year",
                        "unreadable: started_at: expected a time such as 2026-01-01T20:47:03Z"
                                + " or 2026-01-01T21:47:03+01:00,"
                                + " got \"yesterday\"");
        assertThat(found.rows.getFirst().origin().client()).isEqualTo("navidrome");
        assertThat(found.rows.get(1).origin().protocol()).isEqualTo("reprise");
    }

    @Test
    void the_old_export_of_listenbrainz_is_one_array() {
        assertThat(told(read("listenbrainz_old.json")))
                .containsExactly(
                        "played song Artist - Song (Album) at 1767300423",
                        "played song Artist - Text time at 1767300700",
                        "unreadable: track_metadata: expected an object, got null");
    }
}
