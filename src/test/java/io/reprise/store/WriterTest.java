package io.reprise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WriterTest {
    private static int add(Tx tx, int user) {
        return tx.handle().execute("insert into head (user_id) values (?)", user);
    }

    private static long rows(Database database) {
        return database.read(tx -> tx.handle()
                .createQuery("select count(*) from head")
                .mapTo(Long.class)
                .one());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_step_that_throws_harms_no_other_of_its_group(Dialect dialect) throws Exception {
        try (Database database = Stores.fresh(dialect);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch group = new CountDownLatch(1);
            Future<?> holding = clients.submit(() -> database.write(tx -> {
                awaitQuietly(group);
                return 0;
            }));
            List<Future<Integer>> steps = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                int user = i;
                steps.add(clients.submit(() -> database.write(tx -> {
                    int added = add(tx, user);
                    if (user % 10 == 0) {
                        throw new IllegalArgumentException("refused " + user);
                    }
                    return added;
                })));
            }
            group.countDown();
            holding.get();
            int failed = 0;
            for (Future<Integer> step : steps) {
                try {
                    assertThat(step.get()).isEqualTo(1);
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused).hasRootCauseMessage("refused " + (failed + 1) * 10);
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(4);
            assertThat(rows(database)).isEqualTo(36);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_was_written_is_there_when_the_store_opens_again(Dialect dialect) {
        DatabaseAddress address = Stores.freshAddress(dialect);
        try (Database database = Database.open(address)) {
            database.write(tx -> add(tx, 7));
        }
        try (Database database = Database.open(address)) {
            assertThat(rows(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_write_inside_a_write_is_refused_instead_of_hanging(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            assertThatThrownBy(() -> database.write(tx -> database.write(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_reader_cannot_write(Dialect dialect) {
        try (Database database = Stores.fresh(dialect)) {
            database.read(tx -> add(tx, 9));

            assertThat(rows(database)).isZero();
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("read-only");
        }
    }
}
