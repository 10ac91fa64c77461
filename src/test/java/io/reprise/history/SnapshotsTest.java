package io.reprise.history;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.laws.Library;
import io.reprise.play.PlayErasure;
import io.reprise.store.Backup;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a file of columns is read, and when it counts for nothing. Titles changed behind the back tell which it was. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SnapshotsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String FROM_FILE = "Says";
    private static final String FROM_STORE = "Changed in the store";
    /** As many seconds every play has there; nobody told any. */
    private static final int IN_STORE = 77;

    @TempDir
    Path folder = Path.of("");

    private Histories kept(Library library, int playsMin) {
        return new Histories(
                library.database, library.log, library::calendar, new Keeping(1L << 20, Optional.of(folder), playsMin));
    }

    private static void play(Library library, UserId user, String title, int minute) {
        library.live(user, "phone", "title=" + title + ";artist=A;at=" + NOON.plusSeconds(60L * minute));
    }

    /** A library with one play of Says, in a file; in the store that title has changed since, unnoticed. */
    private void keep(Library library) {
        play(library, ADA, FROM_FILE, 0);
        write(library, ADA);
        changeBehindTheBack(library, ADA);
    }

    private void write(Library library, UserId user) {
        try (Histories histories = kept(library, 1)) {
            histories.start();
            histories.of(user);
        }
    }

    private static void changeBehindTheBack(Library library, UserId user) {
        library.database.write(tx -> {
            tx.handle().execute("update item set title = ? where user_id = ? and number = 1", FROM_STORE, user.value());
            return tx.handle().execute("update play set seconds = ? where user_id = ?", IN_STORE, user.value());
        });
    }

    private List<String> titles(Library library, UserId user) {
        History history = kept(library, 1).of(user);
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            titles.add(history.names().title(history.item(i)));
        }
        return titles;
    }

    private Path file(UserId user) {
        return folder.resolve(user + ".columns");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_cold_history_is_read_from_its_file(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            keep(library);

            assertThat(files()).containsExactly("1.columns");
            assertThat(titles(library, ADA)).containsExactly(FROM_FILE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_came_since_is_added_to_what_the_file_has(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            keep(library);
            play(library, ADA, "Later", 5);

            assertThat(titles(library, ADA)).containsExactly(FROM_FILE, "Later");
        }
    }

    @Test
    void what_came_before_it_in_time_finds_its_place() {
        try (Library library = new Library(Dialect.SQLITE)) {
            keep(library);
            play(library, ADA, "Earlier", -5);

            assertThat(titles(library, ADA)).containsExactly("Earlier", FROM_FILE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void of_names_that_changed_the_file_says_nothing(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            keep(library);
            library.live(ADA, "phone", "title=Says;artist=A;length=300;at=2026-01-01T13:00:00Z");

            assertThat(titles(library, ADA)).containsExactly(FROM_STORE, FROM_STORE);
            assertThat(kept(library, 1).of(ADA).toldSeconds(0)).isZero();
        }
    }

    @Test
    void a_file_whose_names_changed_is_written_again() {
        try (Library library = new Library(Dialect.SQLITE)) {
            play(library, ADA, "Other", 5);
            keep(library);
            library.live(ADA, "phone", "title=Other;artist=A;length=300;at=2026-01-01T13:00:00Z");
            try (Histories histories = kept(library, 2)) {
                histories.start();
                histories.of(ADA);
            }
            library.database.write(tx -> tx.handle().execute("update item set title = 'Changed once more'"));

            assertThat(titles(library, ADA)).contains(FROM_STORE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void of_plays_that_changed_the_file_says_nothing(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            keep(library);
            library.aggregator.rebuild(ADA);
            changeBehindTheBack(library, ADA);

            assertThat(kept(library, 1).of(ADA).toldSeconds(0)).isEqualTo(IN_STORE);
        }
    }

    @Test
    void days_of_another_time_zone_are_not_taken_from_it() {
        try (Library library = new Library(Dialect.SQLITE)) {
            keep(library);
            library.zones.put(ADA, ZoneHistory.of(ZoneId.of("Asia/Tokyo")));

            assertThat(kept(library, 1).of(ADA).toldSeconds(0)).isEqualTo(IN_STORE);
        }
    }

    @Test
    void a_file_less_than_half_of_the_history_is_passed_over() {
        try (Library library = new Library(Dialect.SQLITE)) {
            keep(library);
            play(library, ADA, "Two", 5);
            assertThat(titles(library, ADA)).startsWith(FROM_FILE);

            play(library, ADA, "Three", 10);

            assertThat(titles(library, ADA)).startsWith(FROM_STORE);
        }
    }

    @Test
    void a_restored_older_store_does_not_know_the_file_of_a_newer_one() throws IOException {
        Path backup = folder.resolveSibling(folder.getFileName() + ".db");
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        try (Library library = new Library(Database.open(address))) {
            play(library, ADA, "Old", 0);
            Backup.copy(address, backup);
            play(library, ADA, "Only in the newer store", 5);
            write(library, ADA);
        }
        try (Library restored = new Library(Database.open(new DatabaseAddress.SqliteFile(backup)))) {
            play(restored, ADA, "Only in the restored one", 5);
            changeBehindTheBack(restored, ADA);

            assertThat(titles(restored, ADA)).containsExactly(FROM_STORE, "Only in the restored one");
        } finally {
            Files.delete(backup);
        }
    }

    @Test
    void a_restored_store_that_knows_the_file_goes_on_from_it() throws IOException {
        Path backup = folder.resolveSibling(folder.getFileName() + ".db");
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        try (Library library = new Library(Database.open(address))) {
            keep(library);
            Backup.copy(address, backup);
            play(library, ADA, "Only in the newer store", 5);
        }
        try (Library restored = new Library(Database.open(new DatabaseAddress.SqliteFile(backup)))) {
            play(restored, ADA, "Only in the restored one", 5);

            assertThat(titles(restored, ADA)).containsExactly(FROM_FILE, "Only in the restored one");
        } finally {
            Files.delete(backup);
        }
    }

    @Test
    void a_file_with_a_changed_bit_anywhere_is_passed_over() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            keep(library);
            byte[] bytes = Files.readAllBytes(file(ADA));
            for (int place = 0; place < bytes.length; place++) {
                byte[] damaged = bytes.clone();
                damaged[place] ^= (byte) (1 << place % Byte.SIZE);
                Files.write(file(ADA), damaged);
                assertThat(titles(library, ADA)).as("byte %d", place).containsExactly(FROM_STORE);
            }
        }
    }

    @Test
    void a_file_that_was_passed_over_is_made_anew() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            keep(library);
            Files.writeString(file(ADA), "of another program");
            write(library, ADA);
            library.database.write(tx -> tx.handle().execute("update item set title = 'Changed once more'"));

            assertThat(titles(library, ADA)).containsExactly(FROM_STORE);
        }
    }

    @Test
    void a_file_cut_off_anywhere_is_passed_over() throws IOException {
        try (Library library = new Library(Dialect.SQLITE)) {
            keep(library);
            byte[] bytes = Files.readAllBytes(file(ADA));
            for (int length = 0; length < bytes.length; length++) {
                Files.write(file(ADA), java.util.Arrays.copyOf(bytes, length));
                assertThat(titles(library, ADA)).as("%d bytes", length).containsExactly(FROM_STORE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_file_of_one_user_says_nothing_of_another(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            keep(library);
            play(library, BEN, "Of Ben", 0);
            Files.copy(file(ADA), file(BEN));

            assertThat(titles(library, BEN)).containsExactly("Of Ben");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void two_folders_over_one_store_each_have_a_file_that_counts(Dialect dialect) throws IOException {
        try (Library library = new Library(dialect)) {
            keep(library);
            Path first = folder;
            folder = Files.createDirectory(folder.resolve("second"));
            assertThat(titles(library, ADA)).containsExactly(FROM_STORE);
            write(library, ADA);
            library.database.write(tx -> tx.handle().execute("update item set title = 'Changed once more'"));

            assertThat(titles(library, ADA)).containsExactly(FROM_STORE);
            folder = first;
            assertThat(titles(library, ADA)).containsExactly(FROM_FILE);
        }
    }

    @Test
    void of_many_tokens_only_the_newest_are_kept() {
        try (Library library = new Library(Dialect.SQLITE)) {
            for (int i = 0; i < 40; i++) {
                play(library, ADA, FROM_FILE, i);
                write(library, ADA);
            }
            changeBehindTheBack(library, ADA);

            assertThat(library.count("select count(*) from history_snapshot where user_id = :user", ADA))
                    .isEqualTo(16);
            assertThat(titles(library, ADA)).hasSize(40).containsOnly(FROM_FILE);
        }
    }

    @Test
    void a_history_that_is_only_read_is_not_written() {
        try (Library library = new Library(Dialect.SQLITE)) {
            play(library, ADA, FROM_FILE, 0);
            try (Histories histories = kept(library, 1)) {
                histories.of(ADA);
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void where_no_file_can_be_written_answers_come_from_the_store() throws IOException {
        folder = Files.writeString(folder.resolve("file"), "where a folder should be");
        try (Library library = new Library(Dialect.SQLITE)) {
            keep(library);

            assertThat(titles(library, ADA)).containsExactly(FROM_STORE);
        }
    }

    @Test
    void what_is_kept_is_bounded_by_bytes_from_0_and_plays_from_1() {
        assertThatThrownBy(() -> new Keeping(-1, Optional.empty(), 1)).hasMessageContaining("got -1 and 1");
        assertThatThrownBy(() -> new Keeping(0, Optional.empty(), 0)).hasMessageContaining("got 0 and 0");
    }

    @Test
    void a_small_history_has_no_file_and_a_file_is_written_again_when_as_much_is_new() throws IOException {
        try (Library library = new Library(Dialect.SQLITE);
                Histories histories = kept(library, 3)) {
            play(library, ADA, "One", 0);
            play(library, ADA, "Two", 1);
            histories.start();
            histories.of(ADA);
            histories.close();
            assertThat(folder).isEmptyDirectory();

            byte[] before = writtenAfter(library, "Three", 2);
            assertThat(writtenAfter(library, "Four", 3)).isEqualTo(before);
            assertThat(writtenAfter(library, "Five", 4)).isEqualTo(before);
            assertThat(writtenAfter(library, "Six", 5)).isNotEqualTo(before);
        }
    }

    private byte[] writtenAfter(Library library, String title, int minute) throws IOException {
        play(library, ADA, title, minute);
        try (Histories histories = kept(library, 3)) {
            histories.start();
            histories.of(ADA);
        }
        return Files.readAllBytes(file(ADA));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_user_who_is_forgotten_has_no_file(Dialect dialect) {
        try (Library library = new Library(dialect);
                Histories histories = kept(library, 1)) {
            keep(library);
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
            play(library, ADA, FROM_FILE, 0);
            try (Histories histories = kept(library, 1)) {
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
            keep(library);
            Files.copy(file(ADA), file(BEN));
            Files.writeString(folder.resolve("3.columns"), "of another program");
            Files.writeString(folder.resolve("1-123.part"), "of a killed process");
            Files.writeString(folder.resolve("notes.txt"), "of somebody");
            try (Histories histories = kept(library, 1)) {
                histories.start();
            }
            assertThat(files()).containsExactly("1.columns", "notes.txt");
        }
    }
}
