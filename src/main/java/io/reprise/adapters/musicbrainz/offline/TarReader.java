package io.reprise.adapters.musicbrainz.offline;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The files of a tar archive (ustar, as GNU and pax write it), one after another as they lie. What is not a file, and
 * the long names that stand before some, are passed over: the dumps are known by content. One thread.
 */
final class TarReader {
    static final int BLOCK_BYTES = 512;
    private static final int MAGIC_AT = 257;
    private static final int SIZE_AT = 124;
    private static final int SIZE_CHARS = 12;
    private static final int SUM_AT = 148;
    private static final int SUM_CHARS = 8;
    private static final int TYPE_AT = 156;
    private static final int ENTRIES_MAX = 10_000;

    private final InputStream in;
    private long left;
    private int padding;
    private int entries;

    TarReader(InputStream in) {
        this.in = in;
    }

    static boolean isTar(byte[] start) {
        return start.length >= BLOCK_BYTES
                && new String(start, MAGIC_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** The name of the next file, or empty at the end. */
    Optional<String> next() throws IOException {
        while (entries++ < ENTRIES_MAX) {
            in.skipNBytes(left + padding);
            left = 0;
            padding = 0;
            byte[] block = in.readNBytes(BLOCK_BYTES);
            if (block.length == BLOCK_BYTES && isBlank(block)) {
                return Optional.empty();
            }
            if (block.length < BLOCK_BYTES || !isTar(block) || !sumsUp(block)) {
                throw new EOFException("the archive is cut off or damaged between two of its files");
            }
            left = size(block);
            padding = (int) ((BLOCK_BYTES - left % BLOCK_BYTES) % BLOCK_BYTES);
            char type = (char) block[TYPE_AT];
            if (type == '0' || type == 0) {
                return Optional.of(text(block, 0, 100));
            }
        }
        return Optional.empty();
    }

    /** What the file holds; it ends early only with an exception. */
    InputStream file() {
        return new Inside(in);
    }

    private static boolean isBlank(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean sumsUp(byte[] block) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK_BYTES; i++) {
            sum += i >= SUM_AT && i < SUM_AT + SUM_CHARS ? ' ' : block[i] & 0xFF;
        }
        return sum == octal(text(block, SUM_AT, SUM_CHARS));
    }

    private static long size(byte[] block) throws IOException {
        if ((block[SIZE_AT] & 0x80) == 0) {
            return octal(text(block, SIZE_AT, SIZE_CHARS));
        }
        long size = 0;
        for (int i = SIZE_AT + 4; i < SIZE_AT + SIZE_CHARS; i++) {
            size = size << 8 | block[i] & 0xFF;
        }
        if (size < 0) {
            throw new IOException("a file in the archive has an impossible size");
        }
        return size;
    }

    private static long octal(String text) throws IOException {
        try {
            return text.isBlank() ? 0 : Long.parseLong(text.strip(), 8);
        } catch (NumberFormatException e) {
            throw new IOException("a number in the archive's directory is not octal: " + text, e);
        }
    }

    private static String text(byte[] block, int from, int chars) {
        int to = from;
        while (to < from + chars && block[to] != 0) {
            to++;
        }
        return new String(block, from, to - from, StandardCharsets.UTF_8);
    }

    private final class Inside extends FilterInputStream {
        Inside(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(left, length));
            if (read < 0) {
                throw new EOFException("the archive ends inside a file");
            }
            left -= read;
            return read;
        }

        @Override
        public void close() {
            // The archive is read on.
        }
    }
}
