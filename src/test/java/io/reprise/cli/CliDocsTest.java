package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.Setting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/cli.md names each command and each option, and nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CliDocsTest {
    private static final Path PAGE = Path.of("docs", "cli.md");
    private static final Pattern OPTION = Pattern.compile("^\\| `(--[a-z-]+)` \\|");
    private static final String EVERYWHERE = "Which history";
    private static final String SLICES = "Which part of it";
    private static final Set<String> OF_ALL = Set.of("--help", "--version");

    private final Terminal terminal = new Typist(Path.of("none"))
            .terminal(
                    new ByteArrayInputStream(new byte[0]),
                    new ByteArrayOutputStream(),
                    new ByteArrayOutputStream(),
                    new Stop());
    private final Map<String, CommandLine> commands = Commands.line(terminal).getSubcommands();

    private static Map<String, List<String>> sections() throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String title = "";
        for (String line : Files.readAllLines(PAGE)) {
            title = line.startsWith("## ") ? line.substring(3) : title;
            sections.computeIfAbsent(title, none -> new ArrayList<>()).add(line);
        }
        return sections;
    }

    private static Set<String> options(List<String> lines) {
        return lines.stream()
                .flatMap(line -> OPTION.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> options(CommandLine command) {
        Stream<String> own =
                command.getCommandSpec().options().stream().flatMap(option -> Arrays.stream(option.names()));
        Stream<String> below = command.getSubcommands().values().stream().flatMap(each -> options(each).stream());
        Set<String> settings =
                Arrays.stream(Setting.values()).map(Setting::flag).collect(Collectors.toSet());
        return Stream.concat(own, below)
                .filter(name -> name.startsWith("--") && !settings.contains(name) && !OF_ALL.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void each_command_has_a_section_in_the_order_of_the_help_and_no_other_has_one() throws IOException {
        List<String> named = sections().keySet().stream()
                .filter(title -> title.matches("[a-z]+"))
                .toList();

        assertThat(named).containsExactlyElementsOf(commands.keySet());
    }

    @Test
    void each_option_is_named_where_it_is_taken_and_no_other_is() throws IOException {
        Map<String, List<String>> sections = sections();
        Set<String> everywhere = options(sections.getOrDefault(EVERYWHERE, List.of()));
        Set<String> slices = options(sections.getOrDefault(SLICES, List.of()));
        commands.forEach((name, command) -> {
            Set<String> taken = options(command);
            boolean isSliced = taken.containsAll(slices);
            taken.removeAll(everywhere);
            if (isSliced) {
                taken.removeAll(slices);
            }
            assertThat(options(sections.getOrDefault(name, List.of()))).as(name).isEqualTo(taken);
        });
        List<String> sliced = commands.entrySet().stream()
                .filter(command -> options(command.getValue()).containsAll(slices))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(slices).isNotEmpty();
        assertThat(sliced).containsExactly("history", "stats", "top", "report");
    }

    @Test
    void each_command_has_an_example_that_is_typed_as_it_stands() throws IOException {
        Map<String, List<String>> sections = sections();
        commands.keySet()
                .forEach(name -> assertThat(sections.getOrDefault(name, List.of()))
                        .as(name)
                        .anyMatch(line -> line.contains("./reprise " + name)));
    }

    @Test
    void each_command_is_made_by_the_name_it_has() {
        assertThat(commands.keySet()).containsExactlyElementsOf(Commands.NAMES);
    }

    @Test
    void each_command_says_in_one_line_what_it_is_for() {
        commands.forEach((name, command) -> assertThat(
                        command.getCommandSpec().usageMessage().description())
                .as(name)
                .hasSize(1)
                .allMatch(line -> line.length() <= 100 && line.endsWith(".")));
    }
}
