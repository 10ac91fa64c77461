package io.reprise.imports;

import java.util.List;
import java.util.Optional;

/** Every kind of file this server reads, in the order in which they are asked. Immutable and thread-safe. */
public final class FileFormats {
    private final List<FileFormat> formats;

    public FileFormats(List<? extends FileFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** The first format that says a file beginning like this is its own. */
    public Optional<FileFormat> recognise(Sample sample) {
        return formats.stream().filter(format -> format.recognises(sample)).findFirst();
    }

    /** The format of this name. */
    Optional<FileFormat> ofWord(String word) {
        return formats.stream().filter(format -> format.word().equals(word)).findFirst();
    }

    /** The formats in the order in which they are asked. */
    public List<FileFormat> all() {
        return formats;
    }

    /** What people call the formats. */
    public List<String> titles() {
        return formats.stream().map(FileFormat::title).toList();
    }
}
