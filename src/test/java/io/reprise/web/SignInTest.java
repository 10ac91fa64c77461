package io.reprise.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SignInTest {
    private static final int GUESSES = 10;

    @Test
    void who_guesses_too_often_is_told_how_long_to_wait_on_the_same_page() throws Exception {
        try (House house = new House(SettableClock.at("2026-06-01T12:00:00Z"));
                HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < GUESSES; i++) {
                assertThat(signIn(client, house, "guess" + i).statusCode()).isEqualTo(401);
            }
            HttpResponse<String> refused = signIn(client, house, House.PASSWORD.replace(" ", "+"));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("300");
            assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(refused.body()).contains("Wait 300 seconds").contains("value=\"Ada\"");
        }
    }

    private static HttpResponse<String> signIn(HttpClient client, House house, String password)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(house.address() + "/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + House.NAME + "&password=" + password))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
