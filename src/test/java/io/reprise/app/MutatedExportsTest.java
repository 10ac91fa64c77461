package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.imports.FileFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However an export file is damaged, reading it does not throw and loses no row that ended before the damage. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MutatedExportsTest {
    private static final int MUTATIONS = 100;
    private static final byte[] ODD = "{}[]\",\\\n;\t=".getBytes(StandardCharsets.US_ASCII);

    static Stream<Path> fixtures() {
        return ReadExport.fixtures().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_damaged_file_keeps_the_rows_before_the_damage(Path fixture) {
        byte[] whole = ReadExport.bytes(fixture);
        FileFormat format = ReadExport.format(fixture, whole);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            int at = random.nextInt(whole.length);
            List<String> still = good(
                    format,
                    ReadExport.of(fixture, format, damage(whole, at, random)).good());
            ReadExport cut = ReadExport.of(fixture, format, Arrays.copyOf(whole, at));

            assertThat(still)
                    .as("%s damaged at byte %d, seed %d, mutation %d", fixture, at, seed, i)
                    .containsAll(good(format, cut.goodButTheLastRow()));
        }
    }

    /** The order of day and month is that of the whole file, so there the rows are compared without their day. */
    private static List<String> good(FileFormat format, List<String> lines) {
        boolean isOfTheFile =
                format.word().equals("netflix.history") || format.word().equals("generic.csv");
        return isOfTheFile
                ? lines.stream().map(line -> line.replaceAll(", from .*", "")).toList()
                : lines;
    }

    private static byte[] damage(byte[] whole, int at, Random random) {
        byte[] damaged = whole.clone();
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(whole, at);
            }
            case 1 -> damaged[at] = (byte) random.nextInt(256);
            case 2 -> damaged[at] = 0;
            case 3 -> damaged[at] = ODD[random.nextInt(ODD.length)];
            default -> {
                int to = Math.min(whole.length, at + 1 + random.nextInt(30));
                System.arraycopy(whole, to, damaged, at, whole.length - to);
                return Arrays.copyOf(damaged, whole.length - (to - at));
            }
        }
        return damaged;
    }
}
