package io.reprise.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.account.Callers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ConnectionsPageTest {
    private static final String KEY = "Zanzibarquokka0123456789";

    private final SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
    private final House house = new House(clock);
    private final String cookie = Callers.COOKIE + "=" + house.accounts.startSession(house.ada.id());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        house.close();
    }

    private HttpResponse<String> send(String path, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.address() + path))
                .header("Accept", "text/html")
                .header("Cookie", cookie);
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString(form));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Document page() {
        HttpResponse<String> answer = send("/imports", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(KEY);
        return Jsoup.parse(answer.body());
    }

    @Test
    void a_connection_is_made_turned_off_and_on_and_deleted() {
        assertThat(page().select("[data-connection]")).isEmpty();
        HttpResponse<String> made =
                send("/imports/connections", "source=lastfm&username=%3Cb%3EAda&api_key=" + KEY + "&token=&base_url=");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(page().select("[data-connection=1]").text())
                .contains("Last.fm: <b>Ada")
                .contains("Nothing fetched yet")
                .contains("on · Next");

        assertThat(page().select("[data-connection=1] form[action$=/again]")).hasSize(1);
        send("/imports/connections/1/turn", "to=off");
        assertThat(page().select("[data-connection=1]").text())
                .contains("off · Off")
                .contains("Turn on");
        send("/imports/connections/1/turn", "to=on");
        assertThat(page().select("[data-connection=1]").text()).contains("Turn off");
        send("/imports/connections/1/delete", "x=y");
        assertThat(page().select("[data-connection]")).isEmpty();
        assertThat(send("/imports/connections/1/delete", "x=y").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_with_the_form_is_said_beside_it() {
        HttpResponse<String> answer = send("/imports/connections", "source=lastfm&username=Ada&api_key=");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("#connect [role=alert]").text())
                .contains("api_key");
    }
}
