package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Links over HTTP: made, shown once, read by anybody who knows the address, taken back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LinkRoutesTest {
    private static final String SONG = "{\"kind\":\"song\",\"artist\":\"Mara Lind\",\"title\":\"Idle Hours\","
            + "\"length\":200,\"started_at\":\"2026-05-31T10:00:00Z\"}";
    private static final String FILM =
            "{\"kind\":\"film\",\"title\":\"Quiet Film\",\"started_at\":\"2026-05-31T18:00:00Z\"}";

    private static ApiServer server(Dialect dialect) {
        ApiServer server = new ApiServer(dialect);
        server.tell(SONG);
        server.tell(FILM);
        assertThat(server.get("/api/totals").json().path("plays").asInt()).isEqualTo(2);
        return server;
    }

    private static ApiServer.Answer anybody(ApiServer server, String path, String... headers) {
        HttpRequest.Builder request = server.request(path, null).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }

    private static String path(ApiServer.Answer made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String address = made.json().path("address").asString("");
        return address.substring(address.indexOf("/x/"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_link_shows_what_it_was_made_for_to_who_knows_it_and_nothing_else(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            String path = path(server.post("/api/links", "{\"shows\":\"plays\",\"kinds\":[\"film\"]}"));
            assertThat(path).matches("/x/[A-Za-z0-9_-]{22}");
            ApiServer.Answer atom = anybody(server, path + "/plays.atom");
            assertThat(atom.status()).isEqualTo(200);
            assertThat(atom.body())
                    .contains("Quiet Film")
                    .doesNotContain("Idle Hours")
                    .doesNotContain("Ann");
            assertThat(atom.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(atom.header("X-Robots-Tag")).isEqualTo("noindex");
            for (String other : List.of("/daily.csv", "/metrics", "/top.svg", "/plays.ics", "/finished.atom")) {
                assertThat(anybody(server, path + other).status()).as(other).isEqualTo(404);
            }
            assertThat(anybody(server, path + "/plays.atom?kind=song").body()).doesNotContain("Idle Hours");
            assertThat(anybody(server, "/x/nobodyknowsthisaddress/plays.atom").body())
                    .isEqualTo(anybody(server, path + "/metrics").body());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_answer_that_did_not_change_is_not_sent_again(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            String feed = path(server.post("/api/links", "{\"shows\":\"plays\"}")) + "/plays.json";
            ApiServer.Answer first = anybody(server, feed);
            assertThat(first.header("Last-Modified")).isEqualTo("Sun, 31 May 2026 18:00:00 GMT");
            String tag = first.header("ETag");
            ApiServer.Answer again = anybody(server, feed, "If-None-Match", "\"other\", W/" + tag);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            server.tell(SONG.replace("Idle Hours", "Another").replace("T10", "T19"));
            server.get("/api/totals");
            assertThat(anybody(server, feed, "If-None-Match", tag).body()).contains("Another");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_secret_is_told_once_and_an_address_taken_back_is_nobodys(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            String path = path(server.post("/api/links", "{\"shows\":\"totals\",\"name\":\"Blog\"}"));
            String secret = path.substring("/x/".length());
            assertThat(server.get("/api/links").body()).contains("Blog").doesNotContain(secret);
            assertThat(rows(server)).noneMatch(row -> row.contains(secret));
            assertThat(server.get("/api/links").json().at("/0/last_used_at").isNull())
                    .isTrue();
            assertThat(anybody(server, path + "/totals.svg?theme=dark").status())
                    .isEqualTo(200);
            assertThat(server.get("/api/links").json().at("/0/last_used_at").asString(""))
                    .isEqualTo("2026-06-01T12:00:00Z");
            HttpRequest.Builder his =
                    server.request("/api/links/1", server.benToken).DELETE();
            assertThat(server.send(his).status()).isEqualTo(404);
            assertThat(anybody(server, path).body()).contains(path + "/totals.svg");
            assertThat(server.delete("/api/links/1").status()).isEqualTo(200);
            assertThat(anybody(server, path + "/totals.svg").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_link_to_a_playlist_gives_its_forms_and_a_public_one_does_not_say_where_files_lie(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            String list = server.post("/api/playlists", "{\"line\":\"kind:song sort:title\",\"name\":\"Mine\"}")
                    .json()
                    .path("id")
                    .asString("");
            server.send(server.request("/api/playlists/paths", server.annToken)
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"path\":\"/music/{title}.flac\"}")));
            String order = "{\"shows\":\"playlist\",\"list\":\"" + list + "\"";
            String path = path(server.post("/api/links", order + "}"));
            assertThat(anybody(server, path + "/list.m3u8").body())
                    .isEqualTo("#EXTM3U\n#PLAYLIST:Mine\n#EXTINF:200,Mara Lind - Idle Hours\n/music/Idle Hours.flac\n");
            for (String ending : List.of("xspf", "jspf", "json", "ndjson", "csv")) {
                ApiServer.Answer file = anybody(server, path + "/list." + ending);
                assertThat(file.body())
                        .as(ending)
                        .contains("Idle Hours")
                        .doesNotContain("Quiet Film")
                        .doesNotContainIgnoringCase("\"ann\"")
                        .doesNotContain(">ann<");
                assertThat(file.header("ETag")).isNotEmpty();
            }
            assertThat(anybody(server, path + "/list.nsp").status())
                    .as("rules may say where files lie")
                    .isEqualTo(404);
            assertThat(anybody(server, path + "/plays.atom").status()).isEqualTo(404);
            String named = path(server.post("/api/links", order + ",\"public_name\":\"anns-list\"}"));
            assertThat(anybody(server, named + "/list.m3u8").body()).doesNotContain("/music/");
            assertThat(server.get("/api/links").json().at("/0/name").asString(""))
                    .isEqualTo("Mine");
            String own = server.post("/api/playlists/import", "#EXTINF:9,Ann - Own\n/music-of-ann/own.flac\n")
                    .json()
                    .path("id")
                    .asString("");
            String paths = path(server.post("/api/links", order.replace(list, own) + "}"));
            String kept = path(server.post("/api/links", order.replace(list, own) + ",\"public_name\":\"own-list\"}"));
            assertThat(anybody(server, paths + "/list.m3u8").body()).contains("/music-of-ann/own.flac");
            for (String ending : List.of("m3u8", "xspf", "jspf", "json", "csv")) {
                assertThat(anybody(server, kept + "/list." + ending).body())
                        .as(ending)
                        .doesNotContain("music-of-ann");
            }
            server.delete("/api/playlists/" + list);
            assertThat(anybody(server, path + "/list.m3u8").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_link_shows_no_list_of_another(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            String list = server.post("/api/playlists", "{\"line\":\"kind:song\"}")
                    .json()
                    .path("id")
                    .asString("");
            String order = "{\"shows\":\"playlist\",\"list\":\"" + list + "\"}";
            assertThat(server.send(server.request("/api/links", server.benToken)
                                    .POST(HttpRequest.BodyPublishers.ofString(order)))
                            .status())
                    .isEqualTo(404);
            assertThat(server.post("/api/links", "{\"shows\":\"playlist\"}").body())
                    .contains("list: expected");
            assertThat(server.post("/api/links", order.replace("\"playlist\"", "\"plays\""))
                            .body())
                    .contains("shows no playlist");
        }
    }

    private static List<String> rows(ApiServer server) {
        return server.database.read(tx -> tx.handle()
                .createQuery("select name || period || shows || coalesce(public_name, '') from feed_link")
                .mapTo(String.class)
                .list());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_public_name_is_chosen_once_on_a_server(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            String order = "{\"shows\":\"top\",\"range\":\"2026\",\"public_name\":\"anns-music\"}";
            assertThat(path(server.post("/api/links", order))).isEqualTo("/x/anns-music");
            assertThat(anybody(server, "/x/anns-music/top.svg").header("Cache-Control"))
                    .startsWith("public");
            ApiServer.Answer taken = server.post("/api/links", order);
            assertThat(taken.status()).isEqualTo(400);
            assertThat(taken.body()).contains("public_name").contains("anns-music");
            assertThat(server.get("/api/links").json()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_wrong_order_says_what_would_do(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            assertThat(server.post("/api/links", "{\"shows\":\"all\"}").body()).contains("plays, finished, calendar");
            assertThat(server.post("/api/links", "{\"shows\":\"top\",\"range\":\"when\"}")
                            .body())
                    .contains("a period is");
            assertThat(server.post("/api/links", "{\"shows\":\"top\",\"public_name\":\"A b\"}")
                            .body())
                    .contains("small letters");
            assertThat(server.post("/api/links", "{\"shows\":\"top\",\"subject\":\"x\"}")
                            .status())
                    .isEqualTo(400);
            String card = path(server.post("/api/links", "{\"shows\":\"year\"}")) + "/year.svg";
            assertThat(anybody(server, card + "?theme=red").body()).contains("auto, light, dark");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void daily_rows_metrics_and_buckets_are_the_callers_alone(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            assertThat(server.get("/api/daily?format=csv&from=2026-05-31&to=2026-05-31")
                            .body())
                    .isEqualTo("date,kind,plays,seconds,items\r\n2026-05-31,song,1,200,1\r\n2026-05-31,film,1,0,1\r\n");
            assertThat(server.get("/api/daily?from=2026-06-01").body()).isEqualTo("[]\n");
            assertThat(server.get("/api/daily?kind=film").json()).hasSize(1);
            JsonNode problem = server.get("/api/daily?format=xml").json();
            assertThat(problem.path("expected").asString("")).isEqualTo("one of json, ndjson, csv, influx");
            HttpResponse<String> metrics = server.get("/api/metrics").response();
            assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
                    .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
            assertThat(metrics.body()).contains("reprise_plays{kind=\"song\"} 1\n");
            assertThat(server.send(server.request("/api/metrics", server.benToken)
                                    .GET())
                            .body())
                    .doesNotContain("song");
            assertThat(server.get("/api/activitywatch")
                            .json()
                            .at("/buckets/reprise-song/events/0/data/title")
                            .asString(""))
                    .isEqualTo("Idle Hours");
        }
    }
}
