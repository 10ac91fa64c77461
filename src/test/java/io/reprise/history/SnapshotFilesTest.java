package io.reprise.history;

import static io.reprise.history.SnapshotFolder.FROM_FILE;
import static io.reprise.history.SnapshotFolder.FROM_STORE;
import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.laws.Library;
import io.reprise.play.PlayErasure;
import io.reprise.store.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When files of columns are written, and when they go. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SnapshotFilesTest {
    @TempDir
    Path folder = Path.of("");

    private SnapshotFolder snapshots = new SnapshotFolder(folder);

    @BeforeEach
    void open() {
        snapshots = new SnapshotFolder(folder);
    }

    @Test
    void of_many_tokens_only_the_newest_are_kept() {
        try (Library library = new Library(Dialect.SQLITE)) {
            for (int i = 0; i < 40; i++) {
                SnapshotFolder.play(library, ADA, FROM_FILE, i);
                snapshots.write(library, ADA);
            }
            SnapshotFolder.changeBehindTheBack(library, ADA);

            assertThat(library.count("select count(*) from history_snapshot where user_id = :user", ADA))
                    .isEqualTo(16);
            assertThat(snapshots.titles(library, ADA)).hasSize(40).containsOnly(FROM_FILE);
        }
    }

    @Test
    void a_history_that_is_only_read_is_not_written() {
        try (Library library = new Library(Dialect.SQLITE)) {
            SnapshotFolder.play(library, ADA, FROM_FILE, 0);
            try (Histories histories = snapshots.kept(library, 1)) {
                histories.of(ADA);
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void where_no_file_can_be_written_answers_come_from_the_store() throws IOException {
        snapshots = new SnapshotFolder(Files.writeString(folder.resolve("file"), "where a folder should be"));
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);

            assertThat(snapshots.titles(library, ADA)).containsExactly(FROM_STORE);
        }
    }

    @Test
    void what_is_kept_is_bounded_by_bytes_from_0_and_plays_from_1() {
        assertThatThrownBy(() -> new Keeping(-1, Optional.empty(), 1)).hasMessageContaining("got -1 and 1");
        assertThatThrownBy(() -> new Keeping(0, Optional.empty(), 0)).hasMessageContaining("got 0 and 0");
    }

    @Test
    void a_small_history_has_no_file_and_a_file_is_written_again_when_as_much_is_new() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            readAfter(library, "One", 0);
            readAfter(library, "Two", 1);
            assertThat(folder).isEmptyDirectory();

            byte[] before = writtenAfter(library, "Three", 2);
            assertThat(writtenAfter(library, "Four", 3)).isEqualTo(before);
            assertThat(writtenAfter(library, "Five", 4)).isEqualTo(before);
            assertThat(writtenAfter(library, "Six", 5)).isNotEqualTo(before);
        }
    }

    private void readAfter(Library library, String title, int minute) {
        SnapshotFolder.play(library, ADA, title, minute);
        try (Histories histories = snapshots.kept(library, 3)) {
            histories.start();
            histories.of(ADA);
        }
    }

    private byte[] writtenAfter(Library library, String title, int minute) throws IOException {
        readAfter(library, title, minute);
        return Files.readAllBytes(snapshots.file(ADA));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_user_who_is_forgotten_has_no_file(Dialect dialect) {
        try (Library library = new Library(dialect);
                Histories histories = snapshots.kept(library, 1)) {
            snapshots.keep(library);
            library.database.write(tx -> {
                PlayErasure.forget(tx, ADA);
                histories.forget(tx, ADA);
                return true;
            });
            assertThat(folder).isEmptyDirectory();
            assertThat(library.count("select count(*) from history_snapshot where user_id = :user", ADA))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_history_that_waits_to_be_written_is_not_when_its_user_is_forgotten(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            SnapshotFolder.play(library, ADA, FROM_FILE, 0);
            try (Histories histories = snapshots.kept(library, 1)) {
                histories.start();
                histories.of(ADA);
                library.database.write(tx -> {
                    PlayErasure.forget(tx, ADA);
                    histories.forget(tx, ADA);
                    return true;
                });
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void at_the_start_goes_what_nobody_can_use_and_nothing_else() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);
            Files.copy(snapshots.file(ADA), snapshots.file(BEN));
            Files.writeString(folder.resolve("3.columns"), "of another program");
            Files.writeString(folder.resolve("1-123.part"), "of a killed process");
            Files.writeString(folder.resolve("notes.txt"), "of somebody");
            try (Histories histories = snapshots.kept(library, 1)) {
                histories.start();
            }
            assertThat(snapshots.files()).containsExactly("1.columns", "notes.txt");
        }
    }
}
