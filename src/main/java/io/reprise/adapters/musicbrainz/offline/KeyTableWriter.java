package io.reprise.adapters.musicbrainz.offline;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Collects keys with values of one width, and writes them sorted as {@link KeyTable} reads them. One thread. */
final class KeyTableWriter {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int KEYS_EACH = 8;
    private static final int BITS_MAX = 24;

    private final Spill spill;
    private final int width;
    private final ByteBuffer entry;
    private final byte[] bytes;

    KeyTableWriter(Path folder, int valueBytes) throws IOException {
        this.spill = new Spill(folder, BUFFER_BYTES);
        this.width = Long.BYTES + valueBytes;
        this.bytes = new byte[width];
        this.entry = ByteBuffer.wrap(bytes);
    }

    void add(long key, int value) throws IOException {
        entry.clear().putLong(key).putInt(value).flip();
        spill.add(key, entry);
    }

    void add(long key, long value) throws IOException {
        entry.clear().putLong(key).putLong(value).flip();
        spill.add(key, entry);
    }

    /** A value of three numbers, of 24 bytes. */
    void add(long key, long first, long second, long third) throws IOException {
        entry.clear().putLong(key).putLong(first).putLong(second).putLong(third).flip();
        spill.add(key, entry);
    }

    long count() {
        return spill.rows();
    }

    /** Entries, then where each range of keys begins, then width, bits and count. */
    void writeTo(DataOutputStream out) throws IOException {
        long count = spill.rows();
        int bits = Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(count / KEYS_EACH), 1, BITS_MAX);
        int[] starts = new int[(1 << bits) + 1];
        for (int part = 0; part < Spill.PARTS; part++) {
            int rows = spill.rows(part);
            spill.take(part, all -> {
                int[] order = IndexSort.sorted(
                        rows,
                        (one, other) -> Long.compareUnsigned(all.getLong(one * width), all.getLong(other * width)));
                for (int each : order) {
                    starts[(int) (all.getLong(each * width) >>> (Long.SIZE - bits)) + 1]++;
                    all.get(each * width, bytes);
                    out.write(bytes);
                }
            });
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        for (int start : starts) {
            out.writeInt(start);
        }
        out.writeInt(width);
        out.writeInt(bits);
        out.writeInt((int) count);
    }
}
