package io.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The decisions that the code names are there, and the list of them is whole. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AdrTest {
    private static final Path FOLDER = Path.of("docs/adr");
    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern NAMED = Pattern.compile("\\bADR[ -]?(\\d{4})\\b|adr/(\\d{4})-");
    private static final Pattern LISTED =
            Pattern.compile("(?m)^\\| \\[(\\d{4})]\\((\\d{4}-[a-z0-9-]+\\.md)\\) \\| (.+?) \\|");

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> FILE.matcher(name).matches())
                    .forEach(names::add);
            return names;
        }
    }

    private static Set<String> numbers() throws IOException {
        Set<String> numbers = new TreeSet<>();
        files().forEach(name -> assertThat(numbers.add(name.substring(0, 4)))
                .as("two decisions have the number of " + name)
                .isTrue());
        return numbers;
    }

    @Test
    void every_decision_that_is_named_exists() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path file : texts()) {
            Matcher matcher = NAMED.matcher(Files.readString(file));
            while (matcher.find()) {
                named.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }
        assertThat(named).contains("0003", "0004", "0012");
        assertThat(numbers()).containsAll(named);
    }

    @Test
    void every_decision_is_in_the_list_under_its_title() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher line = LISTED.matcher(Files.readString(FOLDER.resolve("README.md")));
        while (line.find()) {
            listed.add(line.group(2));
            assertThat(line.group(2)).startsWith(line.group(1));
            String first = Files.readAllLines(FOLDER.resolve(line.group(2))).getFirst();
            assertThat(first).isEqualTo("# " + line.group(1) + " " + line.group(3));
        }
        assertThat(listed).isEqualTo(files());
    }

    private static Set<Path> texts() throws IOException {
        Set<Path> texts = new TreeSet<>();
        for (Path root : new Path[] {Path.of("src"), Path.of("docs"), Path.of("bench")}) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().matches(".*\\.(java|md|sql|xml|yaml|sh)"))
                        .forEach(texts::add);
            }
        }
        for (String name : new String[] {"pom.xml", "reprise", "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"}) {
            texts.add(Path.of(name));
        }
        return texts;
    }
}
