package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows put down on disk in {@link #PARTS} parts by the first byte of their key, so that each part can be sorted in
 * little memory and all parts one after another are in order. Each part is mapped, not read into the heap. One thread.
 */
final class Spill {
    static final int PARTS = 256;
    private static final int PART_BYTES_MAX = Integer.MAX_VALUE;
    private static final int SHIFT = Long.SIZE - 8;

    private final Path folder;
    private final ByteBuffer[] waiting = new ByteBuffer[PARTS];
    private final long[] bytes = new long[PARTS];
    private final int[] rows = new int[PARTS];

    Spill(Path folder, int bufferBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (int i = 0; i < PARTS; i++) {
            waiting[i] = ByteBuffer.allocate(bufferBytes);
        }
    }

    /** Adds a row; its bytes are those between position and limit. */
    void add(long key, ByteBuffer row) throws IOException {
        int part = (int) (key >>> SHIFT);
        int more = row.remaining();
        if (waiting[part].remaining() < more) {
            write(part, waiting[part].flip());
            waiting[part].clear();
        }
        if (more > waiting[part].capacity()) {
            write(part, row);
        } else {
            waiting[part].put(row);
        }
        bytes[part] += more;
        rows[part]++;
    }

    private Path file(int part) {
        return folder.resolve(Integer.toString(part));
    }

    private void write(int part, ByteBuffer all) throws IOException {
        try (FileChannel file = FileChannel.open(file(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (all.hasRemaining()) {
                file.write(all);
            }
        }
    }

    int rows(int part) {
        return rows[part];
    }

    long rows() {
        long sum = 0;
        for (int each : rows) {
            sum += each;
        }
        return sum;
    }

    /** Takes the rows of a part. */
    @FunctionalInterface
    interface Reader {
        void read(ByteBuffer rows) throws IOException;
    }

    /** Shows all rows of a part in the order in which they came, and lets go of them. */
    void take(int part, Reader reader) throws IOException {
        if (rows[part] == 0) {
            return;
        }
        if (bytes[part] > PART_BYTES_MAX) {
            throw new DumpFailure("one part of the dump is larger than " + PART_BYTES_MAX
                    + " bytes; so large a dump was not foreseen");
        }
        write(part, waiting[part].flip());
        waiting[part] = ByteBuffer.allocate(0);
        try (FileChannel file = FileChannel.open(file(part), StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            reader.read(file.map(FileChannel.MapMode.READ_ONLY, 0, bytes[part], arena)
                    .asByteBuffer());
        }
        Files.delete(file(part));
    }
}
