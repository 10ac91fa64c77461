package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is damaged, reading it does not throw and loses no row that ended before the damage. */
final class MutatedFilesTest {
    private static final int MUTATIONS = 400;
    private final FileFormats formats = Desk.fileFormats();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spotify_extended.json",
                "spotify_short.json",
                "lastfm_ghan.csv",
                "lastfm_ghan.json",
                "lastfm_plain.csv",
                "maloja.json",
                "reprise.ndjson",
                "listenbrainz_old.json"
            })
    void a_damaged_file_keeps_the_rows_before_the_damage(String fixture) {
        byte[] whole = Desk.fixture(fixture);
        FileFormat format = formats.recognise(Sample.of(fixture, whole)).orElseThrow();
        List<String> all = told(format, whole);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            int at = random.nextInt(whole.length);
            byte[] damaged = damage(whole, at, random);
            List<String> still = told(format, damaged);
            List<String> before = told(format, Arrays.copyOf(whole, at));

            assertThat(still)
                    .as("%s damaged at byte %d, seed %d, mutation %d", fixture, at, seed, i)
                    .containsAll(before.subList(0, Math.max(0, before.size() - 1)));
            assertThat(all).containsAll(before.subList(0, Math.max(0, before.size() - 1)));
        }
    }

    private static byte[] damage(byte[] whole, int at, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> with(whole, at, (byte) random.nextInt(256));
            case 2 -> with(whole, at, (byte) 0);
            case 3 -> with(whole, at, (byte) "{}[]\",\\\n".charAt(random.nextInt(8)));
            default -> without(whole, at, 1 + random.nextInt(30));
        };
    }

    private static byte[] with(byte[] whole, int at, byte other) {
        byte[] damaged = whole.clone();
        damaged[at] = other;
        return damaged;
    }

    private static byte[] without(byte[] whole, int at, int count) {
        int to = Math.min(whole.length, at + count);
        byte[] damaged = Arrays.copyOf(whole, whole.length - (to - at));
        System.arraycopy(whole, to, damaged, at, whole.length - to);
        return damaged;
    }

    /** The rows that can be read, in their order. */
    private static List<String> told(FileFormat format, byte[] bytes) {
        Found found = new Found();
        format.read(Found.file("file", bytes), found);
        List<String> told = new ArrayList<>();
        for (Found.Row row : found.rows) {
            decoded(row).ifPresent(told::add);
        }
        return told;
    }

    private static Optional<String> decoded(Found.Row row) {
        try {
            return Optional.of(row.format().decode(row.payload()).toString());
        } catch (Unreadable e) {
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }
}
