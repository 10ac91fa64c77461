package io.reprise.adapters.musicbrainz.offline;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A stretch of an index file, read by place; numbers have their highest byte first. Thread-safe. */
final class Bytes {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment segment;

    Bytes(MemorySegment segment) {
        this.segment = segment;
    }

    long size() {
        return segment.byteSize();
    }

    Bytes part(long from, long length) {
        return new Bytes(segment.asSlice(from, length));
    }

    long longAt(long at) {
        return segment.get(LONG, at);
    }

    int intAt(long at) {
        return segment.get(INT, at);
    }

    int byteAt(long at) {
        return segment.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
    }

    int shortAt(long at) {
        return segment.get(SHORT, at) & 0xFFFF;
    }

    UUID uuidAt(long at) {
        return new UUID(longAt(at), longAt(at + Long.BYTES));
    }

    byte[] bytesAt(long at, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, bytes, 0, length);
        return bytes;
    }

    String textAt(long at, int length) {
        return new String(bytesAt(at, length), StandardCharsets.UTF_8);
    }
}
