package io.reprise.adapters.musicbrainz.offline;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an index file section by section; it is none before {@link #finish} has put its header in front. One thread.
 */
final class IndexWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1024 * 1024;

    private final FileChannel file;
    private final List<IndexHeader.Section> sections = new ArrayList<>();

    IndexWriter(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        file.write(ByteBuffer.allocate(IndexHeader.BYTES), 0);
        file.position(IndexHeader.BYTES);
    }

    /** Writes one section. */
    @FunctionalInterface
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    void section(Content content) throws IOException {
        long from = file.position();
        // Not closed: that would close the file.
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES));
        content.write(out);
        out.flush();
        sections.add(new IndexHeader.Section(from, file.position() - from));
    }

    IndexHeader finish(DumpKind kind, IndexHeader.Made made, long rows, long bad) throws IOException {
        IndexHeader header = new IndexHeader(kind, made, rows, bad, file.size(), sections);
        ByteBuffer first = header.written();
        while (first.hasRemaining()) {
            file.write(first, first.position());
        }
        file.force(true);
        return header;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
