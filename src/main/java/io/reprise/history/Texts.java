package io.reprise.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many short texts as UTF-8 in one array, numbered from 0; decoded when asked for. Grows at its end only. */
final class Texts {
    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];
    private int size;

    void add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int from = size == 0 ? 0 : ends[size - 1];
        if (from + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(from + encoded.length, bytes.length + bytes.length / 2));
        }
        System.arraycopy(encoded, 0, bytes, from, encoded.length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 2);
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

    void trim() {
        bytes = Arrays.copyOf(bytes, size == 0 ? 0 : ends[size - 1]);
        ends = Arrays.copyOf(ends, size);
    }

    /** An independent copy that may grow while others still read this one. */
    Texts copy() {
        Texts copy = new Texts();
        copy.bytes = bytes.clone();
        copy.ends = Arrays.copyOf(ends, Math.max(64, ends.length));
        copy.size = size;
        return copy;
    }
}
