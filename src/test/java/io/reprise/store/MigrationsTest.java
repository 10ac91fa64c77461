package io.reprise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MigrationsTest {
    private static List<String> scripts(String dialect) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db", dialect))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_cheap_look_knows_the_newest_script_and_both_stores_have_the_same() throws IOException {
        List<String> scripts = scripts("sqlite");

        assertThat(scripts.getLast()).startsWith("V" + Migrations.NEWEST + "__");
        assertThat(scripts("postgresql")).isEqualTo(scripts);
    }
}
