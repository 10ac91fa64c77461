package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PatternTestTest {
    private static final int PATTERNS = 3_000;
    private static final int TEXTS = 20;
    private static final String[] PARTS = {
        "a",
        "b",
        "é",
        "日",
        "\ud835\udd38",
        "\\.",
        ".",
        "[a-c]",
        "[^ab]",
        "\\d",
        "(a|bc)",
        "(?:b.)",
        "a*",
        "b+",
        "c?",
        ".*",
        "1{2}"
    };
    private static final String[] SIGNS = {"a", "b", "c", "é", "日", "\ud835\udd38", ".", "1", " "};

    private static String some(Random random, String[] of, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(of[random.nextInt(of.length)]);
        }
        return text.toString();
    }

    /** Where both know what is written, Java's own patterns are the slow and obvious reference. */
    @Test
    void a_pattern_is_found_where_javas_own_finds_it() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < PATTERNS; i++) {
            String told = (random.nextInt(3) == 0 ? "^" : "") + some(random, PARTS, 5);
            boolean isToEnd = random.nextInt(3) == 0;
            PatternTest test = new PatternTest(isToEnd ? told + "$" : told);
            Pattern reference = Pattern.compile(isToEnd ? told + "\\z" : told);
            for (int at = 0; at < TEXTS; at++) {
                String text = some(random, SIGNS, 8);
                assertThat(test.test(text))
                        .as("seed " + seed + ": " + told + (isToEnd ? "$" : "") + " in " + text)
                        .isEqualTo(reference.matcher(text).find());
            }
        }
    }

    @Test
    @Timeout(30)
    void a_pattern_that_would_take_for_ever_elsewhere_and_one_of_very_many_states_come_to_an_end() {
        assertThat(new PatternTest("(a+)+(a+)+$").test("a".repeat(4_000) + "b")).isFalse();
        assertThat(new PatternTest("a.{14}b.{14}c").test("ab".repeat(2_000))).isFalse();
    }
}
