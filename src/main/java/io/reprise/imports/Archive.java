package io.reprise.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * An upload, opened: the one file that it is, what a {@code .gz} holds, or the entries of a zip in the natural order of
 * their names. What it unpacks is bounded ({@link UnpackLimit}). A zip without its directory, as one that was cut off,
 * is read from its start as far as it goes.
 */
final class Archive implements AutoCloseable {
    static final int ENTRIES_MAX = 10_000;
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Comparator<ZipEntry> NATURAL = Comparator.comparing(entry -> natural(entry.getName()));

    /** Sees one file after another, with its size in bytes, below zero where the archive does not tell. */
    @FunctionalInterface
    interface Visitor {
        void see(ImportFile file, long size);
    }

    private final Path path;
    private final String name;
    private final UnpackLimit limit;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    Archive(Path path, String name) throws IOException {
        this.path = path;
        this.name = name;
        this.limit = new UnpackLimit(Files.size(path));
    }

    /** Shows every file in turn; each can be opened only while it is shown. May be called again. */
    void visit(Visitor visitor) throws IOException {
        faults.clear();
        limit.reset();
        byte[] magic = magic();
        if (magic.length >= 2 && magic[0] == 'P' && magic[1] == 'K') {
            zip(visitor);
        } else if (magic.length >= 2 && magic[0] == 0x1F && (magic[1] & 0xFF) == 0x8B) {
            String inner = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            visitor.see(new Part(inner, () -> limit.on(new GZIPInputStream(file()))), -1);
        } else {
            visitor.see(new Part(name, () -> limit.on(file())), Files.size(path));
        }
    }

    /** What is wrong with the archive as a whole, as seen in the last visit. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many bytes were read in the last visit; may be asked from another thread. */
    long bytesRead() {
        return limit.bytes();
    }

    private byte[] magic() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(4);
        }
    }

    private InputStream file() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
    }

    private void zip(Visitor visitor) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .limit(ENTRIES_MAX + 1L)
                    .sorted(NATURAL)
                    .toList();
            if (entries.size() > ENTRIES_MAX) {
                faults.add("an archive has at most " + ENTRIES_MAX + " entries; the others of this one were not read");
            }
            for (ZipEntry entry : entries.subList(0, Math.min(entries.size(), ENTRIES_MAX))) {
                visitor.see(part(zip, entry, entries), entry.getSize());
            }
        } catch (ZipException damaged) {
            faults.add("the zip is damaged (" + damaged.getMessage() + "); what could be read from its start was read."
                    + " Download it again to get the rest");
            damaged(visitor);
        }
    }

    private Part part(ZipFile zip, ZipEntry entry, List<? extends ZipEntry> all) {
        return new Part(
                entry.getName(),
                () -> limit.on(zip.getInputStream(entry)),
                ending -> all.stream()
                        .filter(other -> other.getName().endsWith(ending))
                        .findFirst()
                        .map(other -> part(zip, other, all)));
    }

    /** Reads the entries one after another as they lie in the file. */
    private void damaged(Visitor visitor) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(file())) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && entries < ENTRIES_MAX;
                    entry = zip.getNextEntry()) {
                entries++;
                if (!entry.isDirectory()) {
                    try (Spooled spooled = Spooled.of(limit.on(zip))) {
                        visitor.see(new Part(entry.getName(), spooled::open), -1);
                    }
                }
                limit.on(zip).transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException | IllegalArgumentException e) {
            faults.add("after that the zip could not be read: " + e.getMessage());
        }
    }

    private static String natural(String name) {
        return DIGITS.matcher(name)
                .replaceAll(match -> "0".repeat(Math.max(0, 12 - match.group().length())) + match.group());
    }

    @Override
    public void close() {
        limit.reset();
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private record Part(String name, Opening opening, Function<String, Optional<ImportFile>> siblings)
            implements ImportFile {
        Part(String name, Opening opening) {
            this(name, opening, ending -> Optional.empty());
        }

        Part {
            String clean = name.replace('\0', ' ').replace('\\', '/');
            name = clean.length() <= 300 ? clean : "..." + clean.substring(clean.length() - 297);
        }

        @Override
        public InputStream open() throws IOException {
            try {
                return opening.open();
            } catch (IllegalArgumentException e) {
                throw new ZipException("the entry cannot be unpacked: " + e.getMessage());
            }
        }

        @Override
        public Optional<ImportFile> beside(String nameEnding) {
            return siblings.apply(nameEnding);
        }
    }
}
