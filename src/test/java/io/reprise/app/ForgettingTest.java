package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ForgettingTest {
    private static final UserId ANN = new UserId(2);
    private static final UserId BEN = new UserId(1);

    @TempDir
    Path folder = Path.of("");

    private App open(DatabaseAddress address) {
        Config.WebConfig web = new Config.WebConfig("127.0.0.1", 0, 1 << 20);
        return App.open(
                new Config(
                        folder,
                        web,
                        address,
                        LogLevel.WARN,
                        java.util.Optional.empty(),
                        MessageConfig.NONE,
                        AuthorityConfig.NONE,
                        0),
                InstantSource.system());
    }

    /** The columns of every table that has a user, by table; a table that is new is in it without a word said here. */
    private static Map<String, Map<String, String>> tables(Database database) {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        database.read(tx -> {
            try (ResultSet column = tx.connection().getMetaData().getColumns(null, null, "%", "%")) {
                while (column.next()) {
                    if (!"pg_catalog".equals(column.getString("TABLE_SCHEM"))
                            && !"information_schema".equals(column.getString("TABLE_SCHEM"))) {
                        tables.computeIfAbsent(column.getString("TABLE_NAME"), none -> new LinkedHashMap<>())
                                .put(column.getString("COLUMN_NAME"), column.getString("TYPE_NAME"));
                    }
                }
            }
            try (ResultSet view = tx.connection().getMetaData().getTables(null, null, "%", new String[] {"VIEW"})) {
                while (view.next()) {
                    tables.remove(view.getString("TABLE_NAME"));
                }
            }
            return tables;
        });
        tables.values().removeIf(columns -> !columns.containsKey("user_id"));
        assertThat(tables).containsKeys("scrobble", "decision", "play", "job", "rating_event", "session");
        return tables;
    }

    private static void fill(Database database, UserId user) {
        tables(database).forEach((table, columns) -> {
            String names =
                    columns.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
            String marks = "?" + ", ?".repeat(columns.size() - 1);
            Object[] values = columns.entrySet().stream()
                    .map(column -> value(column.getKey(), column.getValue().toLowerCase(java.util.Locale.ROOT), user))
                    .toArray();
            database.write(tx ->
                    tx.handle().execute("insert into " + table + " (" + names + ") values (" + marks + ")", values));
        });
    }

    private static Object value(String column, String type, UserId user) {
        if (type.contains("int")) {
            return user.value();
        }
        if (type.contains("text")) {
            return column.equals("state") ? "done" : "of-" + user.value();
        }
        return type.contains("blob") || type.contains("bytea") ? new byte[] {(byte) user.value()} : (Object) 1.0;
    }

    private static Map<String, Integer> rows(Database database, UserId user) {
        Map<String, Integer> rows = new TreeMap<>();
        for (String table : tables(database).keySet()) {
            rows.put(
                    table,
                    database.read(tx -> tx.handle()
                            .select("select count(*) from " + table + " where user_id = ?", user.value())
                            .mapTo(Integer.class)
                            .one()));
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void of_a_user_who_is_forgotten_no_row_is_left_in_any_table(Dialect dialect) throws Exception {
        try (App app = open(Stores.freshAddress(dialect))) {
            fill(app.database(), ANN);
            fill(app.database(), BEN);
            assertThat(rows(app.database(), ANN).values()).containsOnly(1);

            app.library().forgetting().forget(ANN);

            assertThat(rows(app.database(), ANN).values()).containsOnly(0);
            assertThat(rows(app.database(), BEN).values()).containsOnly(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nobody_else_gets_the_number_of_a_user_who_is_forgotten(Dialect dialect) throws Exception {
        try (App app = open(Stores.freshAddress(dialect))) {
            app.accounts().create("ann", "correct horse battery", ZoneOffset.UTC);
            User ben = app.accounts().create("ben", "correct horse battery", ZoneOffset.UTC);
            String token = app.accounts().createToken(ben.id(), "phone");
            assertThat(app.accounts().byToken(token)).contains(ben);

            app.library().forgetting().forget(ben.id());

            assertThat(app.accounts().byToken(token)).isEmpty();
            User next = app.accounts().create("ben", "correct horse battery", ZoneOffset.UTC);
            assertThat(next.id().value()).isEqualTo(ben.id().value() + 1);
        }
    }
}
