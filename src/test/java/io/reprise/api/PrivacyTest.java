package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Law 6: nobody sees or changes a row of somebody else, on any route that is there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PrivacyTest {
    /** Stands in everything of Ann's, so that nothing of hers can be overlooked in an answer. */
    private static final String MARK = "Zanzibarquokka";

    private static final Set<String> OPEN = Set.of("GET /alive", "GET /api/openapi.yaml", "GET /api/docs");
    /** Changes who Ben is, so it is walked last. */
    private static final List<String> LAST = List.of("POST /api/me/password");

    /** Says of a body what would be right for Ann. */
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "{\"kind\":\"creator\",\"from\":2,\"into\":1}",
            "{\"kind\":\"item\",\"from\":2,\"into\":1}",
            "{\"scrobble\":1,\"rating\":4,\"scale\":5}",
            "{\"rating\":4}",
            "{\"tag\":\"calm\"}",
            "{\"zone\":\"Asia/Tokyo\"}",
            "{\"name\":\"mine\"}",
            "{\"source\":\"listenbrainz\",\"username\":\"Ben\",\"enabled\":false}");

    private final ApiServer server = new ApiServer();
    private String job = "";
    /** Of a number that the walk does not reach, for it revokes what it finds. */
    private String token = "";

    @BeforeEach
    void annHasAHistory() {
        server.tell(ApiServer.song(MARK, MARK + " One", "10:00:00"));
        server.tell(ApiServer.song(MARK + " Two", MARK + " Three", "11:00:00"));
        server.post("/api/merge", "{\"kind\":\"creator\",\"from\":2,\"into\":1,\"because\":\"" + MARK + "\"}");
        server.post("/api/tokens", "{\"name\":\"" + MARK + "\"}");
        server.post("/music/scrob", "{\"item_id\":\"" + MARK + "\",\"state\":\"started\"}");
        server.post("/music/rate", "{\"rating\":7}");
        server.post("/music/tag", "{\"tag\":\"" + MARK + "\"}");
        server.post(
                "/api/sync/config",
                "{\"source\":\"listenbrainz\",\"username\":\"" + MARK + "\",\"token\":\"" + MARK
                        + "\",\"enabled\":false}");
        server.post("/api/now-playing", "{\"kind\":\"song\",\"artist\":\"" + MARK + "\",\"title\":\"Now\"}");
        ApiServer.Answer started =
                server.post("/api/import?name=" + MARK, ApiServer.song(MARK, MARK + " Four", "12:00:00"));
        job = started.json().path("job").path("id").stringValue();
        assertThat(server.get("/api/jobs/" + job + "/events").body()).contains("\"state\":\"done\"");
        assertThat(server.get("/api/imports").body()).contains(MARK);
        for (int i = 0; i < 5; i++) {
            token = server.accounts.createToken(server.ben.id(), "walk " + i);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void no_route_but_the_open_ones_answers_without_a_token() {
        for (OpenedRoutes.Route route : OpenedRoutes.of(server.doors)) {
            for (String path : paths(route)) {
                int status = call(route.method(), path, null, "{}").status();
                assertThat(status).as(route.toString()).isEqualTo(OPEN.contains(route.toString()) ? 200 : 401);
            }
        }
    }

    @Test
    void no_route_shows_or_changes_anything_of_somebody_else() {
        Map<String, List<String>> before = rows();
        String playing = server.get("/api/now-playing").body();
        int asked = 0;
        List<OpenedRoutes.Route> routes = new ArrayList<>(OpenedRoutes.of(server.doors));
        routes.removeIf(route -> LAST.contains(route.toString()));
        for (OpenedRoutes.Route route : routes) {
            for (String path : paths(route)) {
                for (String body : route.method().equals("GET") ? List.of("") : BODIES) {
                    ApiServer.Answer answer = call(route.method(), path, token, body);
                    assertThat(answer.status())
                            .as(route + " " + answer.body())
                            .isLessThan(500)
                            .isNotEqualTo(401);
                    assertThat(withoutTheQuestion(answer.body(), path))
                            .as(route + " at " + path + " with " + body)
                            .doesNotContain(MARK);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(rows()).isEqualTo(before);
        assertThat(server.get("/api/now-playing").body()).isEqualTo(playing);
        assertThat(call(
                                "POST",
                                "/api/me/password",
                                token,
                                "{\"password\":\"" + ApiServer.PASSWORD + "\",\"new_password\":\"another one\"}")
                        .status())
                .isEqualTo(200);
        assertThat(rows()).isEqualTo(before);
    }

    /** An answer may say back what was asked. */
    private static String withoutTheQuestion(String body, String path) {
        return path.contains(MARK) ? body.replace(path, "").replace(path.replace("%20", " "), "") : body;
    }

    private ApiServer.Answer call(String method, String path, @Nullable String token, String body) {
        HttpRequest.Builder request = server.request(path, token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return server.send(request);
    }

    /** The path with every number that Ann has, her job and her names. */
    private List<String> paths(OpenedRoutes.Route route) {
        List<String> paths = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            String path = route.path()
                    .replace("{number}", Integer.toString(number))
                    .replace("{run}", Integer.toString(number))
                    .replace("{id}", job)
                    .replace("{subject}", number == 1 ? "items" : number == 2 ? "creators" : "containers")
                    .replace("{kind}", "song")
                    .replace("{type}", number == 1 ? "alltime" : "2026")
                    .replace("{year}", "2026")
                    .replace("{artist}", MARK)
                    .replace("{album}", MARK + "%20Album")
                    .replace("{track}", MARK + "%20One");
            if (!paths.contains(path)) {
                paths.add(path);
            }
        }
        if (route.path().endsWith("/search")) {
            paths.add(route.path() + "?q=a");
        }
        return paths;
    }

    /** Every row of Ann's in every table that has a user, as text. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        server.database.read(tx -> {
            List<String> tables = tx.handle()
                    .createQuery(
                            "select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'user_id'"
                                    + " where m.type = 'table'")
                    .mapTo(String.class)
                    .list();
            for (String table : tables) {
                rows.put(
                        table,
                        tx.handle()
                                .createQuery("select * from " + table + " where user_id = :user")
                                .bind("user", server.ann.id().value())
                                .mapToMap()
                                .map(row -> {
                                    row.replaceAll((name, value) -> value instanceof byte[] bytes
                                            ? List.of(java.util.HexFormat.of().formatHex(bytes))
                                            : value);
                                    return new TreeMap<>(row).toString();
                                })
                                .list());
            }
            return tables;
        });
        assertThat(rows).containsKeys("scrobble", "decision", "token", "job", "rating_event", "play", "connection");
        return rows;
    }
}
