package io.reprise.history;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Writes arrays into a file one after the other, as they lie in memory, with a checksum behind them. For one thread;
 * the file is whole when {@link #end} has returned.
 */
final class ColumnOutput implements Closeable {
    static final int CHUNK_BYTES = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.nativeOrder());
    private final MemorySegment memory = MemorySegment.ofBuffer(chunk);
    private final CRC32C sum = new CRC32C();

    /** Into this file, which is there already; what was in it goes. */
    ColumnOutput(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void number(long value) throws IOException {
        put(MemorySegment.ofArray(new long[] {value}));
    }

    /** The first {@code size} of these. */
    void bytes(byte[] values, int size) throws IOException {
        put(MemorySegment.ofArray(values).asSlice(0, size));
    }

    void chars(char[] values, int size) throws IOException {
        put(MemorySegment.ofArray(values).asSlice(0, (long) Character.BYTES * size));
    }

    void ints(int[] values, int size) throws IOException {
        put(MemorySegment.ofArray(values).asSlice(0, (long) Integer.BYTES * size));
    }

    void longs(long[] values, int size) throws IOException {
        put(MemorySegment.ofArray(values).asSlice(0, (long) Long.BYTES * size));
    }

    private void put(MemorySegment from) throws IOException {
        long at = 0;
        while (at < from.byteSize()) {
            if (!chunk.hasRemaining()) {
                flush();
            }
            int length = (int) Math.min(chunk.remaining(), from.byteSize() - at);
            MemorySegment.copy(from, at, memory, chunk.position(), length);
            chunk.position(chunk.position() + length);
            at += length;
        }
    }

    private void flush() throws IOException {
        sum.update(chunk.flip());
        write(chunk.rewind());
        chunk.clear();
    }

    private void write(ByteBuffer all) throws IOException {
        while (all.hasRemaining()) {
            channel.write(all);
        }
    }

    /** Nothing more comes: returns when all of it is on disk. */
    void end() throws IOException {
        flush();
        write(chunk.putLong(sum.getValue()).flip());
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
