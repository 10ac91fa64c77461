package io.reprise.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.CodeSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library as a file beside the program, unpacked once. By itself the driver starts programs to learn
 * which system this is, and unpacks and compares, at every start; the latter alone took a fifth of the time to the
 * first answer, and each process that is killed leaves a copy among the temporary files (ADR 0011). Where the program
 * lies in a folder that may not be written to, the driver does so still.
 */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    /** Where the driver looks first. */
    private static final String PATH = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** To be called before the first connection; later calls do nothing. */
    static synchronized void use() {
        if (System.getProperty(PATH) == null) {
            program().map(program -> program.resolveSibling("native")).ifPresent(SqliteLibrary::use);
        }
    }

    private static void use(Path folder) {
        try {
            unpackInto(folder).ifPresent(home -> System.setProperty(PATH, home.toString()));
        } catch (IOException e) {
            LOG.debug("SQLite's library cannot be kept in {}, so the driver unpacks it at each start", folder, e);
        }
    }

    /** The folder that holds the library afterwards; none where the driver has no library for this machine. */
    static Optional<Path> unpackInto(Path folder) throws IOException {
        String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        Path home = folder.resolve(SQLiteJDBCLoader.getVersion()).resolve(machine.replaceAll("[^A-Za-z0-9_-]", "_"));
        Path library = home.resolve(LibraryLoaderUtil.getNativeLibName());
        return Files.exists(library) || unpack(library) ? Optional.of(home) : Optional.empty();
    }

    /** To find the packed one, the driver starts programs that tell it on which system it runs. */
    private static boolean unpack(Path library) throws IOException {
        URL resource = SQLiteJDBCLoader.class.getResource(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName());
        if (resource == null) {
            return false;
        }
        Path home = Files.createDirectories(library.getParent());
        Path begun = Files.createTempFile(home, "begun", ".tmp");
        try (InputStream in = resource.openStream()) {
            Files.copy(in, begun, StandardCopyOption.REPLACE_EXISTING);
            begun.toFile().setReadable(true, false);
            // A file that has its name has its bytes, even after a power cut.
            try (FileChannel file = FileChannel.open(begun, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(begun, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
        return true;
    }

    /** The archive that runs, where it is one. */
    private static Optional<Path> program() {
        CodeSource source = SqliteLibrary.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            LOG.debug("the program lies in no folder of this machine: {}", source.getLocation(), e);
            return Optional.empty();
        }
    }
}
