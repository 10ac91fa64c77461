package io.reprise.adapters.koito;

import io.reprise.imports.ImportFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The same file with blanks for what stands before its listens: Koito writes that by hand, so a quote in the user's
 * name breaks it.
 */
record ListensAlone(ImportFile file) implements ImportFile {
    private static final int HEAD_BYTES_MAX = 16 * 1024;
    private static final String LISTENS = "\"listens\"";

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = file.open();
        byte[] head = in.readNBytes(HEAD_BYTES_MAX);
        int at = new String(head, StandardCharsets.ISO_8859_1).indexOf(LISTENS);
        if (at > 0) {
            Arrays.fill(head, 0, at, (byte) ' ');
            head[0] = '{';
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), in);
    }
}
