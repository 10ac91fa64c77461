package bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The same million plays as five services export them, each imported into an empty store and then once more. The
 * yardstick is one pass over the bytes of the file.
 */
final class FormatBench {
    private static final long FIRST_SECOND = 1_300_000_000L;
    private static final int ARTISTS = 2_000;
    private static final int SONGS_OF_ONE = 40;

    private FormatBench() {}

    /** One play. */
    private record Row(String artist, String title, String album, long at, int seconds, String id) {}

    private enum Form {
        LISTENBRAINZ("ListenBrainz", "", "\n", "") {
            @Override
            String row(Row row) {
                return "{\"listened_at\":" + row.at + ",\"track_metadata\":{\"artist_name\":\"" + row.artist
                        + "\",\"track_name\":\"" + row.title + "\",\"release_name\":\"" + row.album
                        + "\",\"additional_info\":{\"submission_client\":\"navidrome\",\"duration_ms\":"
                        + row.seconds * 1000 + "}}}";
            }
        },
        SPOTIFY("Spotify, extended", "[", ",\n", "]") {
            @Override
            String row(Row row) {
                return "{\"ts\":\"" + Instant.ofEpochSecond(row.at + row.seconds)
                        + "\",\"platform\":\"linux\",\"ms_played\":" + row.seconds * 1000
                        + ",\"conn_country\":\"DE\",\"ip_addr\":\"192.0.2.1\",\"master_metadata_track_name\":\""
                        + row.title + "\",\"master_metadata_album_artist_name\":\"" + row.artist
                        + "\",\"master_metadata_album_album_name\":\"" + row.album
                        + "\",\"spotify_track_uri\":\"spotify:track:" + row.id
                        + "\",\"episode_name\":null,\"episode_show_name\":null,\"spotify_episode_uri\":null,"
                        + "\"reason_start\":\"trackdone\",\"reason_end\":\"trackdone\",\"shuffle\":false,"
                        + "\"skipped\":false,\"offline\":false,\"offline_timestamp\":null,\"incognito_mode\":false}";
            }
        },
        LASTFM("Last.fm, CSV", "uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n", "\n", "\n") {
            @Override
            String row(Row row) {
                return "\"" + row.at + "\",\"01 Jan 2024, 10:00\",\"" + row.artist + "\",\"\",\"" + row.album
                        + "\",\"\",\"" + row.title + "\",\"\"";
            }
        },
        MALOJA("Maloja", "{\"maloja\":{\"export_time\":1767225600},\"scrobbles\":[", ",\n", "]}") {
            @Override
            String row(Row row) {
                return "{\"time\":" + row.at + ",\"track\":{\"artists\":[\"" + row.artist + "\"],\"title\":\""
                        + row.title + "\",\"album\":{\"artists\":[\"" + row.artist + "\"],\"albumtitle\":\"" + row.album
                        + "\"},\"length\":" + row.seconds + "},\"duration\":" + row.seconds
                        + ",\"origin\":\"client:navidrome\"}";
            }
        },
        YOUTUBE("YouTube Music", "[", ",\n", "]") {
            @Override
            String row(Row row) {
                return "{\"header\":\"YouTube Music\",\"title\":\"Watched " + row.title
                        + "\",\"titleUrl\":\"https://music.youtube.com/watch?v=" + row.id.substring(0, 11)
                        + "\",\"subtitles\":[{\"name\":\"" + row.artist
                        + " - Topic\",\"url\":\"https://www.youtube.com/channel/UC" + row.id + "\"}],\"time\":\""
                        + Instant.ofEpochSecond(row.at) + "\",\"products\":[\"YouTube\"],\"activityControls\":["
                        + "\"YouTube watch history\"]}";
            }
        };

        private final String title;
        private final String head;
        private final String between;
        private final String tail;

        Form(String title, String head, String between, String tail) {
            this.title = title;
            this.head = head;
            this.between = between;
            this.tail = tail;
        }

        abstract String row(Row row);
    }

    static void run(int rows) throws Exception {
        Bench.say(
                "| format | MB | one pass s | import s | rows/s | resident MB | stored | refused | same file s | new |"
                        + " times as fast | same rows s | new | times as fast |");
        Bench.say("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Form form : Form.values()) {
            Path file = file(form, rows);
            long begun = System.nanoTime();
            long sum = 0;
            try (var in = Files.newInputStream(file)) {
                byte[] part = new byte[1 << 16];
                for (int read = in.read(part); read > 0; read = in.read(part)) {
                    for (int i = 0; i < read; i++) {
                        sum += part[i];
                    }
                }
            }
            double pass = (System.nanoTime() - begun) / 1e9;
            Path folder = Bench.emptyFolder("formats");
            Map<String, String> first = Child.run(ImportOnce.class, folder.toString(), file.toString());
            Map<String, String> second = Child.run(ImportOnce.class, folder.toString(), file.toString());
            double ours = Double.parseDouble(first.get("seconds"));
            double again = Double.parseDouble(second.get("seconds"));
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
            Map<String, String> third = Child.run(ImportOnce.class, folder.toString(), file.toString());
            double known = Double.parseDouble(third.get("seconds"));
            Bench.say(
                    "| %s | %d | %.2f | %.1f | %.0f | %d | %s | %s | %.1f | %s | %.1f | %.1f | %s | %.1f |",
                    form.title,
                    Files.size(file) >> 20,
                    sum == 0 ? 0 : pass,
                    ours,
                    rows / ours,
                    Long.parseLong(first.get("resident_kb")) / 1024,
                    first.get("new"),
                    first.get("refused"),
                    again,
                    second.get("new"),
                    ours / again,
                    known,
                    third.get("new"),
                    ours / known);
            Bench.delete(folder);
            Files.delete(file);
        }
    }

    private static Path file(Form form, int rows) throws IOException {
        Path file = Bench.WORK.resolve("formats-" + form.name());
        Random random = new Random(31);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(form.head);
            long at = FIRST_SECOND;
            for (int i = 0; i < rows; i++) {
                int artist = (int) (ARTISTS * Math.pow(random.nextDouble(), 2.2));
                int song = (int) (SONGS_OF_ONE * Math.pow(random.nextDouble(), 1.5));
                int seconds = 120 + (artist * 7 + song * 13) % 240;
                at += seconds + random.nextInt(60);
                String id = new UUID(artist * 1_000L + song, 77L * song + 5)
                        .toString()
                        .replace("-", "");
                out.write(i == 0 ? "" : form.between);
                out.write(form.row(new Row(
                        "Artist number " + artist,
                        "A song of theirs, the " + song,
                        "Album " + song / 10 + " of " + artist,
                        at,
                        seconds,
                        id.substring(10, 32))));
            }
            out.write(form.tail);
        }
        return file;
    }
}
