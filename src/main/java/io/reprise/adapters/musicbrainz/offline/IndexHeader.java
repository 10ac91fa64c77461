package io.reprise.adapters.musicbrainz.offline;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What an index file begins with: which dump it was made of and when, how many rows, and where its sections lie. A
 * checksum guards it; {@code bytes} is the size of the whole file.
 */
record IndexHeader(DumpKind kind, Made made, long rows, long bad, long bytes, List<Section> sections) {
    static final int BYTES = 4096;
    private static final long MAGIC = 0x5265707269736558L;
    /** To be raised when anything in the files, or the folding of names, changes. */
    private static final int VERSION = 1;

    private static final int TEXT_BYTES_MAX = 1000;
    private static final int SECTIONS_MAX = 16;
    private static final int SUM_AT = BYTES - Long.BYTES;

    IndexHeader {
        sections = List.copyOf(sections);
    }

    /** The dump's file and day (empty where unknown), and when it was loaded. */
    record Made(String dump, String date, Instant loadedAt) {}

    /** A stretch of the file. */
    record Section(long from, long length) {}

    ByteBuffer written() {
        ByteBuffer all = ByteBuffer.allocate(BYTES);
        all.putLong(MAGIC).putInt(VERSION).putInt(kind.code());
        all.putLong(rows).putLong(bad).putLong(bytes).putLong(made.loadedAt().getEpochSecond());
        put(all, made.dump());
        put(all, made.date());
        all.putInt(sections.size());
        for (Section section : sections) {
            all.putLong(section.from()).putLong(section.length());
        }
        return all.putLong(SUM_AT, sum(all)).position(0).limit(BYTES);
    }

    private static void put(ByteBuffer all, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, TEXT_BYTES_MAX);
        all.putInt(length).put(bytes, 0, length);
    }

    private static String text(ByteBuffer all) {
        byte[] bytes = new byte[Math.clamp(all.getInt(), 0, TEXT_BYTES_MAX)];
        all.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long sum(ByteBuffer all) {
        CRC32C sum = new CRC32C();
        sum.update(all.array(), 0, SUM_AT);
        return sum.getValue();
    }

    /** Reads the first {@link #BYTES} of a file that has this size; refuses in words what is not ours or not whole. */
    static IndexHeader read(byte[] start, long fileBytes) {
        ByteBuffer all = ByteBuffer.wrap(start);
        if (start.length < BYTES || all.getLong() != MAGIC) {
            throw new DumpFailure("it is no index of Reprise");
        }
        int version = all.getInt();
        if (version != VERSION) {
            throw new DumpFailure("it has the form " + version + ", and this program reads form " + VERSION);
        }
        if (all.getLong(SUM_AT) != sum(all)) {
            throw new DumpFailure("its first page is damaged");
        }
        try {
            IndexHeader header = read(all);
            if (header.bytes() != fileBytes) {
                throw new DumpFailure("it has " + fileBytes + " bytes instead of " + header.bytes());
            }
            return header;
        } catch (BufferUnderflowException e) {
            throw new DumpFailure("its first page is damaged", e);
        }
    }

    private static IndexHeader read(ByteBuffer all) {
        int code = all.getInt();
        DumpKind kind = DumpKind.ofCode(code)
                .orElseThrow(() -> new DumpFailure("it is of a kind (" + code + ") that this program does not know"));
        long rows = all.getLong();
        long bad = all.getLong();
        long bytes = all.getLong();
        Instant loadedAt = Instant.ofEpochSecond(all.getLong());
        Made made = new Made(text(all), text(all), loadedAt);
        List<Section> sections = new ArrayList<>();
        int count = Math.clamp(all.getInt(), 0, SECTIONS_MAX);
        for (int i = 0; i < count; i++) {
            sections.add(new Section(all.getLong(), all.getLong()));
        }
        return new IndexHeader(kind, made, rows, bad, bytes, sections);
    }
}
