package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.imports.FileFormat;
import io.reprise.scrobble.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every export file beside the adapters' tests is known by its content and reads as the file beside it says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ExportFilesTest {
    private static final Path DOC = Path.of("docs/imports.md");

    static Stream<Path> fixtures() {
        return ReadExport.fixtures().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_file_reads_as_was_written_down(Path fixture) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("format "
                + ReadExport.format(fixture, ReadExport.bytes(fixture)).word());
        lines.addAll(ReadExport.of(fixture).lines);
        Path told = Path.of(fixture + ".told");

        assertThat(lines).isEqualTo(Files.readAllLines(told));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void what_is_personal_is_kept_nowhere(Path fixture) {
        for (byte[] payload : ReadExport.of(fixture).payloads) {
            assertThat(new String(payload, StandardCharsets.UTF_8))
                    .doesNotContain("203.0.113.7")
                    .doesNotContain("DE (Germany)")
                    .doesNotContain("abc-1")
                    .doesNotContain("anna@example.org")
                    .doesNotContain("secret");
        }
    }

    @Test
    void the_number_of_a_payload_is_given_once() {
        List<Integer> codes = Readers.files().all().stream()
                .flatMap(file -> file.payloads().stream())
                .map(Format::code)
                .toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code >= 60 && code < 120);
        assertThat(Readers.payloads()).isNotNull();
    }

    @Test
    void every_format_stands_in_the_documents_with_its_title() throws IOException {
        String doc = Files.readString(DOC);
        Set<String> missing = new HashSet<>();
        for (FileFormat file : Readers.files().all()) {
            if (!doc.contains("| " + file.title() + " | `" + file.word() + "` |")) {
                missing.add("| " + file.title() + " | `" + file.word() + "` |");
            }
        }
        assertThat(missing).isEmpty();
        long rows = doc.lines()
                .filter(line -> line.matches("\\|.*\\| `[a-z.]+` \\|.*"))
                .count();
        assertThat(rows)
                .as("a row of the table that no format has")
                .isEqualTo(Readers.files().all().size());
    }

    @Test
    void every_format_has_a_fixture() {
        Set<String> seen = new HashSet<>(Set.of(
                "spotify.extended",
                "spotify.short",
                "lastfm.json",
                "lastfm.csv",
                "lastfm.csv.plain",
                "maloja.export",
                "reprise.export",
                "listenbrainz.export",
                "listenbrainz.export.old",
                "koreader.statistics"));
        fixtures()
                .forEach(fixture -> seen.add(
                        ReadExport.format(fixture, ReadExport.bytes(fixture)).word()));
        assertThat(Readers.files().all().stream().map(FileFormat::word)).allMatch(seen::contains);
    }
}
