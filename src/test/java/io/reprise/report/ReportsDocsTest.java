package io.reprise.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** docs/reports.md names each report with what it tells, in the order in which they are shown, and nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReportsDocsTest {
    private static final Path PAGE = Path.of("docs", "reports.md");

    @Test
    void the_table_of_the_page_is_the_list_of_reports() throws IOException {
        List<String> told = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> reports = Reports.ALL.stream()
                .map(Report::about)
                .map(about -> "| `" + about.word() + "` | " + about.tells() + " |")
                .toList();
        assertThat(told).isEqualTo(reports);
    }
}
