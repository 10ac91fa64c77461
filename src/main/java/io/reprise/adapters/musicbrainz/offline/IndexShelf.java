package io.reprise.adapters.musicbrainz.offline;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.tukaani.xz.XZIOException;

/**
 * The folder of the indexes. A new index is built beside the old one and takes its name when it is whole, so a load may
 * be killed at any moment, and a server that runs answers from the new one when it is next asked. One load at a time,
 * in whichever process; the rest is thread-safe.
 */
public final class IndexShelf {
    private static final String BUILDING = "building";
    private static final String LOCK = "building.lock";

    private final Path folder;
    private final InstantSource clock;

    /** The folder need not be there yet. */
    public IndexShelf(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Makes indexes of all that a dump holds, and replaces those of the same kinds. Throws {@link DumpFailure} where
     * the file is none, damaged or cut off, and {@link LoadStopped}; then every index is as it was.
     */
    public List<LoadedIndex> load(Path dump, LoadWatch watch) {
        if (!Files.isRegularFile(dump)) {
            throw new DumpFailure("There is no file " + dump + ".");
        }
        Path building = folder.resolve(BUILDING);
        try {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = locked(file)) {
                try {
                    delete(building);
                    return loaded(new DumpFile(dump), building, watch);
                } finally {
                    delete(building);
                    lock.release();
                }
            }
        } catch (EOFException | ZstdIOException | XZIOException | ZipException e) {
            throw new DumpFailure(
                    "The dump " + dump.getFileName() + " is damaged or cut off (" + e.getMessage()
                            + "); every index is as it was. Download it again.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The dump " + dump.getFileName() + " could not be loaded", e);
        }
    }

    private static FileLock locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw new DumpFailure("Another load is running; wait until it has ended.", e);
        }
        throw new DumpFailure("Another load is running; wait until it has ended.");
    }

    private List<LoadedIndex> loaded(DumpFile dump, Path building, LoadWatch watch) throws IOException {
        Files.createDirectories(building);
        List<LoadedIndex> loaded = new ArrayList<>();
        for (DumpLoad.Made made :
                new DumpLoad(building, dump, watch, clock.instant()).run().values()) {
            IndexHeader header = made.header();
            Files.move(
                    made.file(),
                    folder.resolve(header.kind().fileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            loaded.add(LoadedIndex.of(header, made.bad().first()));
        }
        turnPage();
        return loaded;
    }

    /** The indexes that are there, also those that cannot be used. */
    public List<LoadedIndex> list() {
        List<LoadedIndex> all = new ArrayList<>();
        for (DumpKind kind : DumpKind.values()) {
            Path file = folder.resolve(kind.fileName());
            if (Files.exists(file)) {
                all.add(listed(kind, file));
            }
        }
        return all;
    }

    private static LoadedIndex listed(DumpKind kind, Path file) {
        try {
            return LoadedIndex.of(IndexFile.header(file), List.of());
        } catch (DumpFailure e) {
            return LoadedIndex.unusable(kind, file.toFile().length(), String.valueOf(e.getMessage()));
        }
    }

    /** Deletes an index by its name as it is listed; throws {@link DumpFailure} where there is none. */
    public void drop(String name) {
        try {
            DumpKind kind = DumpKind.named(name).orElseThrow(() -> new NoSuchFileException(name));
            Files.delete(folder.resolve(kind.fileName()));
            turnPage();
        } catch (NoSuchFileException e) {
            List<String> names = list().stream().map(LoadedIndex::name).toList();
            throw new DumpFailure("There is no index " + name + "; there "
                    + (names.isEmpty() ? "is none at all." : "are: " + String.join(", ", names) + "."));
        } catch (IOException e) {
            throw new UncheckedIOException("The index " + name + " could not be deleted", e);
        }
    }

    /** Gives the folder a time that it never had, for by that a server sees that something in it is another one. */
    private void turnPage() throws IOException {
        long now = Files.getLastModifiedTime(folder).toMillis();
        Files.setLastModifiedTime(folder, FileTime.fromMillis(now + 1));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
