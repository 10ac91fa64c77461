package io.reprise.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What can be unpacked of one entry of a damaged zip, in a file of its own, so that it can be read more than once:
 * first to see what it is. Where the entry breaks off, each reading ends with the same fault.
 */
final class Spooled implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private final Path file;
    private final @Nullable IOException fault;

    private Spooled(Path file, @Nullable IOException fault) {
        this.file = file;
        this.fault = fault;
    }

    static Spooled of(InputStream entry) throws IOException {
        Path file = Files.createTempFile("reprise-entry", null);
        try (OutputStream out = Files.newOutputStream(file)) {
            return new Spooled(file, copy(entry, out));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Answers what broke the entry off, and throws what the disk refuses. */
    private static @Nullable IOException copy(InputStream entry, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (true) {
            int read;
            try {
                read = entry.read(buffer);
            } catch (IOException e) {
                return e;
            }
            if (read < 0) {
                return null;
            }
            out.write(buffer, 0, read);
        }
    }

    InputStream open() throws IOException {
        IOException end = fault;
        InputStream whole = Files.newInputStream(file);
        return end == null ? whole : new Broken(whole, end);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** A stream that breaks off where the entry did. */
    private static final class Broken extends FilterInputStream {
        private final IOException fault;

        Broken(InputStream in, IOException fault) {
            super(in);
            this.fault = fault;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return told(super.read(into, from, length));
        }

        private int told(int read) throws IOException {
            if (read < 0) {
                throw new IOException(fault.getMessage(), fault);
            }
            return read;
        }
    }
}
