package io.reprise.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class JsonTreeTest {
    private static JsonTree tree(String json) {
        return JsonTree.of(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_missing_null_or_of_another_type_is_not_told() {
        JsonTree tree = tree("{\"a\": null, \"n\": 7, \"f\": 1.5, \"big\": 99999999999, \"t\": \" x \","
                + " \"l\": [\"y\", 3, null, \" \"],"
                + " \"o\": {\"b\": true}}");
        assertThat(tree.at("a").isTold()).isFalse();
        assertThat(tree.at("none").at("of").at("it").isTold()).isFalse();
        assertThat(tree.text("t")).isEqualTo("x");
        assertThat(tree.raw("t")).isEqualTo(" x ");
        assertThat(tree.text("n")).isEqualTo("7");
        assertThat(tree.text("o")).isEmpty();
        assertThat(tree.text("a")).isEmpty();
        assertThat(tree.number("n")).isEqualTo(7);
        assertThat(tree.number("f")).isNull();
        assertThat(tree.number("big")).isNull();
        assertThat(tree.number("t")).isNull();
        assertThat(tree.decimal("f")).isEqualTo(1.5);
        assertThat(tree.decimal("t")).isZero();
        assertThat(tree.texts("l")).containsExactly("y", "3");
        assertThat(tree.texts("t")).isEmpty();
        assertThat(tree.each("t")).hasSize(1);
        assertThat(tree.each("l")).hasSize(4);
        assertThat(tree.each("a")).isEmpty();
        assertThat(tree.at("o").flag("b")).isTrue();
        assertThat(tree.flag("n")).isFalse();
        assertThat(tree.at("o").names()).containsExactly("b");
    }

    @Test
    void members_are_left_out_at_any_depth() {
        JsonTree tree = tree("{\"a\": 1, \"b\": [{\"a\": {\"c\": 2}, \"c\": [[{\"a\": 3, \"d\": null}]]}]}");
        assertThat(new String(tree.without(Set.of("a", "none")), StandardCharsets.UTF_8))
                .isEqualTo("{\"b\":[{\"c\":[[{\"d\":null}]]}]}");
        assertThat(tree.number("a")).isEqualTo(1);
    }

    @Test
    void what_is_no_object_and_no_array_says_so() {
        for (String bad : new String[] {"", "{", "7", "\"x\"", "null", "<html>", "{} {}", "[".repeat(1_000)}) {
            assertThatThrownBy(() -> tree(bad)).isInstanceOf(IllegalArgumentException.class);
            assertThat(JsonTree.find(bad.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
        assertThat(tree("[1]").isArray()).isTrue();
        assertThat(tree("{}").isArray()).isFalse();
    }
}
