package io.reprise.imports;

import io.reprise.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An uploaded file whose parts have been looked at: which format each is of, and how large they are together. */
final class Upload implements AutoCloseable {
    private static final int NAMES_SHOWN_MAX = 5;

    private final Archive archive;
    private final List<Optional<FileFormat>> formats = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private long bytes;
    private boolean isSizeKnown = true;

    private Upload(Archive archive) {
        this.archive = archive;
    }

    /** Looks at every part; fails where the file is gone or none of its parts is of a format that is read. */
    static Upload open(Path path, String name, FileFormats known) throws JobFailure {
        try {
            Upload upload = new Upload(new Archive(path, name));
            upload.archive.visit((file, size) -> upload.look(file, size, known));
            if (upload.formats.stream().allMatch(Optional::isEmpty)) {
                String damage = String.join("; ", upload.archive.faults());
                throw new JobFailure(
                        name + " holds no history that can be read" + (damage.isEmpty() ? "" : ": " + damage),
                        "These are understood, zipped or not: " + String.join("; ", known.titles()));
            }
            return upload;
        } catch (IOException e) {
            throw new JobFailure(name + " could not be opened: " + e.getMessage(), "upload it again");
        }
    }

    /** How the columns of tables among the parts are read. */
    Map<String, String> columns() {
        return columns;
    }

    private void look(ImportFile file, long size, FileFormats known) {
        Optional<Sample> sample = head(file);
        Optional<FileFormat> format = sample.flatMap(known::recognise);
        sample.ifPresent(head -> format.ifPresent(as -> columns.putAll(as.columns(head))));
        formats.add(format);
        if (format.isEmpty()) {
            unknown.add(file.name());
        } else {
            bytes += Math.max(0, size);
            isSizeKnown = isSizeKnown && size >= 0;
        }
    }

    private static Optional<Sample> head(ImportFile file) {
        try (InputStream in = file.open()) {
            return Optional.of(Sample.of(file.name(), in.readNBytes(Sample.BYTES_MAX)));
        } catch (IOException e) {
            return cutHead(file);
        }
    }

    /** Of a part that breaks off early, what comes before the break still tells its format. */
    private static Optional<Sample> cutHead(ImportFile file) {
        byte[] head = new byte[Sample.BYTES_MAX];
        int length = 0;
        try (InputStream in = file.open()) {
            for (int read = in.read(head, 0, 1); read > 0; read = in.read(head, length, 1)) {
                length += read;
            }
        } catch (IOException e) {
            return length == 0
                    ? Optional.empty()
                    : Optional.of(Sample.of(file.name(), java.util.Arrays.copyOf(head, length)));
        }
        return Optional.of(Sample.of(file.name(), java.util.Arrays.copyOf(head, length)));
    }

    /** Reads every part of a known format. */
    void read(Reader reader) throws IOException {
        int[] index = {0};
        archive.visit((file, size) -> {
            int at = index[0]++;
            if (at < formats.size()) {
                formats.get(at).ifPresent(format -> reader.read(format, file));
            }
        });
    }

    FileFormat firstFormat() {
        return formats.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }

    /** The words of the formats found. */
    String words() {
        Set<String> words = new LinkedHashSet<>();
        formats.forEach(format -> format.ifPresent(known -> words.add(known.word())));
        return String.join(", ", words);
    }

    long bytesRead() {
        return archive.bytesRead();
    }

    /** The bytes of all parts that are read; null where an archive does not tell. */
    @Nullable
    Long bytes() {
        return isSizeKnown && bytes > 0 ? bytes : null;
    }

    /** Sentences on what was not read and why. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(archive.faults());
        if (!unknown.isEmpty()) {
            String shown = String.join(", ", unknown.subList(0, Math.min(NAMES_SHOWN_MAX, unknown.size())));
            remarks.add("not read, for they hold no history: " + shown
                    + (unknown.size() > NAMES_SHOWN_MAX ? " and " + (unknown.size() - NAMES_SHOWN_MAX) + " more" : ""));
        }
        return remarks;
    }

    @Override
    public void close() {
        archive.close();
    }
}
