package io.reprise.art;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The cache: prints as files under the hash of their picture. Bounded; anybody may delete any of it at any time. What
 * is handed out stays longest. Thread-safe, also between processes, for a file gets its name when it is whole.
 */
final class PictureFiles {
    private static final Duration TOUCHED_EVERY = Duration.ofDays(1);
    private static final double KEPT_PART = 0.9;

    private final Path root;
    private final long bytesMax;
    private final InstantSource clock;

    /** {@code root} is made when it is needed. */
    PictureFiles(Path root, long bytesMax, InstantSource clock) {
        this.root = root;
        this.bytesMax = bytesMax;
        this.clock = clock;
    }

    private Path file(String hash, PictureSize size) {
        return root.resolve(hash.substring(0, 2)).resolve(hash + "-" + size.side() + ".jpg");
    }

    /** Keeps them; answers how many bytes that are. */
    long keep(Prints prints) {
        long bytes = 0;
        try {
            Path folder = file(prints.hash(), PictureSize.FULL).getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            for (var print : prints.jpegs().entrySet()) {
                Path part = Files.createTempFile(folder, "print", ".part");
                Files.write(part, print.getValue());
                Path file = file(prints.hash(), print.getKey());
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
                bytes += print.getValue().length;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("pictures cannot be kept in " + root, e);
        }
    }

    boolean holds(String hash) {
        return Files.exists(file(hash, PictureSize.FULL));
    }

    /** The print of this size, or the next larger one that there is. */
    Optional<byte[]> print(String hash, PictureSize size) {
        for (PictureSize each : PictureSize.values()) {
            if (each.compareTo(size) >= 0) {
                Optional<byte[]> bytes = bytes(file(hash, each));
                if (bytes.isPresent()) {
                    touch(file(hash, PictureSize.FULL));
                    return bytes;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the picture " + file + " cannot be read", e);
        }
    }

    /** The whole print stands for all of a picture when the oldest are looked for. */
    private void touch(Path file) {
        try {
            FileTime before = Files.getLastModifiedTime(file);
            if (before.toInstant().plus(TOUCHED_EVERY).isBefore(clock.instant())) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            }
        } catch (IOException e) {
            // Deleted meanwhile, or not ours to touch: it is fetched again when it is missed.
            return;
        }
    }

    /** The files of this picture that do not begin and end as a JPEG does, by their names below the folder. */
    List<String> cutOff(String hash) {
        List<String> found = new ArrayList<>();
        for (PictureSize size : PictureSize.values()) {
            Path file = file(hash, size);
            if (bytes(file).filter(jpeg -> !Prints.isWhole(jpeg)).isPresent()) {
                found.add(root.relativize(file).toString());
            }
        }
        return found;
    }

    /** Every picture that was last looked at longer than {@link #TOUCHED_EVERY} ago. */
    void old(Consumer<String> sink) {
        FileTime until = FileTime.from(clock.instant().minus(TOUCHED_EVERY));
        all(false).stream()
                .filter(kept -> kept.used().compareTo(until) < 0)
                .map(Kept::hash)
                .forEach(sink);
    }

    void drop(String hash) {
        for (PictureSize size : PictureSize.values()) {
            delete(file(hash, size));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture " + file + " cannot be deleted", e);
        }
    }

    private record Kept(String hash, long bytes, FileTime used) {}

    /**
     * Deletes those that were not looked at for longest where the cache is too large; answers the room that is left.
     */
    long trim() {
        List<Kept> all = all(true);
        long bytes = all.stream().mapToLong(Kept::bytes).sum();
        if (bytes <= bytesMax) {
            return bytesMax - bytes;
        }
        all.sort(Comparator.comparing(Kept::used));
        for (Kept kept : all) {
            if (bytes <= bytesMax * KEPT_PART) {
                break;
            }
            drop(kept.hash());
            bytes -= kept.bytes();
        }
        return Math.max(0, bytesMax - bytes);
    }

    /** Every picture, with the sum of its prints; where {@code tidying}, remains of a process that was killed go. */
    private List<Kept> all(boolean tidying) {
        java.util.Map<String, Kept> all = new java.util.HashMap<>();
        if (!Files.isDirectory(root)) {
            return new ArrayList<>();
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isRemains(file, attributes)) {
                        if (tidying) {
                            delete(file);
                        }
                    } else {
                        add(all, file, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + root + " cannot be read", e);
        }
        return new ArrayList<>(all.values());
    }

    private boolean isRemains(Path file, BasicFileAttributes attributes) {
        return file.toString().endsWith(".part")
                && attributes.lastModifiedTime().toInstant().plus(TOUCHED_EVERY).isBefore(clock.instant());
    }

    private static void add(java.util.Map<String, Kept> all, Path file, BasicFileAttributes attributes) {
        String name = String.valueOf(file.getFileName());
        int dash = name.indexOf('-');
        if (dash > 0 && name.endsWith(".jpg")) {
            boolean isWhole = name.endsWith("-" + PictureSize.FULL.side() + ".jpg");
            all.merge(
                    name.substring(0, dash),
                    new Kept(
                            name.substring(0, dash),
                            attributes.size(),
                            isWhole ? attributes.lastModifiedTime() : FileTime.fromMillis(0)),
                    (a, b) -> new Kept(
                            a.hash(), a.bytes() + b.bytes(), a.used().compareTo(b.used()) > 0 ? a.used() : b.used()));
        }
    }
}
