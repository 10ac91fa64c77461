package io.reprise.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many short texts as UTF-8 in one array, numbered from 0; decoded when asked for. Grows at its end only. */
final class Texts {
    private static final int TEXT_BYTES_USUAL = 16;

    private byte[] bytes;
    private int[] ends;
    private int size;

    /** With room for this many texts of the usual length. */
    Texts(int texts) {
        bytes = new byte[texts * TEXT_BYTES_USUAL];
        ends = new int[texts];
    }

    void add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int from = size == 0 ? 0 : ends[size - 1];
        if (from + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, from + encoded.length + bytes.length / 8 + 1024);
        }
        System.arraycopy(encoded, 0, bytes, from, encoded.length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 4 + 64);
        }
        ends[size++] = from + encoded.length;
    }

    String get(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }

    int byteCount() {
        return bytes.length + 4 * ends.length;
    }

    /** An independent copy that may grow while others still read this one. */
    Texts copy() {
        Texts copy = new Texts(0);
        copy.bytes = bytes.clone();
        copy.ends = ends.clone();
        copy.size = size;
        return copy;
    }
}
