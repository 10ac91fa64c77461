package io.reprise.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.SettableClock;
import io.reprise.http.Door;
import io.reprise.http.Json;
import io.reprise.http.WebServer;
import io.reprise.http.WebSettings;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How often a password may be guessed, on a clock that is set. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class GuessesTest {
    private static final String PASSWORD = "correct horse";
    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");
    private final Database database = Stores.fresh(Dialect.SQLITE);
    private final Accounts accounts = QuickAccounts.over(database, clock);
    private final WebServer server = new WebServer(
                    new WebSettings("127.0.0.1", 0, 1_000_000), Json.mapper(), List.of(new In(new Callers(accounts))))
            .start();
    private final HttpClient client = HttpClient.newHttpClient();

    private record In(Callers callers) implements Door {
        @Override
        public void open(JavalinDefaultRoutingApi routes) {
            routes.post(
                    "/in/{name}",
                    context -> context.status(
                            callers.login(context, context.pathParam("name"), context.body())
                                            .isPresent()
                                    ? 200
                                    : 401));
        }
    }

    GuessesTest() {
        accounts.create("ann", PASSWORD, ZoneOffset.UTC);
        accounts.create("bob", PASSWORD, ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        database.close();
    }

    private HttpResponse<String> from(String address, String name, String password) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/in/" + name))
                .header("X-Forwarded-For", "203.0.113.9, " + address)
                .POST(BodyPublishers.ofString(password))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int guess(String address, String name) {
        return from(address, name, "wrong horse").statusCode();
    }

    @Test
    void after_ten_wrong_ones_for_a_name_even_the_right_one_has_to_wait() {
        for (int i = 0; i < Guesses.OF_A_NAME_MAX; i++) {
            assertThat(guess("198.51.100." + i, i % 2 == 0 ? "ann" : "ANN")).isEqualTo(401);
        }
        clock.advance(Duration.ofSeconds(60));

        HttpResponse<String> refused = from("198.51.100.77", "ann", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("240");
        assertThat(refused.body()).contains("Wait 240 seconds");
        assertThat(from("198.51.100.77", "bob", PASSWORD).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(240));
        assertThat(from("198.51.100.77", "ann", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_that_tries_many_names_has_to_wait() {
        for (int i = 0; i < Guesses.OF_AN_ADDRESS_MAX; i++) {
            assertThat(guess("198.51.100.1", "name" + i)).isEqualTo(401);
        }
        assertThat(guess("198.51.100.1", "ann")).isEqualTo(429);
        assertThat(from("198.51.100.2", "ann", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void who_signs_in_rightly_never_waits() {
        for (int i = 0; i < 2 * Guesses.OF_AN_ADDRESS_MAX; i++) {
            assertThat(from("198.51.100.1", "ann", PASSWORD).statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < Guesses.OF_A_NAME_MAX - 1; i++) {
            guess("198.51.100.1", "ann");
        }
        assertThat(from("198.51.100.1", "ann", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(guess("198.51.100.1", "ann")).isEqualTo(401);
    }

    @Test
    void waiting_does_not_begin_anew_with_each_try() {
        for (int i = 0; i < Guesses.WINDOW_SECONDS; i += 10) {
            guess("198.51.100.1", "ann");
            clock.advance(Duration.ofSeconds(10));
        }
        assertThat(from("198.51.100.1", "ann", PASSWORD).statusCode()).isEqualTo(200);
    }
}
