package io.reprise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that get their name when they are whole. */
final class WholeFile {
    private WholeFile() {}

    /** Writes all of it; answers how many bytes that were. */
    static long write(InputStream told, Path to) throws IOException {
        Path whole = to.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || Files.isDirectory(whole)) {
            throw new FileSystemException(to.toString(), null, "it is a folder, and expected was a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(to.toString(), null, "there is no folder " + folder);
        }
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            long bytes = Files.copy(told, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
