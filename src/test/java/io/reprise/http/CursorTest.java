package io.reprise.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CursorTest {
    private static final int TRIES = 200;
    private static final List<Long> EDGES = List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);

    @ParameterizedTest
    @ValueSource(longs = {1, 20260602, 77})
    void what_goes_out_comes_back(long seed) {
        Random random = new Random(seed);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<Long> numbers = random.ints(1 + random.nextInt(Cursor.NUMBERS_MAX), 0, 10)
                    .mapToObj(edge -> edge < EDGES.size() ? EDGES.get(edge) : (Long) random.nextLong())
                    .toList();
            Cursor cursor = new Cursor("plays", numbers);

            assertThat(Cursor.read("plays", numbers.size(), cursor.text()))
                    .as("seed " + seed + ", attempt " + attempt)
                    .isEqualTo(cursor);
        }
    }

    @Test
    void a_changed_one_is_refused() {
        String text = Cursor.of("plays", 12L, 7L).text();
        String changed = text.substring(0, text.length() - 2) + (text.endsWith("AA") ? "BA" : "AA");

        for (String wrong : List.of(changed, text.substring(1), "", "%%%", "x".repeat(10_000))) {
            assertThatThrownBy(() -> Cursor.read("plays", 2, wrong))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(400));
        }
    }

    @Test
    void one_of_another_list_is_refused() {
        String text = Cursor.of("plays", 12L).text();

        assertThatThrownBy(() -> Cursor.read("charts", 1, text)).isInstanceOf(ProblemException.class);
    }
}
