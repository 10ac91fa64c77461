package io.reprise.adapters.musicbrainz.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An index file, mapped: the system keeps in memory what is asked for, and takes it back when it needs the room. It is
 * let go when nobody holds it any more, so one that is replaced answers those who ask at that moment. Thread-safe.
 */
final class IndexFile {
    private final IndexHeader header;
    private final Bytes bytes;

    private IndexFile(IndexHeader header, Bytes bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    static IndexHeader header(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return IndexHeader.read(in.readNBytes(IndexHeader.BYTES), Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The index " + path.getFileName() + " could not be read", e);
        } catch (DumpFailure e) {
            throw refused(path, e);
        }
    }

    static IndexFile open(Path path) {
        IndexHeader header = header(path);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return new IndexFile(
                    header, new Bytes(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto())));
        } catch (IOException e) {
            throw new UncheckedIOException("The index " + path.getFileName() + " could not be mapped", e);
        }
    }

    static DumpFailure refused(Path path, Throwable why) {
        return new DumpFailure(
                "The index " + path.getFileName() + " cannot be used: " + why.getMessage()
                        + ". Load its dump again (`reprise authority load FILE`),"
                        + " or drop it (`reprise authority drop`).",
                why);
    }

    IndexHeader header() {
        return header;
    }

    Bytes section(int number) {
        if (number >= header.sections().size()) {
            throw new DumpFailure("it has only " + header.sections().size() + " sections");
        }
        IndexHeader.Section section = header.sections().get(number);
        return bytes.part(section.from(), section.length());
    }
}
