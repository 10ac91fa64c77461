package io.reprise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MigrationsTest {
    private static final long START_SECONDS_MAX = 60;

    /** Opens the store of its argument and nothing else, for a process whose classes are counted. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            Database.open(DatabaseAddress.parse(arguments[0])).close();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_newest_version_known_is_that_of_the_newest_script(Dialect dialect) throws IOException {
        assertThat(versions(dialect)).isSorted().last().isEqualTo(Migrations.NEWEST);
        assertThat(versions(dialect)).allMatch(version -> version.matches("\\d{3}"));
    }

    @Test
    void both_dialects_have_the_same_scripts() throws IOException {
        assertThat(names(Dialect.SQLITE)).isEqualTo(names(Dialect.POSTGRESQL));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_store_of_a_newer_program_is_refused_and_left_as_it_is(Dialect dialect) {
        DatabaseAddress address = Stores.freshAddress(dialect);
        try (Database database = Database.open(address)) {
            database.write(tx -> tx.handle().execute("update flyway_schema_history set version = '999'"));
        }

        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("newer Reprise")
                .hasMessageContaining("999")
                .hasMessageContaining(Migrations.NEWEST);
    }

    @Test
    void a_store_that_is_up_to_date_opens_without_loading_flyway() throws Exception {
        DatabaseAddress.SqliteFile known = (DatabaseAddress.SqliteFile) Stores.freshAddress(Dialect.SQLITE);
        assertThat(classesLoadedToOpen(known.file()))
                .contains("io.reprise.store.Database")
                .doesNotContain("flyway");

        Path fresh = Files.createTempDirectory("reprise-fresh").resolve("new.db");
        assertThat(classesLoadedToOpen(fresh)).contains("org.flywaydb.core.Flyway");
    }

    private static String classesLoadedToOpen(Path file) throws IOException, InterruptedException {
        Path told = Files.createTempFile("classes", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + told,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        "sqlite:" + file)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(START_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        try (Stream<String> lines = Files.lines(told)) {
            return String.join(
                    "\n",
                    lines.filter(line -> line.contains(" source: "))
                            .map(MigrationsTest::name)
                            .toList());
        } finally {
            Files.delete(told);
        }
    }

    /** The name in a line as {@code [0.1s][info][class,load] a.b.C source: ...}. */
    private static String name(String line) {
        String before = line.substring(0, line.indexOf(" source: "));
        return before.substring(before.lastIndexOf(' ') + 1);
    }

    private static List<String> versions(Dialect dialect) throws IOException {
        return names(dialect).stream()
                .map(name -> name.substring(1, name.indexOf("__")))
                .toList();
    }

    private static List<String> names(Dialect dialect) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db", dialect.word()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
