package io.reprise.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

final class CursorTest {
    @Property(tries = 200)
    void what_goes_out_comes_back(@ForAll @Size(min = 1, max = Cursor.NUMBERS_MAX) List<Long> numbers) {
        Cursor cursor = new Cursor("plays", numbers);

        assertThat(Cursor.read("plays", numbers.size(), cursor.text())).isEqualTo(cursor);
    }

    @Example
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

    @Example
    void one_of_another_list_is_refused() {
        String text = Cursor.of("plays", 12L).text();

        assertThatThrownBy(() -> Cursor.read("charts", 1, text)).isInstanceOf(ProblemException.class);
    }
}
