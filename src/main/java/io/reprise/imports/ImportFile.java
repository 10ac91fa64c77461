package io.reprise.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One file, or one entry of an archive, that can be read from its start. */
public interface ImportFile {
    /** The file's name, in an archive with its folders. */
    String name();

    /**
     * Its bytes, unpacked; reading fails with an {@link IOException} where it is cut off, damaged or beyond the limits.
     */
    InputStream open() throws IOException;

    /** Another entry of the same archive, whose name ends so; empty where there is none or no archive. */
    default Optional<ImportFile> beside(String nameEnding) {
        return Optional.empty();
    }
}
