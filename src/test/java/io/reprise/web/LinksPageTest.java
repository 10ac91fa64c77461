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
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LinksPageTest {
    private static final String SONG = "{\"kind\":\"song\",\"title\":\"Says\",\"artist\":\"Nils Frahm\","
            + "\"release\":\"Spaces\",\"length\":480,\"duration\":480,\"started_at\":%d}";

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

    private Document page(String path) {
        HttpResponse<String> answer = send(path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void a_link_is_made_shown_once_with_its_picture_and_taken_back() {
        house.told(List.of(SONG.formatted(clock.instant().getEpochSecond() - 90_000)));
        HttpResponse<String> made = send("/links", "shows=top&name=%3Cb%3EMine&kinds=song&range=2026&subject=items");
        Document shown = Jsoup.parse(made.body());
        assertThat(shown.select(".notice b").text()).isEqualTo("Your new link “<b>Mine”");
        String picture = shown.select(".notice img").attr("src");
        assertThat(shown.select("#fresh-link-0").text()).isEqualTo(house.address() + picture);
        assertThat(send(picture, "").body()).contains("Says – Nils Frahm");
        assertThat(page("/links").html()).doesNotContain(picture).contains("songs · 2026");
        assertThat(send("/links/1/revoke", "x=y").statusCode()).isEqualTo(303);
        assertThat(send(picture, "").statusCode()).isEqualTo(404);
        assertThat(send("/links/1/revoke", "x=y").statusCode()).isEqualTo(404);
    }

    @Test
    void a_playlist_has_a_button_that_makes_a_link_to_it_and_the_page_keeps_where_files_are() {
        String list = send("/playlists", "name=Mine&rules=kind:song")
                .headers()
                .firstValue("Location")
                .orElse("");
        String id = page(list).select("form[action=/links] input[name=list]").attr("value");
        Document made = Jsoup.parse(send("/links", "shows=playlist&list=" + id).body());
        assertThat(made.select(".notice b").text()).isEqualTo("Your new link “Mine”");
        assertThat(made.select("#fresh-link-0").text()).endsWith("/list.m3u8");
        assertThat(page("/links").select("select[name=shows] option").eachAttr("value"))
                .as("a list is chosen on its own page")
                .doesNotContain("playlist");
        assertThat(send("/links", "shows=playlist&list=x").statusCode()).isEqualTo(404);
        assertThat(send("/playlists/paths", "path=/m/%7Btitle%7D.mp3").statusCode())
                .isEqualTo(303);
        assertThat(page("/playlists").select("#paths input[name=path]").attr("value"))
                .isEqualTo("/m/{title}.mp3");
        Document wrong = Jsoup.parse(send("/playlists/paths", "path_to=/m").body());
        assertThat(wrong.select("#paths [role=alert]").text()).contains("path_from");
    }

    @Test
    void a_wrong_order_is_said_beside_the_form() {
        HttpResponse<String> refused = send("/links", "shows=top&public_name=No+Way");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).contains("small letters");
    }

    @Test
    void a_digest_is_looked_at_ordered_turned_off_and_deleted() {
        house.told(List.of(SONG.formatted(clock.instant().getEpochSecond() - 8 * 86_400)));
        assertThat(page("/links/digests/preview?every=week").select("main").text())
                .contains("Your week 46 of 2026")
                .contains("1. Nils Frahm, 1 play");
        assertThat(page("/links").select("#digests form")).isEmpty();
        send("/relay", "party=webhook&address=http://127.0.0.1:1/hook");
        assertThat(send("/links/digests", "every=month&target=1").statusCode()).isEqualTo(303);
        assertThat(page("/links").select("#digests li").text())
                .contains("Each month to Webhook at 127.0.0.1")
                .contains("Next on 1 December 2026");
        send("/links/digests/1/turn", "to=off");
        assertThat(page("/links").select("#digests li").text()).contains("Off");
        send("/links/digests/1/delete", "x=y");
        assertThat(page("/links").select("#digests li")).isEmpty();
        assertThat(send("/links/digests", "every=month&target=9").statusCode()).isEqualTo(400);
    }
}
