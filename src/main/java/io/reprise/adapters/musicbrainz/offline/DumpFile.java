package io.reprise.adapters.musicbrainz.offline;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A file with a dump, unpacked as it is read: zstd, xz, gzip or none of them, a tar or a single file, all known by
 * content. One thread.
 */
final class DumpFile {
    private static final int SNIFF_BYTES = 1024 * 1024;
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int XZ_MEMORY_KIBIBYTES = 128 * 1024;
    private static final int TIMESTAMP_CHARS_MAX = 64;
    private static final Pattern DATE = Pattern.compile("(20\\d\\d)-?([01]\\d)-?([0-3]\\d)");

    /** Takes one file of the dump, which can be read only while it is shown. */
    @FunctionalInterface
    interface Visitor {
        void see(Member member) throws IOException;
    }

    /** One file: its name, what it begins with, and all of it from its first byte. */
    record Member(String name, byte[] start, InputStream in) {}

    private final Path path;
    private final long size;
    private volatile long bytesRead;
    private String date = "";

    DumpFile(Path path) throws IOException {
        this.path = path;
        this.size = Files.size(path);
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    long size() {
        return size;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** The day it was made, as {@code 2026-07-17}, told by its TIMESTAMP or its name; empty where neither does. */
    String date() {
        return date.isEmpty() ? dateIn(name()) : date;
    }

    /** Shows every file in it that is not empty. */
    void each(Visitor visitor) throws IOException {
        try (InputStream file = new Counted(Files.newInputStream(path));
                InputStream unpacked = unpacked(new BufferedInputStream(file, BUFFER_BYTES))) {
            BufferedInputStream in = new BufferedInputStream(unpacked, BUFFER_BYTES);
            byte[] start = start(in, TarReader.BLOCK_BYTES);
            if (!TarReader.isTar(start)) {
                show(name(), in, visitor);
                return;
            }
            TarReader tar = new TarReader(in);
            for (Optional<String> name = tar.next(); name.isPresent(); name = tar.next()) {
                show(name.get(), new BufferedInputStream(tar.file(), BUFFER_BYTES), visitor);
            }
        }
    }

    private void show(String name, BufferedInputStream in, Visitor visitor) throws IOException {
        byte[] start = start(in, SNIFF_BYTES);
        if (name.endsWith("TIMESTAMP")) {
            int chars = Math.min(start.length, TIMESTAMP_CHARS_MAX);
            date = dateIn(new String(start, 0, chars, StandardCharsets.UTF_8));
        } else if (start.length > 0) {
            visitor.see(new Member(name, start, in));
        }
    }

    private static byte[] start(BufferedInputStream in, int bytes) throws IOException {
        in.mark(bytes);
        byte[] start = in.readNBytes(bytes);
        in.reset();
        return start;
    }

    private static InputStream unpacked(BufferedInputStream file) throws IOException {
        byte[] magic = start(file, 6);
        if (startsWith(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
            return new ZstdInputStream(file);
        }
        if (startsWith(magic, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return new XZInputStream(file, XZ_MEMORY_KIBIBYTES);
        }
        return startsWith(magic, 0x1F, 0x8B) ? new GZIPInputStream(file, BUFFER_BYTES) : file;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String dateIn(String text) {
        Matcher date = DATE.matcher(text);
        return date.find() ? date.group(1) + "-" + date.group(2) + "-" + date.group(3) : "";
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            bytesRead += Math.max(0, read);
            return read;
        }
    }
}
