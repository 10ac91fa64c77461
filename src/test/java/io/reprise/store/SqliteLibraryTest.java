package io.reprise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

class SqliteLibraryTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    Path folder;

    @Test
    void the_library_is_unpacked_once_and_then_found() throws IOException {
        Path library = only(SqliteLibrary.unpackInto(folder).orElseThrow());
        Files.setLastModifiedTime(library, LONG_AGO);

        assertThat(SqliteLibrary.unpackInto(folder)).contains(library.getParent());

        assertThat(Files.getLastModifiedTime(library)).isEqualTo(LONG_AGO);
    }

    /** Not loaded here: a process that holds two of it calls one with what belongs to the other, and dies. */
    @Test
    void it_is_the_one_that_the_driver_has_for_this_machine() throws IOException {
        Path library = only(SqliteLibrary.unpackInto(folder).orElseThrow());

        String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream bytes = Objects.requireNonNull(SQLiteJDBCLoader.class.getResourceAsStream(packed))) {
            assertThat(library).hasBinaryContent(bytes.readAllBytes());
        }
    }

    private static Path only(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
