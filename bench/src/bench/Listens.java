package bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * A made-up but lifelike music history in the form of ListenBrainz' export, one listen a line: favourites by Zipf's
 * law, albums played through, sessions with nights between them, one exact repeat in a hundred. The same seed gives the
 * same file.
 */
final class Listens {
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "sta", "vel", "dor", "ish", "an", "tur", "be", "qui", "sol", "ny", "gra", "ö", "fen",
        "ly", "mar", "tz"
    };
    private final Random random;
    private final int artists;

    Listens(long seed, int listens) {
        random = new Random(seed);
        artists = Math.max(200, listens / 450);
    }

    /** Writes so many listens, oldest first, ending at {@code end}. */
    static void write(Path file, long seed, int listens, Instant end) throws IOException {
        Listens maker = new Listens(seed, listens);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            long at = end.getEpochSecond() - listens * 330L;
            String before = "";
            int written = 0;
            while (written < listens) {
                int artist = maker.favourite(maker.artists);
                int album = maker.favourite(6);
                int from = maker.random.nextInt(10);
                int to = Math.min(12, from + 1 + maker.random.nextInt(8));
                for (int track = from; track < to && written < listens; track++) {
                    String line = maker.random.nextInt(100) == 0 && !before.isEmpty()
                            ? before
                            : maker.line(artist, album, track, at);
                    out.write(line);
                    out.newLine();
                    before = line;
                    written++;
                    at += 170 + maker.random.nextInt(200);
                }
                at += maker.random.nextInt(12) == 0 ? 600 : 0;
            }
        }
    }

    private int favourite(int of) {
        return (int) (of * Math.pow(random.nextDouble(), 2.2));
    }

    private static String name(long key, int words) {
        Random names = new Random(key * 7_919 + 13);
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < words; word++) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < 2 + names.nextInt(2); i++) {
                one.append(SYLLABLES[names.nextInt(SYLLABLES.length)]);
            }
            one.setCharAt(0, Character.toUpperCase(one.charAt(0)));
            name.append(word == 0 ? "" : " ").append(one);
        }
        return name.toString();
    }

    private static UUID id(long key) {
        Random bits = new Random(key);
        return new UUID(
                bits.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L,
                bits.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    private static String line(int artist, int album, int track, long at) {
        long albumKey = artist * 10L + album;
        long trackKey = albumKey * 20L + track;
        int duration = 140_000 + (int) (trackKey % 180) * 1_000;
        String mapping = trackKey % 3 == 0
                ? ""
                : ",\"recording_mbid\":\"" + id(trackKey) + "\",\"release_mbid\":\"" + id(albumKey + 1_000_000_000L)
                        + "\"";
        return "{\"listened_at\":" + at + ",\"inserted_at\":" + (at + 9) + ",\"track_metadata\":{\"artist_name\":\""
                + name(artist, 1 + artist % 2)
                + "\",\"track_name\":\"" + name(trackKey + 5_000_000L, 1 + (int) (trackKey % 3))
                + "\",\"release_name\":\""
                + name(albumKey + 9_000_000L, 1 + (int) (albumKey % 2)) + "\",\"recording_msid\":\""
                + id(trackKey + 3_000_000_000L)
                + "\",\"additional_info\":{\"submission_client\":\"navidrome\",\"submission_client_version\":\"0.55.2\",\"media_player\":\"Navidrome\",\"tracknumber\":"
                + (track + 1) + ",\"duration_ms\":" + duration + mapping + "}}}";
    }
}
