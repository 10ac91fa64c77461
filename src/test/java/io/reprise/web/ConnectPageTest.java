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
final class ConnectPageTest {
    private final SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
    private final House house = new House(clock);
    private final String cookie = Callers.COOKIE + "=" + house.accounts.startSession(house.ada.id());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        house.close();
    }

    private HttpResponse<String> send(String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.address() + path))
                .header("Accept", "text/html")
                .header("Cookie", cookie);
        if (!body.isEmpty()) {
            request.header("Content-Type", type)
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString(body));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> form(String path, String form) {
        return send(path, "application/x-www-form-urlencoded", form);
    }

    private Document page(String path) {
        HttpResponse<String> answer = send(path, "", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private String address() {
        return page("/connect/1").select("code[id^=paste-]").eachText().getFirst();
    }

    @Test
    void an_inlet_shows_what_to_paste_how_its_last_call_went_and_what_was_not_understood() {
        assertThat(form("/connect", "party=plex&name=%3Cb%3EHome").statusCode()).isEqualTo(303);
        Document fresh = page("/connect/1");
        assertThat(fresh.select("h1").text()).isEqualTo("<b>Home");
        assertThat(address()).startsWith(house.address() + "/in/plex/");
        assertThat(fresh.select("[data-copy=#paste-1]").text()).isEqualTo("Copy");
        assertThat(fresh.text()).contains("Nobody has called yet").contains("Every call was understood");

        String path = URI.create(address()).getPath();
        assertThat(send(path, "application/json", "{\"event\":\"media.<i>\"}").statusCode())
                .isEqualTo(202);
        Document called = page("/connect/1");
        assertThat(called.select("#waiting li").text())
                .contains("got media.<i>")
                .contains("\"event\"");
        assertThat(called.text()).contains("Today, ").contains("1 calls: 0 stored, 0 left out, 1 not");
        assertThat(page("/connect").select(".list .wrong").text()).contains("quarantined");
        assertThat(Jsoup.parse(form("/connect/1/retry", "x=y").body()).text())
                .contains("0 of 1 were understood now; 1 stay here");
    }

    @Test
    void it_is_changed_turned_off_given_another_address_and_deleted() {
        form("/connect", "party=miniflux&name=");
        String before = address();
        form("/connect/1", "name=News&account=ada&key=Zanzibar");
        Document page = page("/connect/1");
        assertThat(page.select("h1").text()).isEqualTo("News");
        assertThat(page.select("input[name=account]").attr("value")).isEqualTo("ada");
        assertThat(page.text()).contains("one is stored");
        assertThat(page.html()).doesNotContain("Zanzibar");
        form("/connect/1/turn", "to=off");
        assertThat(page("/connect").select(".verb").text()).isEqualTo("off");
        form("/connect/1/secret", "x=y");
        assertThat(address()).isNotEqualTo(before);
        form("/connect/1/delete", "x=y");
        assertThat(send("/connect/1", "", "").statusCode()).isEqualTo(404);
        HttpResponse<String> wrong = form("/connect", "party=vcr&name=");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.body()).select("[role=alert]").text()).contains("expected one of plex");
    }
}
