package io.reprise.history;

import static io.reprise.history.SnapshotFolder.FROM_FILE;
import static io.reprise.history.SnapshotFolder.FROM_STORE;
import static io.reprise.history.SnapshotFolder.IN_STORE;
import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.ZoneHistory;
import io.reprise.laws.Library;
import io.reprise.store.Backup;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a file of columns is read, and when it counts for nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SnapshotsTest {
    @TempDir
    Path folder = Path.of("");

    private SnapshotFolder snapshots = new SnapshotFolder(folder);

    @BeforeEach
    void open() {
        snapshots = new SnapshotFolder(folder);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_cold_history_is_read_from_its_file(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            snapshots.keep(library);

            assertThat(snapshots.files()).containsExactly("1.columns");
            assertThat(snapshots.titles(library, ADA)).containsExactly(FROM_FILE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_came_since_is_added_to_what_the_file_has(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            snapshots.keep(library);
            SnapshotFolder.play(library, ADA, "Later", 5);

            assertThat(snapshots.titles(library, ADA)).containsExactly(FROM_FILE, "Later");
        }
    }

    @Test
    void what_came_before_it_in_time_finds_its_place() {
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);
            SnapshotFolder.play(library, ADA, "Earlier", -5);

            assertThat(snapshots.titles(library, ADA)).containsExactly("Earlier", FROM_FILE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void of_names_that_changed_the_file_says_nothing(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            snapshots.keep(library);
            library.live(ADA, "phone", "title=Says;artist=A;length=300;at=2026-01-01T13:00:00Z");

            assertThat(snapshots.titles(library, ADA)).containsExactly(FROM_STORE, FROM_STORE);
            assertThat(snapshots.kept(library, 1).of(ADA).toldSeconds(0)).isZero();
        }
    }

    @Test
    void a_file_whose_names_changed_is_written_again() {
        try (Library library = new Library(Dialect.SQLITE)) {
            SnapshotFolder.play(library, ADA, "Other", 5);
            snapshots.keep(library);
            library.live(ADA, "phone", "title=Other;artist=A;length=300;at=2026-01-01T13:00:00Z");
            try (Histories histories = snapshots.kept(library, 2)) {
                histories.start();
                histories.of(ADA);
            }
            library.database.write(tx -> tx.handle().execute("update item set title = 'Changed once more'"));

            assertThat(snapshots.titles(library, ADA)).contains(FROM_STORE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void of_plays_that_changed_the_file_says_nothing(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            snapshots.keep(library);
            library.aggregator.rebuild(ADA);
            SnapshotFolder.changeBehindTheBack(library, ADA);

            assertThat(snapshots.kept(library, 1).of(ADA).toldSeconds(0)).isEqualTo(IN_STORE);
        }
    }

    @Test
    void days_of_another_time_zone_are_not_taken_from_it() {
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);
            library.zones.put(ADA, ZoneHistory.of(ZoneId.of("Asia/Tokyo")));

            assertThat(snapshots.kept(library, 1).of(ADA).toldSeconds(0)).isEqualTo(IN_STORE);
        }
    }

    @Test
    void a_file_less_than_half_of_the_history_is_passed_over() {
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);
            SnapshotFolder.play(library, ADA, "Two", 5);
            assertThat(snapshots.titles(library, ADA)).startsWith(FROM_FILE);

            SnapshotFolder.play(library, ADA, "Three", 10);

            assertThat(snapshots.titles(library, ADA)).startsWith(FROM_STORE);
        }
    }

    @Test
    void a_restored_older_store_does_not_know_the_file_of_a_newer_one() throws IOException {
        Path backup = folder.resolveSibling(folder.getFileName() + ".db");
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        try (Library library = new Library(Database.open(address))) {
            SnapshotFolder.play(library, ADA, "Old", 0);
            Backup.copy(address, backup);
            SnapshotFolder.play(library, ADA, "Only in the newer store", 5);
            snapshots.write(library, ADA);
        }
        try (Library restored = new Library(Database.open(new DatabaseAddress.SqliteFile(backup)))) {
            SnapshotFolder.play(restored, ADA, "Only in the restored one", 5);
            SnapshotFolder.changeBehindTheBack(restored, ADA);

            assertThat(snapshots.titles(restored, ADA)).containsExactly(FROM_STORE, "Only in the restored one");
        } finally {
            Files.delete(backup);
        }
    }

    @Test
    void a_restored_store_that_knows_the_file_goes_on_from_it() throws IOException {
        Path backup = folder.resolveSibling(folder.getFileName() + ".db");
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        try (Library library = new Library(Database.open(address))) {
            snapshots.keep(library);
            Backup.copy(address, backup);
            SnapshotFolder.play(library, ADA, "Only in the newer store", 5);
        }
        try (Library restored = new Library(Database.open(new DatabaseAddress.SqliteFile(backup)))) {
            SnapshotFolder.play(restored, ADA, "Only in the restored one", 5);

            assertThat(snapshots.titles(restored, ADA)).containsExactly(FROM_FILE, "Only in the restored one");
        } finally {
            Files.delete(backup);
        }
    }

    @Test
    void a_file_with_a_changed_bit_anywhere_is_passed_over() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);
            byte[] bytes = Files.readAllBytes(snapshots.file(ADA));
            for (int place = 0; place < bytes.length; place++) {
                byte[] damaged = bytes.clone();
                damaged[place] ^= (byte) (1 << place % Byte.SIZE);
                Files.write(snapshots.file(ADA), damaged);
                assertThat(snapshots.titles(library, ADA)).as("byte %d", place).containsExactly(FROM_STORE);
            }
        }
    }

    @Test
    void a_file_that_was_passed_over_is_made_anew() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);
            Files.writeString(snapshots.file(ADA), "of another program");
            snapshots.write(library, ADA);
            library.database.write(tx -> tx.handle().execute("update item set title = 'Changed once more'"));

            assertThat(snapshots.titles(library, ADA)).containsExactly(FROM_STORE);
        }
    }

    @Test
    void a_file_cut_off_anywhere_is_passed_over() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            snapshots.keep(library);
            byte[] bytes = Files.readAllBytes(snapshots.file(ADA));
            for (int length = 0; length < bytes.length; length++) {
                Files.write(snapshots.file(ADA), java.util.Arrays.copyOf(bytes, length));
                assertThat(snapshots.titles(library, ADA))
                        .as("%d bytes", length)
                        .containsExactly(FROM_STORE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_file_of_one_user_says_nothing_of_another(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            snapshots.keep(library);
            SnapshotFolder.play(library, BEN, "Of Ben", 0);
            Files.copy(snapshots.file(ADA), snapshots.file(BEN));

            assertThat(snapshots.titles(library, BEN)).containsExactly("Of Ben");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void two_folders_over_one_store_each_have_a_file_that_counts(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            snapshots.keep(library);
            SnapshotFolder second = new SnapshotFolder(Files.createDirectory(folder.resolve("second")));
            assertThat(second.titles(library, ADA)).containsExactly(FROM_STORE);
            second.write(library, ADA);
            library.database.write(tx -> tx.handle().execute("update item set title = 'Changed once more'"));

            assertThat(second.titles(library, ADA)).containsExactly(FROM_STORE);
            assertThat(snapshots.titles(library, ADA)).containsExactly(FROM_FILE);
        }
    }
}
