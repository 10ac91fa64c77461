package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that is served, held to the reader. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JsonNode schema = schema();

    private static JsonNode schema() {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/playlist.schema.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void it_knows_every_operator_and_every_field_and_no_other() {
        List<String> operators = new ArrayList<>(Operator.words());
        operators.addAll(List.of("all", "any", "not", "count", "inPlaylist", "notInPlaylist"));
        assertThat(schema.at("/$defs/rule/properties").propertyNames()).containsExactlyInAnyOrderElementsOf(operators);
        assertThat(schema.at("/$defs/field/anyOf/0/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(Field.words());
    }

    @Test
    void what_the_reader_writes_fits_it() {
        long seed = System.nanoTime();
        for (int round = 0; round < 500; round++) {
            String json = new RandomLists(seed + round).definition().json();
            assertThat(SchemaFit.misfits(schema, JSON.readTree(json)))
                    .as("seed " + (seed + round) + json)
                    .isEmpty();
        }
    }

    @Test
    void what_the_reader_refuses_for_its_shape_does_not_fit_it() {
        for (String json : List.of(
                "{}",
                "[]",
                "{\"all\":[],\"any\":[]}",
                "{\"all\":[{\"iss\":{\"title\":\"x\"}}]}",
                "{\"all\":[{\"is\":{\"titel\":\"x\"}}]}",
                "{\"all\":[{\"is\":{\"title\":\"x\",\"album\":\"y\"}}]}",
                "{\"all\":[{\"inTheRange\":{\"year\":[1]}}]}",
                "{\"all\":[{\"inTheLast\":{\"lastplayed\":\"soon\"}}]}",
                "{\"all\":[{\"count\":{\"withn\":1}}]}",
                "{\"all\":[],\"perGroup\":{\"field\":\"title\",\"max\":1}}",
                "{\"all\":[],\"order\":\"up\"}")) {
            assertThat(SchemaFit.misfits(schema, JSON.readTree(json))).as(json).isNotEmpty();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Definition.read(json)))
                    .as(json)
                    .isInstanceOf(Fault.class);
        }
    }
}
