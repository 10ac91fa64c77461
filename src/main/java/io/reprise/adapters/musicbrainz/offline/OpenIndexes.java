package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The indexes as they lie in the folder now: each question compares the folder's time, and only when that is another
 * one are files that changed opened. Thread-safe.
 */
final class OpenIndexes {
    private static final FileTime NO_FOLDER = FileTime.fromMillis(Long.MIN_VALUE);

    private final Path folder;
    private volatile Opened opened = new Opened(NO_FOLDER, Map.of(), Indexes.NONE);

    OpenIndexes(Path folder) {
        this.folder = folder;
    }

    private record Identity(@Nullable Object key, FileTime time, long bytes) {}

    private record Held(Identity identity, Object index) {}

    private record Opened(FileTime folderTime, Map<DumpKind, Held> held, Indexes indexes) {}

    Indexes now() {
        FileTime time = folderTime();
        Opened last = opened;
        return last.folderTime().equals(time) ? last.indexes() : reopened();
    }

    private FileTime folderTime() {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (NoSuchFileException e) {
            return NO_FOLDER;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the indexes could not be read", e);
        }
    }

    private synchronized Indexes reopened() {
        FileTime time = folderTime();
        if (opened.folderTime().equals(time)) {
            return opened.indexes();
        }
        Map<DumpKind, Held> held = new EnumMap<>(DumpKind.class);
        for (DumpKind kind : DumpKind.values()) {
            Path file = folder.resolve(kind.fileName());
            identity(file).ifPresent(identity -> held.put(kind, held(kind, file, identity)));
        }
        Indexes indexes = new Indexes(
                index(held, DumpKind.CANONICAL, SongIndex.class::cast),
                index(held, DumpKind.RECORDING_REDIRECT, RedirectIndex.class::cast),
                index(held, DumpKind.RELEASE_REDIRECT, RedirectIndex.class::cast),
                List.of(DumpKind.RELEASE, DumpKind.RECORDING).stream()
                        .flatMap(kind -> Stream.ofNullable(index(held, kind, FactsIndex.class::cast)))
                        .toList(),
                index(held, DumpKind.ARTIST, FactsIndex.class::cast),
                index(held, DumpKind.RELEASE_GROUP, FactsIndex.class::cast));
        opened = new Opened(time, held, indexes);
        return indexes;
    }

    private static <T> @Nullable T index(Map<DumpKind, Held> held, DumpKind kind, Function<Object, T> cast) {
        Held there = held.get(kind);
        return there == null ? null : cast.apply(there.index());
    }

    private Held held(DumpKind kind, Path file, Identity identity) {
        Held before = opened.held().get(kind);
        return before != null && before.identity().equals(identity) ? before : new Held(identity, open(kind, file));
    }

    private static Object open(DumpKind kind, Path path) {
        IndexFile file = IndexFile.open(path);
        if (file.header().kind() != kind) {
            throw IndexFile.refused(
                    path, new DumpFailure("it is one of " + file.header().kind().title()));
        }
        try {
            return switch (kind) {
                case CANONICAL -> new SongIndex(file);
                case RECORDING_REDIRECT, RELEASE_REDIRECT -> new RedirectIndex(file);
                case RECORDING, ARTIST, RELEASE_GROUP, RELEASE -> new FactsIndex(file);
            };
        } catch (DumpFailure | IndexOutOfBoundsException e) {
            throw IndexFile.refused(path, e);
        }
    }

    private static Optional<Identity> identity(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Identity(now.fileKey(), now.lastModifiedTime(), now.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The index " + file.getFileName() + " could not be read", e);
        }
    }
}
