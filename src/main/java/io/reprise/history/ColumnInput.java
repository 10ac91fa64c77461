package io.reprise.history;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Reads arrays in the order in which {@link ColumnOutput} wrote them, through one small buffer. For one thread. What it
 * gives is to be trusted only after {@link #end}; a file that is not sound is an {@link IOException} there or before.
 */
final class ColumnInput implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(ColumnOutput.CHUNK_BYTES)
            .order(ByteOrder.nativeOrder())
            .limit(0);
    private final MemorySegment memory =
            MemorySegment.ofBuffer(chunk.duplicate().clear());
    private final CRC32C sum = new CRC32C();
    /** Bytes before the checksum that were not read from the file yet. */
    private long unread;

    ColumnInput(Path file) throws IOException {
        channel = FileChannel.open(file);
        unread = channel.size() - Long.BYTES;
    }

    long number() throws IOException {
        long[] one = new long[1];
        take(MemorySegment.ofArray(one));
        return one[0];
    }

    /** How many of something there are: at most as many as the file has bytes left. */
    int size() throws IOException {
        long size = number();
        if (size < 0 || size > left() || size > Integer.MAX_VALUE) {
            throw new IOException("expected the size of a column, got " + size + " with " + left() + " bytes left");
        }
        return (int) size;
    }

    /** So many bytes, in an array with room for {@code room} or more. */
    byte[] bytes(int size, int room) throws IOException {
        byte[] values = new byte[Math.max(present(size, Byte.BYTES), room)];
        take(MemorySegment.ofArray(values).asSlice(0, size));
        return values;
    }

    char[] chars(int size, int room) throws IOException {
        char[] values = new char[Math.max(present(size, Character.BYTES), room)];
        take(MemorySegment.ofArray(values).asSlice(0, (long) Character.BYTES * size));
        return values;
    }

    int[] ints(int size, int room) throws IOException {
        int[] values = new int[Math.max(present(size, Integer.BYTES), room)];
        take(MemorySegment.ofArray(values).asSlice(0, (long) Integer.BYTES * size));
        return values;
    }

    long[] longs(int size, int room) throws IOException {
        long[] values = new long[Math.max(present(size, Long.BYTES), room)];
        take(MemorySegment.ofArray(values).asSlice(0, (long) Long.BYTES * size));
        return values;
    }

    private long left() {
        return unread + chunk.remaining();
    }

    /** The size again, before memory is taken for so many. */
    private int present(int size, int width) throws IOException {
        if (size < 0 || (long) width * size > left()) {
            throw new IOException(
                    "expected a column of " + size + " times " + width + " bytes, but " + left() + " are left");
        }
        return size;
    }

    private void take(MemorySegment into) throws IOException {
        if (into.byteSize() > left()) {
            throw new IOException("expected " + into.byteSize() + " more bytes, but " + left() + " are left");
        }
        long at = 0;
        while (at < into.byteSize()) {
            if (!chunk.hasRemaining()) {
                fill();
            }
            int length = (int) Math.min(chunk.remaining(), into.byteSize() - at);
            MemorySegment.copy(memory, chunk.position(), into, at, length);
            chunk.position(chunk.position() + length);
            at += length;
        }
    }

    private void fill() throws IOException {
        chunk.clear().limit((int) Math.min(chunk.capacity(), unread));
        unread -= chunk.limit();
        readWholly();
        sum.update(chunk);
        chunk.rewind();
    }

    /** Reads until the chunk is full up to its limit. */
    private void readWholly() throws IOException {
        while (chunk.hasRemaining()) {
            if (channel.read(chunk) < 0) {
                throw new IOException("the file ends " + chunk.remaining() + " bytes too early");
            }
        }
        chunk.flip();
    }

    /** Passes over what is left, and makes sure that the file is as it was written. */
    void end() throws IOException {
        while (unread > 0) {
            fill();
        }
        chunk.clear().limit(Long.BYTES);
        readWholly();
        long told = chunk.getLong();
        if (told != sum.getValue()) {
            throw new IOException("its checksum is " + sum.getValue() + ", and " + told + " was written");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
