package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OpinionRoutesTest {
    private static final String SOS = "/api/items/1/opinion";

    private final ApiServer server = new ApiServer();

    @BeforeEach
    void tell_of_a_song() {
        server.tell(ApiServer.song("Abba", "SOS", "10:00:00"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void all_is_said_in_one_request_and_shown_on_the_scale_that_is_chosen() {
        ApiServer.Answer said = server.post(
                SOS, "{\"rating\":\"4.5/5\",\"love\":\"love\",\"tag\":\"calm\",\"note\":\"In the train.\"}");
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().path("rating").path("value").intValue()).isEqualTo(90);
        assertThat(said.json().path("rating").path("shown").stringValue()).isEqualTo("4.5/5");
        assertThat(said.json().path("love").stringValue()).isEqualTo("loved");
        assertThat(server.put("/api/ratings/scale", "{\"scale\":\"10\"}").status())
                .isEqualTo(200);
        JsonNode now = server.get(SOS).json();
        assertThat(now.path("rating").path("shown").stringValue()).isEqualTo("9/10");
        assertThat(now.path("history")).hasSize(4);
        server.post(SOS, "{\"rating\":3}");
        assertThat(server.get(SOS).json().path("rating").path("value").intValue())
                .as("a number alone lies on the scale that the user chose")
                .isEqualTo(30);
        server.post(SOS, "{\"untag\":\"CALM\",\"love\":\"none\"}");
        now = server.get(SOS).json();
        assertThat(now.path("tags")).isEmpty();
        assertThat(now.path("love").stringValue()).isEqualTo("none");
        assertThat(server.get("/api/ratings").json())
                .as("nothing is ever deleted")
                .hasSize(7);
        assertThat(server.get("/api/tags").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | one or more of rating, love, tag, untag, note",
                "{\"rating\":\"splendid\"} | 4.5/5",
                "{\"rating\":7,\"scale\":5} | lies on its scale",
                "{\"rating\":7,\"scale\":\"tens\"} | half-stars",
                "{\"love\":\"yes\"} | love, hate or none",
                "{\"tag\":\"fine\",\"rating\":\"6/5\"} | lies on its scale"
            })
    void what_cannot_be_meant_is_refused_and_nothing_of_it_is_kept(String body, String expected) {
        ApiServer.Answer refused = server.post(SOS, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(expected);
        assertThat(server.get("/api/ratings").json()).isEmpty();
        assertThat(server.post("/api/items/9/opinion", "{\"love\":\"love\"}").status())
                .isEqualTo(404);
    }
}
