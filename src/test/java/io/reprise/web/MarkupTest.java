package io.reprise.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.account.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the pages send, without a browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MarkupTest {
    private final SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
    private final House house = new House(clock);
    private final String cookie = Callers.COOKIE + "=" + house.accounts.startSession(house.ada.id());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        house.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house.address() + path)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).header("Cookie", cookie));
    }

    private HttpResponse<String> post(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString("name=Phone"));
        headers.forEach(request::header);
        return send(request);
    }

    @Test
    void names_that_hold_markup_stay_text_on_every_page() {
        house.told(Extremes.scrobbles(clock.instant().getEpochSecond()));
        for (String path : Extremes.PATHS) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("script:not([src])")).as(path).isEmpty();
            assertThat(page.select("[onclick], [style]")).as(path).isEmpty();
        }
        Document charts = Jsoup.parse(get("/charts/items").body());
        assertThat(charts.select(".name").eachText()).contains(Extremes.MARKUP, Extremes.LONG, "戦場のメリークリスマス");
        assertThat(charts.select(".name")).allMatch(name -> name.attr("dir").equals("auto"));
    }

    @Test
    void a_search_that_holds_markup_stays_text() {
        String query = URLEncoder.encode(Extremes.MARKUP, StandardCharsets.UTF_8);
        Document page = Jsoup.parse(get("/search?q=" + query).body());
        assertThat(page.select("#search-field").attr("value")).isEqualTo(Extremes.MARKUP);
        assertThat(page.select("main script")).isEmpty();
    }

    @Test
    void every_page_forbids_foreign_and_inline_scripts_and_loads_none() {
        HttpResponse<String> answer = get("/");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        Document page = Jsoup.parse(answer.body());
        for (Element each : page.select("[src], link[href]")) {
            assertThat(each.attr("src") + each.attr("href")).startsWith("/static/");
        }
    }

    @Test
    void a_file_is_kept_for_ever_under_its_hash_and_asked_for_again_without() {
        String link =
                Jsoup.parse(get("/").body()).select("link[rel=stylesheet]").attr("href");
        HttpResponse<String> pinned = get(link);
        assertThat(pinned.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(pinned.body()).contains("--accent");
        String tag = pinned.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = send(request("/static/reprise.css").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_sign_in_page_and_back_to_our_pages_only() {
        HttpResponse<String> away = send(request("/timeline?kind=song"));
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.headers().firstValue("Location").orElse("")).endsWith("/signin?next=%2Ftimeline%3Fkind%3Dsong");
        for (String next : List.of("//evil.example", "https://evil.example", "/\\evil.example", "evil")) {
            String path = "/signin?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            String kept = Jsoup.parse(send(request(path)).body())
                    .select("input[name=next]")
                    .attr("value");
            assertThat(kept).as(next).isEqualTo("/");
        }
        assertThat(send(request("/live")).statusCode()).isEqualTo(204);
    }

    @Test
    void a_form_sent_from_another_site_changes_nothing() {
        HttpResponse<String> foreign = post("/tokens", Map.of("Sec-Fetch-Site", "cross-site"));
        HttpResponse<String> untold = post("/tokens", Map.of("Origin", "https://evil.example"));
        assertThat(List.of(foreign.statusCode(), untold.statusCode())).containsOnly(403);
        assertThat(house.accounts.tokens(house.ada.id())).isEmpty();
        assertThat(post("/tokens", Map.of("Sec-Fetch-Site", "same-origin")).statusCode())
                .isEqualTo(200);
        assertThat(house.accounts.tokens(house.ada.id())).hasSize(1);
    }

    @Test
    void what_is_not_there_is_a_page_that_says_so() {
        for (String path : List.of("/nowhere", "/items/99", "/items/x", "/imports/7", "/charts/colours")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).select("h1").text()).as(path).isEqualTo("Nothing here");
        }
        assertThat(get("/timeline?day=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/timeline?before=x").statusCode()).isEqualTo(400);
        assertThat(get("/charts/items?kind=dream").statusCode()).isEqualTo(400);
    }

    @Test
    void an_empty_history_offers_the_next_step() {
        Document home = Jsoup.parse(get("/").body());
        assertThat(home.select(".empty").text()).startsWith("Nothing yet.");
        assertThat(home.select(".empty a").eachAttr("href")).containsExactly("/imports", "/tokens");
        for (String path : List.of("/timeline", "/charts/items", "/search?q=x")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void numbers_are_written_as_the_reader_is_used_to() {
        house.told(Lifelike.until(clock.instant(), 2_000));
        HttpResponse<String> german =
                send(request("/?range=all").header("Cookie", cookie).header("Accept-Language", "de"));
        assertThat(Jsoup.parse(german.body())
                        .select("#totals .figure")
                        .eachText()
                        .getFirst())
                .isEqualTo("2.000");
    }

    @Test
    void a_small_range_ranks_as_the_chart_does_and_ties_share_a_rank() {
        long now = clock.instant().getEpochSecond();
        house.told(
                List.of(song("B", now - 900), song("A", now - 1_800), song("C", now - 2_700), song("C", now - 3_600)));
        Document page = Jsoup.parse(get("/charts/items?range=week").body());
        assertThat(page.select(".rank").eachText()).containsExactly("1", "2", "2");
        assertThat(page.select(".name").eachText()).containsExactly("C", "A", "B");
        assertThat(page.select(".share rect").eachAttr("width")).containsExactly("100.0%", "50.0%", "50.0%");
    }

    private static String song(String title, long at) {
        return "{\"kind\":\"song\",\"title\":\"" + title + "\",\"artist\":\"X\",\"started_at\":" + at + "}";
    }

    @Test
    void the_vendored_files_are_those_that_their_readme_names() throws Exception {
        String readme = new String(bytes("/static/vendor/README.md"), StandardCharsets.UTF_8);
        Matcher row =
                Pattern.compile("`(\\S+\\.(?:js|json))`.*\\|.*`([0-9a-f]{64})`").matcher(readme);
        int rows = 0;
        while (row.find()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes("/static/vendor/" + row.group(1)));
            assertThat(HexFormat.of().formatHex(sum)).as(row.group(1)).isEqualTo(row.group(2));
            rows++;
        }
        assertThat(rows).isEqualTo(4);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream stream = Objects.requireNonNull(MarkupTest.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        }
    }
}
