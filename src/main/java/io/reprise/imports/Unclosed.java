package io.reprise.imports;

import java.io.FilterInputStream;
import java.io.InputStream;

/** One entry of a zip that is read straight through: closing the entry must leave the zip open for the next one. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // The archive closes the zip itself.
    }
}
