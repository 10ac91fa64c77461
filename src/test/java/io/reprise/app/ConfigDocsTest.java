package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ConfigDocsTest {
    private static final Path PAGE = Path.of("docs", "config.md");

    @Test
    void the_page_says_of_each_setting_what_the_code_does() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `--"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Setting.values()).map(ConfigDocsTest::row).toList());
    }

    private static String row(Setting setting) {
        boolean outsideOfFile = setting == Setting.DATA || setting == Setting.CONFIG;
        return "| `" + setting.flag() + " " + setting.placeholder() + "` | `" + setting.variable() + "` | "
                + (outsideOfFile ? "" : "`" + setting.key() + "` ") + "| " + setting.otherwise() + " | "
                + setting.sentence() + " |";
    }
}
