package io.reprise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BackupTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder = Path.of("");

    /** Two rows in each step, so that a copy with an odd number of them was cut in the middle of one. */
    private static void two(Database database, long number) {
        database.write(tx -> tx.handle()
                .execute(
                        "insert into zone_period (user_id, since, zone) values (1, ?, 'UTC'), (2, ?, 'UTC')",
                        number,
                        number));
    }

    private static int rows(DatabaseAddress address) {
        try (Database database = Database.open(address)) {
            return database.read(tx -> tx.handle()
                    .select("select count(*) from zone_period")
                    .mapTo(Integer.class)
                    .one());
        }
    }

    @Test
    void a_backup_made_during_writes_opens_and_holds_one_state() throws Exception {
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        AtomicBoolean done = new AtomicBoolean();
        try (Database database = Database.open(address)) {
            two(database, 0);
            CompletableFuture<Void> writes = CompletableFuture.runAsync(() -> {
                for (long number = 1; !done.get(); number++) {
                    two(database, number);
                }
            });
            for (int round = 0; round < ROUNDS; round++) {
                Path file = folder.resolve("copy" + round + ".db");

                assertThat(Backup.copy(address, file)).isEqualTo(Files.size(file));

                assertThat(rows(new DatabaseAddress.SqliteFile(file)))
                        .isPositive()
                        .isEven();
            }
            done.set(true);
            writes.join();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains(".part")))
                    .isEmpty();
        }
    }

    @Test
    void a_file_that_is_there_is_not_overwritten() throws Exception {
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        Path file = Files.writeString(folder.resolve("precious"), "mine");

        assertThatThrownBy(() -> Backup.copy(address, file)).hasMessageContaining("is there already");

        assertThat(file).hasContent("mine");
    }

    @Test
    void a_store_that_is_not_there_and_a_folder_that_is_not_there_are_told_plainly() {
        Path nothing = folder.resolve("nothing.db");
        assertThatThrownBy(() -> Backup.copy(new DatabaseAddress.SqliteFile(nothing), folder.resolve("copy")))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("no store at");
        assertThat(nothing).doesNotExist();
        DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
        assertThatThrownBy(() -> Backup.copy(address, folder.resolve("no/copy")))
                .isInstanceOf(StoreFailure.class);
    }

    @Test
    void a_store_that_is_damaged_leaves_no_backup() throws Exception {
        DatabaseAddress.SqliteFile address = (DatabaseAddress.SqliteFile) Stores.freshAddress(Dialect.SQLITE);
        try (Database database = Database.open(address)) {
            two(database, 0);
        }
        byte[] bytes = Files.readAllBytes(address.file());
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
        Files.write(address.file(), bytes);

        assertThatThrownBy(() -> Backup.copy(address, folder.resolve("copy"))).isInstanceOf(StoreFailure.class);

        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void postgresql_is_backed_up_by_its_own_tools() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ada@localhost:5432/reprise");

        assertThatThrownBy(() -> Backup.copy(address, folder.resolve("copy")))
                .hasMessageContaining("pg_dump")
                .hasMessageContaining("reprise export");
    }
}
