package io.reprise.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples in the documentation of the room are true. */
class ExamplesTest {
    private static final Path SPECIFICATION = Path.of("src/main/java/io/reprise/resolve/package-info.java");
    private static final int EXAMPLES_MIN = 15;

    @Test
    void every_worked_example_gives_the_verdict_and_the_rule_that_stand_there() throws IOException {
        List<String> wrong = new ArrayList<>();
        int examples = 0;
        for (List<String> example : examples(Files.readString(SPECIFICATION))) {
            Question question = Cases.question(example.getFirst());
            List<Finding> findings = example.subList(1, example.size() - 1).stream()
                    .map(line -> Cases.finding(question.kind(), line))
                    .toList();
            Judgement judgement = new Judge().judge(question, findings);
            String found = "= " + judgement.verdict() + " " + judgement.rule().word();
            if (!found.equals(example.getLast())) {
                wrong.add(example + " but judged " + found);
            }
            examples++;
        }
        assertThat(wrong).isEmpty();
        assertThat(examples).as("examples found").isGreaterThanOrEqualTo(EXAMPLES_MIN);
    }

    private static List<List<String>> examples(String documentation) {
        List<List<String>> examples = new ArrayList<>();
        List<String> example = new ArrayList<>();
        for (String line : documentation.lines().toList()) {
            String text = line.startsWith(" * ") ? line.substring(3) : "";
            if (text.startsWith("?") || !example.isEmpty()) {
                example.add(text);
            }
            if (text.startsWith("= ") && !example.isEmpty()) {
                examples.add(List.copyOf(example));
                example.clear();
            }
        }
        return examples;
    }
}
