package io.reprise.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A user's drop folder on the disk: what lies in it and waits, what was taken ({@code .taken}), what was imported
 * ({@code done}) and what was not ({@code refused}, with a note beside each). A file goes from one to the next by a
 * rename inside the folder, and never over another one. Thread-safe.
 */
record DropFolder(Path path) {
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload");
    private static final int SAME_NAMES_MAX = 1_000;
    private static final int NAME_BYTES_MAX = 255;
    private static final int TAKEN_MAX = 10_000;
    private static final int BEGIN_BYTES = 60;

    DropFolder {
        path = path.toAbsolutePath();
    }

    void make() throws IOException {
        Files.createDirectories(path);
    }

    /** The files that may be taken, at most so many: no folders, no links, nothing hidden or half loaded. */
    List<Path> files(int max) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path, DropFolder::isFile)) {
            for (Path file : all) {
                if (files.size() < max) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private static boolean isFile(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Takes a file out of everybody's way; answers with the folder in which it lies alone. */
    Path take(Path file) throws IOException {
        Path alone = Files.createDirectories(
                path.resolve(".taken").resolve(UUID.randomUUID().toString()));
        Files.move(file, alone.resolve(file.getFileName()));
        return alone;
    }

    /** The folders of the files that were taken and have not come to their end. */
    List<Path> taken() throws IOException {
        Path all = path.resolve(".taken");
        List<Path> taken = new ArrayList<>();
        if (Files.isDirectory(all)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(all)) {
                for (Path alone : each) {
                    if (taken.size() < TAKEN_MAX) {
                        taken.add(alone);
                    }
                }
            }
        }
        return taken;
    }

    /** The file that lies alone in a folder of {@link #take}. */
    static Optional<Path> fileIn(Path alone) throws IOException {
        if (!Files.isDirectory(alone)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(alone)) {
            for (Path file : files) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Back to where it was found, to be taken again. */
    void putBack(Path alone) throws IOException {
        leave(alone, path);
    }

    void done(Path alone) throws IOException {
        leave(alone, path.resolve("done"));
    }

    /** Puts what was taken among the refused, with a note. */
    void refuseTaken(Path alone, String reason, String whatToDo) throws IOException {
        Optional<Path> file = fileIn(alone);
        if (file.isPresent()) {
            refuse(file.get(), reason, whatToDo);
        }
        Files.deleteIfExists(alone);
    }

    /** Puts a file among the refused; the note beside it comes first, so that none is without one. */
    void refuse(Path file, String reason, String whatToDo) throws IOException {
        Path refused = Files.createDirectories(path.resolve("refused"));
        String note = name(file) + "\n\n" + reason + ".\n\nWhat came: " + begin(file) + "\n\nWhat to do: " + whatToDo
                + ".\n\nTo have it tried again, move it back into the folder above this one.\n";
        for (int number = 1; number <= SAME_NAMES_MAX; number++) {
            Path target = free(refused, file, number);
            if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.writeString(beside(target), note);
                Files.move(file, target);
                return;
            }
        }
        throw new FileAlreadyExistsException(refused.toString(), null, "too many files are called " + name(file));
    }

    private static String begin(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(BEGIN_BYTES), StandardCharsets.UTF_8);
            return Files.size(file) + " bytes that begin with: "
                    + begin.replaceAll("\\p{Cntrl}+", " ").strip();
        }
    }

    private static void leave(Path alone, Path folder) throws IOException {
        Optional<Path> file = fileIn(alone);
        if (file.isPresent()) {
            Files.createDirectories(folder);
            move(file.get(), folder);
        }
        Files.deleteIfExists(alone);
    }

    private static void move(Path file, Path folder) throws IOException {
        for (int number = 1; number <= SAME_NAMES_MAX; number++) {
            Path target = free(folder, file, number);
            if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(file, target);
                return;
            }
        }
        throw new FileAlreadyExistsException(folder.toString(), null, "too many files are called " + name(file));
    }

    /** The name itself first, then the name with a number before its ending. */
    private static Path free(Path folder, Path file, int number) {
        if (number == 1) {
            return folder.resolve(file.getFileName());
        }
        String name = name(file);
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        return named(folder, stem, " (" + number + ")" + (dot < 1 ? "" : name.substring(dot)));
    }

    private static Path beside(Path refused) {
        return named(refused.resolveSibling("."), name(refused), ".txt").normalize();
    }

    /** A name that the disk can hold: short enough, and in letters that the machine's locale knows. */
    private static Path named(Path folder, String stem, String ending) {
        String name = stem;
        while ((name + ending).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX && !name.isEmpty()) {
            name = name.substring(0, name.length() - 1);
        }
        try {
            return folder.resolve(name + ending);
        } catch (InvalidPathException e) {
            return folder.resolve((name + ending).replaceAll("[^ -~]", "_"));
        }
    }
}
