package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.reprise.history.Titles.Place;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {
    private static final int ROUNDS = 100_000;
    private static final String PATTERN_LETTERS = "abbccöa.*+?^$[]{}|()\\-1,:^s";
    private static final String TEXT_LETTERS = "abcöA[]|(1}^$ ";

    @Test
    void whatever_fits_a_pattern_has_one_of_its_needles() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String pattern = word(random, PATTERN_LETTERS, 8);
            String text = word(random, TEXT_LETTERS, 6);
            if (fits(pattern, text)) {
                List<Needle> needles = Needle.of(pattern);
                told += needles.stream().allMatch(needle -> needle.text().isEmpty()) ? 0 : 1;
                assertThat(needles)
                        .as("seed " + seed + ": " + pattern + " in " + text)
                        .anyMatch(needle -> holds(text, needle));
            }
        }
        assertThat(told).as("needles that have no letters show nothing").isGreaterThan(ROUNDS / 100);
    }

    @Test
    void a_needle_is_the_longest_run_of_letters_and_where_it_stands() {
        assertThat(Needle.of("^[A-M].*s$")).containsExactly(new Needle(Place.END, "s"));
        assertThat(Needle.of("^the [a-z]+")).containsExactly(new Needle(Place.START, "the "));
        assertThat(Needle.of("(live|remix$)"))
                .containsExactly(new Needle(Place.ANYWHERE, "live"), new Needle(Place.END, "remix"));
        assertThat(Needle.of("lo+ve?rs*")).containsExactly(new Needle(Place.ANYWHERE, "lo"));
        assertThat(Needle.of("(?i)love")).containsExactly(new Needle(Place.ANYWHERE, ""));
    }

    private static boolean fits(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean holds(String text, Needle needle) {
        return switch (needle.place()) {
            case WHOLE -> text.equals(needle.text());
            case START -> text.startsWith(needle.text());
            case END -> text.endsWith(needle.text());
            case ANYWHERE -> text.contains(needle.text());
        };
    }

    private static String word(Random random, String letters, int most) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
