package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.cli.Typist.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AuthorityCommandTest {
    private static final String DUMP = """
            artist_credit_id,artist_mbids,artist_credit_name,release_mbid,release_name,recording_mbid,recording_name
            1,,Magpie & Harbour,,,98255a8c-017a-4bc7-8dd6-1fa36124572b,Painting the Tannery
            1,,Magpie & Harbour,,,not an MBID,Slow Ferries
            """;

    @TempDir
    Path home = Path.of("");

    private Typist typist;

    @BeforeEach
    void sitDown() {
        typist = new Typist(home);
    }

    private Ended run(String... arguments) {
        return typist.given("", arguments);
    }

    @Test
    void a_dump_is_loaded_listed_and_dropped() throws IOException {
        Path dump = Files.writeString(home.resolve("songs.csv"), DUMP);

        Ended loaded = run("authority", "load", dump.toString());
        assertThat(loaded.code()).as(loaded.err()).isZero();
        assertThat(loaded.out()).startsWith("musicbrainz-canonical: 1 rows, ");
        assertThat(loaded.err())
                .contains("1 lines were broken")
                .contains("songs.csv, line 3: recording_mbid is no MBID");

        Ended listed = run("authority", "list");
        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains("musicbrainz-canonical").contains("songs.csv");

        assertThat(run("authority", "drop", "musicbrainz-canonical").out())
                .isEqualTo("Dropped musicbrainz-canonical.\n");
        assertThat(run("authority", "list").out()).startsWith("No dump is loaded.");
    }

    @Test
    void what_cannot_be_done_is_one_line_on_standard_error() throws IOException {
        Path notes = Files.writeString(home.resolve("notes.txt"), "hello\n");

        Ended refused = run("authority", "load", notes.toString());
        assertThat(refused.code()).isEqualTo(Commands.FAILED);
        assertThat(refused.err()).startsWith("reprise: notes.txt holds no dump that is understood.");

        Ended missing = run("authority", "drop", "musicbrainz-artist");
        assertThat(missing.code()).isEqualTo(Commands.FAILED);
        assertThat(missing.err()).isEqualTo("reprise: There is no index musicbrainz-artist; there is none at all.\n");

        assertThat(run("authority").code()).isEqualTo(Commands.ASKED_WRONGLY);
    }

    @Test
    void a_damaged_index_is_listed_with_its_fault() throws IOException {
        Path dump = Files.writeString(home.resolve("songs.csv"), DUMP);
        run("authority", "load", dump.toString());
        Files.writeString(typist.data().resolve("authority/musicbrainz-canonical.index"), "rubbish");

        Ended listed = run("authority", "list");
        assertThat(listed.code()).isEqualTo(Commands.FAILED);
        assertThat(listed.err()).contains("no index of Reprise").contains("Load its dump again");
    }
}
