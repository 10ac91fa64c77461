package io.reprise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void the_library_fits_this_machine() throws IOException {
        Path library = only(SqliteLibrary.unpackInto(folder).orElseThrow());

        assertThatCode(() -> System.load(library.toString())).doesNotThrowAnyException();
    }

    private static Path only(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
