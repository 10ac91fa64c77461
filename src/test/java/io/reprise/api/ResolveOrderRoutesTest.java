package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking authorities regularly is ordered, looked at and ended over the API. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ResolveOrderRoutesTest {
    private static final String PATH = "/api/resolve/order";
    private static final String NOTHING = "{\"every_days\":null,\"next_at\":null}";

    private final ApiServer server = new ApiServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_answer_is_what_holds_then_and_each_user_has_an_order_of_their_own() {
        assertThat(server.get(PATH).body()).isEqualTo(NOTHING);
        String weekly = "{\"every_days\":7,\"next_at\":\"2026-06-01T12:00:00Z\"}";
        assertThat(server.put(PATH, "{\"every_days\":7}").body()).isEqualTo(weekly);
        assertThat(server.get(PATH).body()).isEqualTo(weekly);
        assertThat(server.send(server.request(PATH, server.benToken).GET()).body())
                .isEqualTo(NOTHING);
        assertThat(server.delete(PATH).body()).isEqualTo(NOTHING);
        assertThat(server.delete(PATH).status()).as("ending what is not there").isEqualTo(200);
        assertThat(server.get(PATH).body()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"every_days\":null}",
                "{\"every_days\":0}",
                "{\"every_days\":366}",
                "{\"every_days\":1.5}",
                "{\"every_days\":\"week\"}"
            })
    void what_is_no_number_of_days_is_refused_with_what_would_be(String body) {
        ApiServer.Answer refused = server.put(PATH, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("expected").asString()).isEqualTo("a whole number from 1 to 365");
        assertThat(refused.json().path("where").asString()).isEqualTo("every_days");
        assertThat(server.get(PATH).body()).isEqualTo(NOTHING);
    }
}
