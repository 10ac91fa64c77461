package io.reprise.history;

import io.reprise.media.Fold;
import java.io.IOException;
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

    /** As they stand in a file, with room for this many in all. */
    Texts(ColumnInput in, int texts) throws IOException {
        size = in.size();
        ends = in.ints(size, texts);
        int length = size == 0 ? 0 : ends[size - 1];
        bytes = in.bytes(length, length + Math.max(0, texts - size) * TEXT_BYTES_USUAL);
    }

    void write(ColumnOutput out) throws IOException {
        out.number(size);
        out.ints(ends, size);
        out.bytes(bytes, size == 0 ? 0 : ends[size - 1]);
    }

    void add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int from = room(encoded.length);
        System.arraycopy(encoded, 0, bytes, from, encoded.length);
        ends[size++] = from + encoded.length;
    }

    /** Adds a text of others, folded ({@link Fold}). */
    void addFolded(Texts others, int index) {
        int begin = others.begin(index);
        int length = others.end(index) - begin;
        int from = room(length);
        for (int i = 0; i < length; i++) {
            byte told = others.bytes[begin + i];
            boolean isPlain = told > ' ' && told <= '~' || told == ' ' && i > 0 && bytes[from + i - 1] != ' ';
            if (!isPlain || told == ' ' && i == length - 1) {
                add(Fold.fold(others.get(index)));
                return;
            }
            bytes[from + i] = told >= 'A' && told <= 'Z' ? (byte) (told + 'a' - 'A') : told;
        }
        ends[size++] = from + length;
    }

    /** Makes room for one more text of so many bytes, and answers where it begins. */
    private int room(int length) {
        int from = size == 0 ? 0 : ends[size - 1];
        if (from + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, from + length + bytes.length / 8 + 1024);
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 4 + 64);
        }
        return from;
    }

    String get(int index) {
        int from = begin(index);
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    /** All texts one after the other, each from {@link #begin} to before {@link #end}. */
    byte[] bytes() {
        return bytes;
    }

    int begin(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int end(int index) {
        return ends[index];
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
