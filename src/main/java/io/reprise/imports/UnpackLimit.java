package io.reprise.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The guard against archives that unpack to more than a history can be: all entries of an upload together give at most
 * {@link #RATIO_MAX} times the upload's size (exports measure 5 to 30), with a floor for small ones. Counted by one
 * thread; {@link #bytes()} may be asked from another.
 */
final class UnpackLimit {
    static final long RATIO_MAX = 100;
    static final long FLOOR_BYTES = 16L * 1024 * 1024;
    private final long bytesMax;
    private volatile long bytes;

    UnpackLimit(long uploadBytes) {
        this.bytesMax = FLOOR_BYTES + RATIO_MAX * uploadBytes;
    }

    void reset() {
        bytes = 0;
    }

    long bytes() {
        return bytes;
    }

    InputStream on(InputStream unpacked) {
        return new Counted(unpacked);
    }

    private void count(long more) throws IOException {
        long sum = bytes + Math.max(0, more);
        bytes = sum;
        if (sum > bytesMax) {
            throw new IOException("the archive unpacks to more than " + bytesMax + " bytes, " + RATIO_MAX
                    + " times its own size; that is no history. Unpack it and upload the files");
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(read);
            return read;
        }
    }
}
