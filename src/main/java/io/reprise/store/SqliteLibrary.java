package io.reprise.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library as a file beside the program, unpacked once. By itself the driver unpacks and compares it at
 * every start, which took a fifth of the time to the first answer, and each process that is killed leaves a copy among
 * the temporary files (ADR 0011). Where the program lies in a folder that may not be written to, the driver does so
 * still.
 */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    /** Where the driver looks first. */
    private static final String PATH = "org.sqlite.lib.path";
    /** In the driver's archive, the folder with one folder for each system. */
    private static final String ROOT = "/native/";

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
        String name = LibraryLoaderUtil.getNativeLibName();
        String packed = LibraryLoaderUtil.getNativeLibResourcePath();
        URL resource = SQLiteJDBCLoader.class.getResource(packed + "/" + name);
        if (resource == null) {
            return Optional.empty();
        }
        String system = packed.substring(packed.indexOf(ROOT) + ROOT.length());
        Path home = folder.resolve(SQLiteJDBCLoader.getVersion()).resolve(system);
        Path library = home.resolve(name);
        // A power cut may leave a file that has its name but not its bytes.
        if (!Files.exists(library)
                || Files.size(library) != resource.openConnection().getContentLengthLong()) {
            unpack(resource, library);
        }
        return Optional.of(home);
    }

    private static void unpack(URL resource, Path library) throws IOException {
        Path home = Files.createDirectories(library.getParent());
        Path begun = Files.createTempFile(home, "begun", ".tmp");
        try (InputStream in = resource.openStream()) {
            Files.copy(in, begun, StandardCopyOption.REPLACE_EXISTING);
            begun.toFile().setReadable(true, false);
            Files.move(begun, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
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
