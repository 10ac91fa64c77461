package io.reprise.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.account.Callers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.Guide;
import io.reprise.resolve.KnownSongs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the page Review a person says how often authorities on the network are asked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ResolveOrderFormTest {
    private final SettableClock clock = SettableClock.at("2026-11-21T23:30:00Z");

    /** Somebody who is signed in. */
    private record Visitor(House house, HttpClient client, String cookie) implements AutoCloseable {
        HttpResponse<String> keeps(String form) {
            return send(request("/review/order")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString(form)));
        }

        Document review() {
            HttpResponse<String> answer = send(request("/review"));
            assertThat(answer.statusCode()).isEqualTo(200);
            return Jsoup.parse(answer.body());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(house.address() + path))
                    .header("Accept", "text/html")
                    .header("Cookie", cookie);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            client.close();
            house.close();
        }
    }

    private Visitor visitor(Authority... authorities) {
        House house = new House(clock, List.of(authorities));
        String cookie = Callers.COOKIE + "=" + house.accounts.startSession(house.ada.id());
        return new Visitor(house, HttpClient.newHttpClient(), cookie);
    }

    private static String chosen(Document page) {
        return page.select("select[name=every_days] option[selected]").text();
    }

    @Test
    void it_is_never_until_somebody_says_otherwise() {
        try (Visitor ada = visitor(new Guide())) {
            assertThat(chosen(ada.review())).isEqualTo("never");
            assertThat(ada.review().select("main").text()).doesNotContain("Next on", "No authority");

            assertThat(ada.keeps("every_days=7").statusCode()).isEqualTo(303);
            assertThat(chosen(ada.review())).isEqualTo("every week");
            assertThat(ada.review().select("main").text()).contains("Next within the hour.");

            ada.keeps("every_days=10");
            assertThat(ada.review().select("select[name=every_days] option").eachText())
                    .containsExactly("never", "every day", "every week", "every 10 days", "every month");
            assertThat(chosen(ada.review())).isEqualTo("every 10 days");

            ada.keeps("every_days=0");
            assertThat(chosen(ada.review())).isEqualTo("never");
        }
    }

    @Test
    void the_next_time_is_told_by_the_day_on_the_users_own_calendar() {
        try (Visitor ada = visitor(new Guide())) {
            ada.keeps("every_days=7");
            clock.set(Instant.parse("2026-11-14T23:30:00Z"));
            assertThat(ada.review().select("main").text()).contains("Next on 22 November 2026.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"every_days=366", "every_days=-1", "every_days=often", "every_days=", "other=1"})
    void what_is_no_number_of_days_is_refused(String form) {
        try (Visitor ada = visitor(new Guide())) {
            HttpResponse<String> refused = ada.keeps(form);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("days from 0 (never) to 365");
            assertThat(chosen(ada.review())).isEqualTo("never");
        }
    }

    @Test
    void where_no_authority_on_the_network_is_on_the_page_says_so_instead() {
        try (Visitor ada = visitor(new KnownSongs())) {
            assertThat(ada.review().select("select[name=every_days], input[name=network]"))
                    .isEmpty();
            assertThat(ada.review().select("main").text()).contains("No authority on the network is switched on");
            HttpResponse<String> refused = ada.keeps("every_days=7");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("switch one on");
        }
    }
}
