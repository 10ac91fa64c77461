package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ArchiveTest {
    /** The end of a zip file, which tells where its directory is. */
    private static final int END_BYTES = 22;

    @TempDir
    Path folder = Path.of("");

    private static String text(ImportFile file) {
        StringBuilder text = new StringBuilder();
        try (InputStream in = file.open()) {
            for (int one = in.read(); one >= 0; one = in.read()) {
                text.append((char) one);
            }
        } catch (IOException e) {
            return text + " then " + e.getClass().getSimpleName();
        }
        return text.toString();
    }

    @Test
    void a_file_in_a_zip_without_its_end_can_be_read_twice() throws IOException {
        byte[] zip = Desk.zip(Map.of("plays.csv", "title,artist,time\nFerry,The Otters,2024-05-01 20:15\n"));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, zip.length - END_BYTES));
        try (Archive archive = new Archive(cut, "cut.zip")) {
            archive.visit((file, size) -> {
                assertThat(text(file)).startsWith("title,").endsWith("20:15\n");
                assertThat(text(file)).isEqualTo(text(file)).startsWith("title,");
            });
            assertThat(archive.faults()).singleElement().asString().contains("the zip is damaged");
        }
    }

    @Test
    void a_file_that_is_cut_off_in_such_a_zip_breaks_off_there_each_time() throws IOException {
        Random random = new Random(7);
        String rows = IntStream.range(0, 9_000)
                .mapToObj(i -> Long.toHexString(random.nextLong()) + "\n")
                .collect(Collectors.joining());
        byte[] zip = Desk.zip(Map.of("plays.csv", rows));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, zip.length / 2));
        try (Archive archive = new Archive(cut, "cut.zip")) {
            archive.visit((file, size) -> {
                String first = text(file);
                assertThat(first).hasSizeGreaterThan(rows.length() * 45 / 100).endsWith(" then IOException");
                assertThat(rows).startsWith(first.substring(0, first.length() - " then IOException".length()));
                assertThat(text(file)).isEqualTo(first);
            });
        }
    }
}
