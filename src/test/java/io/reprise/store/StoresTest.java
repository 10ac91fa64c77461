package io.reprise.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class StoresTest {
    private static final String INSERT = "insert into zone_period (user_id, since, zone) values (1, 0, 'UTC')";

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_fresh_store_is_empty_and_of_the_dialect_asked_for(Dialect dialect) {
        for (int round = 0; round < 2; round++) {
            try (Database database = Stores.fresh(dialect)) {
                assertThat(database.dialect()).isEqualTo(dialect);
                assertThat(periods(database)).isZero();
                database.write(tx -> tx.handle().execute(INSERT));
                assertThat(periods(database)).isOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_store_opened_again_holds_what_was_written(Dialect dialect) {
        DatabaseAddress address = Stores.freshAddress(dialect);
        try (Database database = Database.open(address)) {
            database.write(tx -> tx.handle().execute(INSERT));
        }
        try (Database database = Database.open(address)) {
            assertThat(periods(database)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_store_that_is_open_and_idle_lets_another_process_write(Dialect dialect) {
        DatabaseAddress address = Stores.freshAddress(dialect);
        try (Database server = Database.open(address);
                Database command = Database.open(address)) {
            server.write(tx -> tx.handle().execute(INSERT));
            command.write(tx -> tx.handle().execute("update zone_period set zone = 'Z' where user_id = 1"));
            server.write(tx -> tx.handle().execute("delete from zone_period where user_id = 1"));

            assertThat(periods(command)).isZero();
        }
    }

    private static int periods(Database database) {
        return database.read(tx -> tx.handle()
                .select("select count(*) from zone_period")
                .mapTo(Integer.class)
                .one());
    }
}
