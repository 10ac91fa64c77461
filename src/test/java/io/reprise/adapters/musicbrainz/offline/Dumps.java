package io.reprise.adapters.musicbrainz.offline;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Small dumps made by hand, in the shapes in which the large ones are published. */
final class Dumps {
    static final String HEADER = "id,artist_credit_id,artist_mbids,artist_credit_name,release_mbid,release_name,"
            + "recording_mbid,recording_name,combined_lookup,score\n";
    static final String RECORDING_REDIRECTS =
            "recording_mbid,canonical_recording_mbid,canonical_release_mbid\n" + row(mbid(901), mbid(101), mbid(201));
    static final String RELEASE_REDIRECTS =
            "release_mbid,canonical_release_mbid,release_group_mbid\n" + row(mbid(201), mbid(201), mbid(301));

    /** Invented songs, each under the number of its recording. */
    static final String SONGS = HEADER
            + song(101, "Magpie & Harbour", 1, "Painting the Tannery", 10)
            + song(102, "Magpie & Harbour", 1, "Painting the Tannery (live)", 20)
            + song(103, "Magpie & Harbour", 1, "Slow Ferries, Part 2", 30)
            + song(104, "Кедровый Берег", 2, "Белая вода", 40, "kedrovyiberegbelaiavoda")
            + song(105, "夜の電車", 3, "灯台", 50, "Ye noDian Che Deng Tai ")
            + song(106, "!!!", 4, "???", 60)
            + song(107, "The Left-handed Beacon", 5, "Early Thicket", 70)
            + song(108, "Left-handed Beacon & Edda Torenby", 6, "Inland", 80, "", mbid(505) + "," + mbid(507))
            + song(109, "Nøkken", 8, "Brønn", 90)
            + song(110, "Nokken", 9, "Bronn", 95);

    private Dumps() {}

    /** An MBID that ends in this number; its first half is spread as that of a real one. */
    static String mbid(int number) {
        return String.format("%08x-0000-4000-8000-%012d", number * 0x9E3779B1, number);
    }

    static String song(int number, String credit, int creditId, String title, int score) {
        return song(number, credit, creditId, title, score, "");
    }

    static String song(int number, String credit, int creditId, String title, int score, String lookup) {
        return song(number, credit, creditId, title, score, lookup, mbid(500 + creditId));
    }

    private static String song(
            int number, String credit, int creditId, String title, int score, String lookup, String artists) {
        return row(
                Integer.toString(number),
                Integer.toString(creditId),
                artists,
                credit,
                mbid(number + 100),
                "Album of " + title,
                mbid(number),
                title,
                lookup,
                Integer.toString(score));
    }

    static String row(String... fields) {
        return String.join(",", Arrays.stream(fields).map(Dumps::quoted).toList()) + "\n";
    }

    private static String quoted(String field) {
        boolean isPlain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts packed bytes together. */
    @FunctionalInterface
    interface Packing {
        OutputStream on(OutputStream out) throws IOException;
    }

    static final Packing ZSTD = ZstdOutputStream::new;
    static final Packing GZIP = GZIPOutputStream::new;
    static final Packing XZ = out -> new XZOutputStream(out, new LZMA2Options(1));

    static byte[] packed(Packing packing, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = packing.on(all)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    /** A tar as GNU's writes it, the files in the order of the map. */
    static byte[] tar(Map<String, String> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            byte[] bytes = utf8(content);
            out.writeBytes(tarHeader(name, bytes.length));
            out.writeBytes(bytes);
            out.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
        });
        out.writeBytes(new byte[1024]);
        return out.toByteArray();
    }

    private static byte[] tarHeader(String name, int size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 124, String.format("%011o", size));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        header[156] = '0';
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xFF;
        }
        put(header, 148, String.format("%06o", sum));
        header[154] = 0;
        return header;
    }

    private static void put(byte[] into, int at, String text) {
        System.arraycopy(utf8(text), 0, into, at, text.length());
    }
}
