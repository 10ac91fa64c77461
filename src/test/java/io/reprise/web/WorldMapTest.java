package io.reprise.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WorldMapTest {
    private static final String ANTARCTICA = "010";

    private static String text(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(WorldMapTest.class.getResourceAsStream("/static/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The letters of each country by its digits, as the script has them. */
    private static Map<String, String> codes() throws IOException {
        Map<String, String> codes = new HashMap<>();
        Matcher quoted =
                Pattern.compile("\"((?:[A-Z]{2}\\d{3}|[A-Z]{1,2}|\\d{1,3})+)\"").matcher(text("world.js"));
        StringBuilder all = new StringBuilder();
        while (quoted.find()) {
            all.append(quoted.group(1).length() > 10 ? quoted.group(1) : "");
        }
        Matcher code = Pattern.compile("([A-Z]{2})(\\d{3})").matcher(all);
        while (code.find()) {
            assertThat(codes.put(code.group(2), code.group(1))).as(code.group()).isNull();
        }
        return codes;
    }

    @Test
    void every_country_of_the_map_has_its_two_letters_and_no_other_is_named() throws Exception {
        JsonNode map = Json.mapper().readTree(text("vendor/world-atlas/countries-110m.json"));
        Set<String> drawn = new HashSet<>();
        for (JsonNode shape : map.at("/objects/countries/geometries")) {
            if (shape.has("id") && !shape.path("id").asString("").equals(ANTARCTICA)) {
                drawn.add(shape.path("id").asString(""));
            }
        }
        Map<String, String> codes = codes();
        assertThat(codes.keySet()).isEqualTo(drawn).hasSizeGreaterThan(170);
        assertThat(List.of(Locale.getISOCountries())).containsAll(codes.values());
        assertThat(codes).containsEntry("276", "DE").containsEntry("840", "US").containsEntry("392", "JP");
    }

    @Test
    void names_of_the_map_are_those_of_the_codes() throws Exception {
        JsonNode map = Json.mapper().readTree(text("vendor/world-atlas/countries-110m.json"));
        Map<String, String> codes = codes();
        int same = 0;
        for (JsonNode shape : map.at("/objects/countries/geometries")) {
            String code = codes.getOrDefault(shape.path("id").asString(""), "");
            String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            same += name.equals(shape.at("/properties/name").asString("")) ? 1 : 0;
        }
        assertThat(same)
                .as("the others are written otherwise there, as \"Bosnia and Herz.\"")
                .isGreaterThan(140);
    }
}
