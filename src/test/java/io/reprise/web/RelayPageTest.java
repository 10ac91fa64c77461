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
final class RelayPageTest {
    private static final String KEY = "Zanzibarquokka0123456789";

    private final House house = new House(SettableClock.at("2026-11-21T12:41:00Z"));
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
        HttpResponse<String> answer = send("/relay", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(KEY);
        return Jsoup.parse(answer.body());
    }

    @Test
    void a_party_is_added_turned_off_and_on_tried_and_deleted() {
        assertThat(page().select("#add-lastfm li").text()).contains("API account");
        HttpResponse<String> made =
                send("/relay", "party=listenbrainz&username=%3Cb%3EAda&token=" + KEY + "&address=http://127.0.0.1:1");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(page().select("[data-relay=1]").text())
                .contains("ListenBrainz at 127.0.0.1, <b>Ada")
                .contains("on · 0 sent, 0 waiting");
        send("/relay/1/turn", "to=off");
        assertThat(page().select("[data-relay=1]").text()).contains("off ·").contains("Turn on");
        HttpResponse<String> tried = send("/relay/1/test", "x=y");
        assertThat(Jsoup.parse(tried.body()).select("[role=alert]").text()).isNotBlank();
        send("/relay/1/delete", "x=y");
        assertThat(page().select("[data-relay]")).isEmpty();
        assertThat(send("/relay/1/delete", "x=y").statusCode()).isEqualTo(404);
    }

    @Test
    void a_webhook_shows_its_secret_once_and_what_is_wrong_is_said() {
        HttpResponse<String> made = send("/relay", "party=webhook&address=http://127.0.0.1:1/hook");
        String secret = Jsoup.parse(made.body()).select("#fresh-secret").text();
        assertThat(secret).hasSize(48);
        assertThat(page().text()).doesNotContain(secret);
        HttpResponse<String> wrong = send("/relay", "party=listenbrainz&address=" + KEY);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.body()).select("[role=alert]").text()).contains("token");
    }

    @Test
    void who_adds_a_party_ticks_what_it_is_told_of() {
        assertThat(page().select("#add-ntfy input[name=events]").eachAttr("value"))
                .containsExactly("jobs", "sync_failures");
        assertThat(page().select("#add-ntfy input[checked]").eachAttr("value")).containsExactly("sync_failures");
        String ntfy = "party=ntfy&address=http://127.0.0.1:1/mine&chosen=yes";
        send("/relay", ntfy + "&events=jobs&events=sync_failures");
        assertThat(page().select("[data-relay=1]").text())
                .contains("ntfy at 127.0.0.1")
                .contains("Told of ends of jobs, trouble with connections")
                .contains("on ·");
        HttpResponse<String> none = send("/relay", ntfy);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(none.body()).select("[role=alert]").text()).contains("events");
        HttpResponse<String> unset = send("/relay", "party=mail&address=ada@example.org");
        assertThat(Jsoup.parse(unset.body()).select("[role=alert]").text()).contains("smtp-url");
    }

    @Test
    void last_fm_wants_access_to_be_allowed_first() {
        send("/relay", "party=lastfm&api_key=k&secret=s&address=http://127.0.0.1:1");
        assertThat(page().select("[data-relay=1]").text())
                .contains("unapproved")
                .contains("Allow access");
        assertThat(send("/relay/1/approved", "x=y").statusCode()).isEqualTo(400);
    }
}
