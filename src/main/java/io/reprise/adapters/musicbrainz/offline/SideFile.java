package io.reprise.adapters.musicbrainz.offline;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A section that grows while another one is written into the index; copied there afterwards. One thread. */
final class SideFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final Path path;
    private final DataOutputStream out;

    SideFile(Path path) throws IOException {
        this.path = path;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES));
    }

    DataOutputStream out() {
        return out;
    }

    void copyTo(OutputStream section) throws IOException {
        out.close();
        try (InputStream in = Files.newInputStream(path)) {
            in.transferTo(section);
        }
        Files.delete(path);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
