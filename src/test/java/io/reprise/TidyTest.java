package io.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sources are as tidy as CONTRIBUTING.md promises. TidyGuardsTest shows that each rule can fail. */
class TidyTest {
    private static final int MEDIAN_LINES_MAX = 80;
    private static final long TEXT_BYTES_MAX = 1_000_000;
    private static final List<String> NOT_OURS = List.of("target/", ".git/", "src/main/resources/static/vendor/");

    /** May only get shorter: an entry whose fault is gone fails, too. */
    private static final List<Fault.Exception> EXCEPTIONS = List.of();

    private static final List<Source> MAIN = Source.under(Source.MAIN);
    private static final List<Source> ALL =
            Stream.concat(MAIN.stream(), Source.under(Source.TESTS).stream()).toList();
    private static final List<Fault> FAULTS = new ArrayList<>();

    @BeforeAll
    static void look() throws IOException {
        FAULTS.addAll(faults());
    }

    @Test
    void every_rule_holds_in_every_file() {
        assertThat(Fault.without(FAULTS, EXCEPTIONS)).isEmpty();
    }

    @Test
    void every_exception_is_still_needed() {
        assertThat(Fault.unneeded(FAULTS, EXCEPTIONS)).isEmpty();
    }

    @Test
    void most_files_are_short() {
        List<Long> lines = MAIN.stream().map(Tidy::lines).sorted().toList();
        long median = lines.get(lines.size() / 2);
        System.out.printf("%d files, median %d lines, longest %d%n", lines.size(), median, lines.getLast());
        assertThat(median).isLessThanOrEqualTo(MEDIAN_LINES_MAX);
    }

    @Test
    void the_changelog_has_a_place_for_what_is_not_released() throws IOException {
        assertThat(Files.readString(Path.of("CHANGELOG.md"))).containsPattern("(?m)^## Unreleased$");
    }

    private static List<Fault> faults() throws IOException {
        Parsed main = Parsed.of(MAIN);
        List<Fault> faults = new ArrayList<>();
        faults.addAll(Tidy.longFiles(ALL));
        faults.addAll(Tidy.longMethods(Parsed.of(ALL)));
        faults.addAll(Tidy.longLines(ALL));
        faults.addAll(Tidy.unfiledWork(ALL));
        faults.addAll(Tidy.consoleOutside("cli", MAIN));
        faults.addAll(Tidy.unmarkedPackages(MAIN));
        faults.addAll(Tidy.silentTypes(main));
        for (Path file : texts()) {
            faults.addAll(
                    Tidy.referencesElsewhere(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
        return faults;
    }

    /** The files that git keeps; in an unpacked archive, all that are there. */
    private static List<Path> texts() throws IOException {
        Stream<Path> files = Files.exists(Path.of(".git")) ? kept() : walked();
        try (files) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> NOT_OURS.stream().noneMatch(file.toString()::startsWith))
                    .filter(file -> file.toFile().length() < TEXT_BYTES_MAX)
                    .toList();
        }
    }

    private static Stream<Path> kept() throws IOException {
        Process git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard").start();
        String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return files.isEmpty() ? walked() : files.lines().map(Path::of);
    }

    private static Stream<Path> walked() throws IOException {
        return Files.walk(Path.of("")).map(Path::normalize);
    }
}
