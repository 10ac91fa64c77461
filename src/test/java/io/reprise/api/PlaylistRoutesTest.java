package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PlaylistRoutesTest {
    private final ApiServer server = new ApiServer();

    @BeforeEach
    void ann_has_played_songs() {
        int hour = 10;
        for (String title : List.of("Says", "Hammers", "Says", "Ambre", "Says", "Hammers")) {
            server.tell(ApiServer.song("Nils Frahm", title, hour++ + ":00:00"));
        }
        server.tell(ApiServer.song("Grouper", "Clearing", "18:00:00"));
        server.post("/api/ratings", "{\"scrobble\":1,\"rating\":5,\"scale\":5}");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static List<String> titles(ApiServer.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(row -> row.path("title").stringValue())
                .toList();
    }

    private static String line(String line) {
        return "{\"line\":\"" + line.replace("\"", "\\\"") + "\"}";
    }

    private String kept(String body) {
        ApiServer.Answer answer = server.post("/api/playlists", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").stringValue();
    }

    @Test
    void rules_are_evaluated_without_being_kept_and_pages_go_on() {
        ApiServer.Answer first =
                server.post("/api/playlists/evaluate?limit=2", line("playcount:1.. sort:-playcount,title"));
        assertThat(titles(first)).containsExactly("Says", "Hammers");
        assertThat(first.json().path("total").intValue()).isEqualTo(4);
        String cursor = first.json().path("next").stringValue();
        ApiServer.Answer second = server.post(
                "/api/playlists/evaluate?limit=2&cursor=" + cursor, line("playcount:1.. sort:-playcount,title"));
        assertThat(titles(second)).containsExactly("Ambre", "Clearing");
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(server.get("/api/playlists").json().path("total").intValue()).isZero();
    }

    @Test
    void why_tells_what_was_found_of_each_item() {
        JsonNode row = server.post("/api/playlists/evaluate?why=true", line("playcount:3.. rating:4.. artist:frahm"))
                .json()
                .path("items")
                .path(0);
        assertThat(row.path("why")
                        .valueStream()
                        .map(each -> each.path("rule").stringValue() + " > "
                                + each.path("found").stringValue())
                        .toList())
                .containsExactly("playcount:3.. > 3", "rating:4.. > 5", "artist:frahm > Nils Frahm");
    }

    @Test
    void what_is_thought_of_an_artist_counts_for_all_that_is_theirs() {
        int artist = server.get("/api/search?q=grouper")
                .json()
                .at("/creators/0/number")
                .intValue();
        server.post("/api/creators/" + artist + "/opinion", "{\"rating\":4,\"scale\":5}");
        JsonNode row = server.post("/api/playlists/evaluate?why=true", line("artistrating:4.."))
                .json()
                .at("/items");
        assertThat(row).as(row.toString()).hasSize(1);
        assertThat(row.at("/0/title").stringValue()).isEqualTo("Clearing");
        assertThat(row.at("/0/why/0/found").stringValue()).isEqualTo("4");
    }

    @Test
    void an_episode_that_has_a_title_is_found_by_the_numbers_it_was_told_with() {
        server.tell("{\"kind\":\"episode\",\"show\":\"The Expanse\",\"season\":2,\"episode\":5,\"title\":\"Home\","
                + "\"length\":2600,\"started_at\":\"2026-05-01T20:00:00Z\"}");
        assertThat(titles(server.post("/api/playlists/evaluate", line("season:2 episode:5"))))
                .containsExactly("Home");
    }

    @Test
    void looking_back_sees_the_plays_and_opinions_of_then() {
        String asOf = "/api/playlists/evaluate?as_of=2026-05-01T11:30:00Z";
        assertThat(titles(server.post(asOf, line("playcount:1..")))).containsExactly("Hammers", "Says");
        assertThat(titles(server.post(asOf, line("rating:1..")))).isEmpty();
        assertThat(titles(server.post(asOf, line("playcount:0"))))
                .as("what came later was not there")
                .isEmpty();
        assertThat(server.post("/api/playlists/evaluate?as_of=then", line("rating:1.."))
                        .json()
                        .path("where")
                        .stringValue())
                .isEqualTo("query parameter as_of");
    }

    @Test
    void a_fault_is_told_with_its_path() {
        JsonNode problem = server.post("/api/playlists", "{\"all\":[{\"is\":{\"genr\":\"x\"}}]}")
                .json();
        assertThat(problem.path("status").intValue()).isEqualTo(400);
        assertThat(problem.path("where").stringValue()).isEqualTo("all[0].is.genr");
        assertThat(problem.path("expected").stringValue()).contains("genre");
        assertThat(server.post("/api/playlists/evaluate", "").status()).isEqualTo(400);
    }

    @Test
    void a_list_is_kept_changed_only_as_it_was_read_and_removed() {
        String id = kept("{\"name\":\"Often\",\"all\":[{\"gte\":{\"playcount\":2}}],\"sort\":\"-playcount\"}");
        ApiServer.Answer read = server.get("/api/playlists/" + id);
        assertThat(read.json().path("line").stringValue()).isEqualTo("playcount:2.. sort:-playcount");
        assertThat(titles(server.get("/api/playlists/" + id + "/items"))).containsExactly("Says", "Hammers");
        String body = "{\"name\":\"Once\",\"all\":[{\"is\":{\"playcount\":1}}]}";
        assertThat(put(id, body, "\"old\"").status()).isEqualTo(412);
        assertThat(put(id, body, read.header("ETag")).status()).isEqualTo(200);
        assertThat(titles(server.get("/api/playlists/" + id + "/items"))).containsExactly("Ambre", "Clearing");
        assertThat(put(id, body, read.header("ETag")).status())
                .as("it was changed")
                .isEqualTo(412);
        assertThat(server.send(server.request("/api/playlists/" + id, server.benToken)
                                .GET())
                        .status())
                .isEqualTo(404);
        assertThat(server.delete("/api/playlists/" + id).status()).isEqualTo(200);
        assertThat(server.get("/api/playlists/" + id).status()).isEqualTo(404);
    }

    private ApiServer.Answer put(String id, String body, String tag) {
        return server.send(server.request("/api/playlists/" + id, server.annToken)
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(body)));
    }

    @Test
    void asking_again_costs_little_until_the_answer_changes() {
        String id = kept(line("title:Says"));
        String path = "/api/playlists/" + id + "/items";
        String tag = server.get(path).header("ETag");
        assertThat(again(path, tag).status()).isEqualTo(304);
        server.tell(ApiServer.song("Grouper", "Clearing", "19:00:00"));
        assertThat(again(path, tag).status()).as("another song was played").isEqualTo(304);
        server.tell(ApiServer.song("Nils Frahm", "Says", "20:00:00"));
        assertThat(again(path, tag).status()).isEqualTo(200);
    }

    private ApiServer.Answer again(String path, String tag) {
        return server.send(server.request(path, server.annToken)
                .header("If-None-Match", tag)
                .GET());
    }

    @Test
    void lists_ask_for_each_other_and_a_circle_is_empty_and_said() {
        String often = kept(line("playcount:2.."));
        assertThat(titles(server.post("/api/playlists/evaluate", line("list:" + often + " ^title:Says"))))
                .containsExactly("Hammers");
        String mix = "{\"mix\":[{\"list\":\"" + often + "\",\"weight\":1},{\"list\":\"" + kept(line("playcount:1"))
                + "\",\"weight\":2}]}";
        assertThat(titles(server.post("/api/playlists/evaluate", mix)))
                .containsExactly("Hammers", "Ambre", "Clearing", "Says");
        String circle = kept(line("title:x"));
        put(circle, line("list:" + circle), "*");
        ApiServer.Answer answer = server.get("/api/playlists/" + circle + "/items");
        assertThat(titles(answer)).isEmpty();
        assertThat(answer.body()).contains("asks for itself");
    }

    @Test
    void a_list_bounded_by_time_ends_when_it_is_full() {
        assertThat(titles(server.post("/api/playlists/evaluate", line("playcount:1.. max:PT10M"))))
                .containsExactly("Ambre", "Clearing", "Hammers");
    }

    @Test
    void a_list_goes_out_and_comes_in_in_every_form() {
        String id = kept("{\"name\":\"A <&> B\",\"all\":[{\"gte\":{\"playcount\":2}}],\"sort\":\"-playcount\"}");
        for (String ending : List.of("jspf", "xspf", "m3u8")) {
            ApiServer.Answer file =
                    server.get("/api/playlists/" + id + "." + ending + "?path=/music/%7Bartist%7D/%7Btitle%7D.mp3");
            assertThat(file.status()).as(file.body()).isEqualTo(200);
            assertThat(file.body()).contains("Hammers").contains("/music/Nils");
            ApiServer.Answer back = server.post("/api/playlists/import?name=x." + ending, file.body());
            assertThat(back.status()).as(back.body()).isEqualTo(201);
            assertThat(back.json().path("name").stringValue()).isEqualTo("A <&> B");
            assertThat(back.json().path("smart").booleanValue()).isFalse();
            assertThat(titles(server.get(
                            "/api/playlists/" + back.json().path("id").stringValue() + "/items")))
                    .containsExactly("Says", "Hammers");
        }
        assertThat(server.get("/api/playlists/" + id + ".m3u8").body())
                .as("nobody knows where they lie")
                .isEqualTo("#EXTM3U\n#PLAYLIST:A <&> B\n");
        assertThat(server.get("/api/playlists/" + id + ".csv").body()).contains("1,song,Says,Nils Frahm,");
        assertThat(server.get("/api/playlists/" + id + ".ndjson").body().lines())
                .hasSize(2);
        ApiServer.Answer rules = server.post(
                "/api/playlists/import?name=a.nsp",
                server.get("/api/playlists/" + id + ".nsp").body());
        assertThat(rules.json().path("smart").booleanValue()).isTrue();
        assertThat(rules.json().path("line").stringValue()).isEqualTo("playcount:2.. sort:-playcount");
        assertThat(server.get("/api/playlists/" + id + ".pdf").status()).isEqualTo(404);
        assertThat(server.post("/api/playlists/import", "").status()).isEqualTo(400);
        assertThat(server.post("/api/playlists/import", "<!DOCTYPE a [<!ENTITY b \"c\">]><playlist>&b;</playlist>")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_list_made_by_hand_tells_what_is_known_of_its_tracks() {
        String id = kept("{\"name\":\"Mine\",\"tracks\":[{\"title\":\"Unheard\",\"artist\":\"Nobody\"},"
                + "{\"title\":\"says\",\"artist\":\"nils frahm\"}]}");
        JsonNode items = server.get("/api/playlists/" + id + "/items").json().path("items");
        assertThat(items.path(0).path("item").isNull()).isTrue();
        assertThat(items.path(1).path("plays").intValue()).isEqualTo(3);
        assertThat(put(id, line("title:x"), "*").status()).isEqualTo(409);
        assertThat(server.post("/api/playlists", "{\"name\":\"x\",\"tracks\":[{}]}")
                        .json()
                        .path("where")
                        .stringValue())
                .isEqualTo("tracks[0]");
    }

    @Test
    void the_schema_is_served() {
        assertThat(server.get("/api/playlists/schema")
                        .json()
                        .path("title")
                        .stringValue()
                        .toLowerCase(Locale.ROOT))
                .contains("playlist");
    }

    @Test
    void where_files_lie_is_kept_for_each_user_and_holds_where_nothing_else_is_asked() {
        String id = kept(line("title:Says"));
        String file = "/api/playlists/" + id + ".m3u8";
        assertThat(server.get(file).body()).doesNotContain("Says");
        ApiServer.Answer kept = put("paths", "{\"path\":\"/music/{artist}/{title}.flac\"}", "*");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(server.get("/api/playlists/paths").json().path("path").stringValue())
                .isEqualTo("/music/{artist}/{title}.flac");
        assertThat(server.get(file).body()).contains("\n/music/Nils Frahm/Says.flac\n");
        assertThat(server.get(file + "?path=/else/%7Btitle%7D.mp3").body()).contains("\n/else/Says.mp3\n");
        assertThat(server.send(server.request("/api/playlists/paths", server.benToken)
                                .GET())
                        .json()
                        .path("path")
                        .stringValue())
                .isEmpty();
        assertThat(put("paths", "{\"path\":\"/own\"}", "*").status()).isEqualTo(200);
        assertThat(server.get("/api/playlists/paths").json().path("path").stringValue())
                .isEqualTo("/own");
        JsonNode wrong = put("paths", "{\"path_to\":\"/music\"}", "*").json();
        assertThat(wrong.path("detail").stringValue()).contains("path_from");
    }

    @Test
    void a_path_that_was_told_begins_as_the_player_has_it() {
        server.post(
                "/api/playlists/import?name=a.m3u8",
                "#EXTM3U\n#EXTINF:200,Nils Frahm - Says\n/mnt/nas/Frahm/Says.flac\n");
        String id = server.get("/api/playlists").json().at("/playlists/0/id").stringValue();
        put("paths", "{\"path_from\":\"/mnt/nas/\",\"path_to\":\"/sd/\"}", "*");
        assertThat(server.get("/api/playlists/" + id + ".m3u8").body()).contains("\n/sd/Frahm/Says.flac\n");
    }
}
