package bench;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * A made-up canonical dump as MetaBrainz publishes it: titles of an artist by a power law, collaborations, versions in
 * brackets, one name in sixteen not in Latin letters; and beside it questions about songs in it, each song once.
 */
final class CanonicalDump {
    static final int QUESTIONS_MAX = 400_000;
    private static final int TITLES_MAX = 20_000;
    private static final String[] SYLLABLES =
            ("ka ro mi ta sel dor van lin te ar mo ne ri pol ga sun be ver thi lo cas wen far ho ul pre stan ick no ey")
                    .split(" ");
    private static final String[] CYRILLIC = "ка ро ми та сел дор ван лин те ар мо не ри пол га сун бе вер".split(" ");
    private static final String[] KANJI = "夜 電 車 灯 台 海 風 花 月 雨 星 空 夢 道 森 光 音 雪".split(" ");
    private static final String[] VERSIONS = {
        " (live)", " (remix)", " (acoustic version)", " (instrumental)", " (2011 remaster)"
    };
    private static final String[] SUFFIXES = {
        " - Remastered 2011", " (feat. Somebody Else)", " [Deluxe Edition]", " - Live"
    };

    private final Random random;
    private final Writer dump;
    private final Writer questions;
    private final int rows;
    private final double share;
    private int row;
    private int credit;

    private CanonicalDump(Random random, Writer dump, Writer questions, int rows) {
        this.random = random;
        this.dump = dump;
        this.questions = questions;
        this.rows = rows;
        this.share = Math.min(0.5, (double) QUESTIONS_MAX / rows);
    }

    /** The questions stand one a line: exact, near or unknown, then credit, title and MBID, with tabs between. */
    static void write(Path dump, Path questions, int rows) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(dump), 1 << 20);
                Writer csv = new BufferedWriter(
                        new OutputStreamWriter(new ZstdOutputStream(file, 3), StandardCharsets.UTF_8), 1 << 16);
                Writer asked = Files.newBufferedWriter(questions)) {
            new CanonicalDump(new Random(7), csv, asked, rows).all();
        }
    }

    private void all() throws IOException {
        dump.write("id,artist_credit_id,artist_mbids,artist_credit_name,release_mbid,release_name,recording_mbid,"
                + "recording_name,combined_lookup,score\n");
        while (row < rows) {
            artist();
        }
    }

    private void artist() throws IOException {
        int script = random.nextInt(32);
        String[] letters = script == 0 ? CYRILLIC : script == 1 ? KANJI : SYLLABLES;
        String name = words(letters, 1 + random.nextInt(3));
        String artist = uuid();
        int titles = (int) Math.min(TITLES_MAX, 1 + 3 / Math.pow(random.nextDouble(), 0.9));
        String guest = random.nextInt(8) == 0 ? words(letters, 2) : "";
        int shared = guest.isEmpty() ? 0 : 1 + titles / 20;
        songs(letters, name, artist, titles);
        if (shared > 0) {
            songs(letters, name + " feat. " + guest, artist + "," + uuid(), shared);
        }
    }

    private void songs(String[] letters, String name, String artists, int titles) throws IOException {
        credit++;
        String release = "";
        String releaseName = "";
        for (int i = 0; i < titles && row < rows; i++) {
            if (i % 11 == 0) {
                release = uuid();
                releaseName = words(letters, 1 + random.nextInt(3));
            }
            String title = words(letters, 1 + random.nextInt(4)) + (random.nextInt(20) == 0 ? ", Pt. " + i : "");
            String version = random.nextInt(8) == 0 ? VERSIONS[random.nextInt(VERSIONS.length)] : "";
            song(name, artists, title + version, release, releaseName);
        }
    }

    private void song(String name, String artists, String title, String release, String releaseName)
            throws IOException {
        row++;
        String mbid = uuid();
        String lookup = (name + title).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        dump.write(row + "," + credit + "," + quoted(artists) + "," + quoted(name) + "," + release + ","
                + quoted(releaseName) + "," + mbid + "," + quoted(title) + "," + lookup + ","
                + (1 + random.nextInt(5_000_000)) + "\n");
        if (random.nextDouble() < share) {
            ask(name, title, mbid);
        }
    }

    private void ask(String name, String title, String mbid) throws IOException {
        int kind = random.nextInt(10);
        if (kind < 7) {
            questions.write("exact\t" + name + "\t" + title + "\t" + mbid + "\n");
        } else if (kind < 9) {
            questions.write("near\t" + name + "\t" + altered(title) + "\t" + mbid + "\n");
        } else {
            questions.write("unknown\tNobody " + words(SYLLABLES, 2) + "\t" + title + "\t-\n");
        }
    }

    /** As players tell it: with a suffix, or with a letter missing or twice. */
    private String altered(String title) {
        int at = random.nextInt(title.length());
        return switch (random.nextInt(4)) {
            case 0 -> title.length() > 3 ? title.substring(0, at) + title.substring(at + 1) : title + " (live)";
            case 1 -> title.substring(0, at) + title.charAt(at) + title.substring(at);
            default -> title + SUFFIXES[random.nextInt(SUFFIXES.length)];
        };
    }

    private String words(String[] letters, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i > 0 && letters != KANJI ? " " : "");
            int from = words.length();
            for (int j = 2 + random.nextInt(3); j > 0; j--) {
                words.append(letters[random.nextInt(letters.length)]);
            }
            words.setCharAt(from, Character.toUpperCase(words.charAt(from)));
        }
        return words.toString();
    }

    private String uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    private static String quoted(String field) {
        return field.indexOf(',') < 0 ? field : '"' + field + '"';
    }
}
