package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import io.reprise.store.Recorder;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** No statement reads more of a table than it needs: each goes by its user through an index, and sorts nothing long. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PlanTest {
    /** What may be planned otherwise, by what stands in the statement, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("where folded_name = ?", "asks who somebody is, by a unique index"),
            Map.entry("token.sha256 = ?", "asks who holds a token, by a unique index"),
            Map.entry("session.sha256 = ?", "asks who holds a session, by its key"),
            Map.entry("from session where sha256 = ?", "ends a session, by its key"),
            Map.entry("max(user_id) as number from account", "the last number given, from the end of two keys"),
            Map.entry("and id = ?", "a job, by its key; the user is compared as well"),
            Map.entry("from authority_answer where expires_at < ?", "what authorities said is nobody's, by its index"),
            Map.entry("from sought cross join decision", "at most a hundred plays are looked up and sorted"),
            Map.entry(
                    "select hash from art_found",
                    "the pictures of everybody, for the doctor: their files are one cache"),
            Map.entry("exists (select 1 from art_upload", "whether anybody shows a picture that a person takes back"),
            Map.entry("from sought cross join link", "the ids of at most a hundred things, a handful each"),
            Map.entry("not exists (select 1 from episode_list", "the ids of one series, a handful"),
            Map.entry("select distinct e.scheme", "the ids of one item, a handful"),
            Map.entry("state in ('queued', 'running', 'interrupted')", "the index of it holds unfinished jobs alone"));

    private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|update|delete|insert)\\b.*");
    private static final Pattern HARMLESS_SCAN =
            Pattern.compile("SCAN (\\d+ )?(CONSTANT ROWS?|\\d+-ROW VALUES CLAUSE|sought|\\(subquery.*)");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_statement_goes_by_its_user_through_an_index(Dialect dialect) throws SQLException {
        try (Recorder recorder = new Recorder(dialect);
                ApiServer server = new ApiServer(recorder.open())) {
            live(server);
            List<String> faults = new ArrayList<>();
            TreeSet<String> needed = new TreeSet<>();
            for (String sql : recorder.texts()) {
                if (READS.matcher(sql).matches()) {
                    for (String fault : faults(recorder, dialect, sql)) {
                        String excepted = exception(sql);
                        if (excepted == null) {
                            faults.add(fault + "  IN  " + sql.replaceAll("\\s+", " "));
                        } else {
                            needed.add(excepted);
                        }
                    }
                }
            }
            assertThat(recorder.texts()).hasSizeGreaterThan(100);
            assertThat(faults).isEmpty();
            assertThat(needed).isSubsetOf(EXCEPTIONS.keySet());
        }
    }

    private static @Nullable String exception(String sql) {
        return EXCEPTIONS.keySet().stream()
                .filter(part -> sql.replaceAll("\\s+", " ").contains(part))
                .findFirst()
                .orElse(null);
    }

    private static List<String> faults(Recorder recorder, Dialect dialect, String sql) throws SQLException {
        return switch (dialect) {
            case SQLITE ->
                recorder.explained("explain query plan", sql).stream()
                        .filter(PlanTest::isFault)
                        .toList();
            case POSTGRESQL -> {
                List<String> rows = recorder.explained(
                        "explain (format json)",
                        sql,
                        "set enable_seqscan = off",
                        "set enable_bitmapscan = off",
                        "set enable_sort = off");
                List<String> faults = new ArrayList<>();
                walk(ApiServer.MAPPER.readTree(String.join("", rows)).get(0).path("Plan"), faults);
                yield faults;
            }
        };
    }

    private static boolean isFault(String row) {
        return row.startsWith("SCAN") && !HARMLESS_SCAN.matcher(row).matches()
                || row.startsWith("SEARCH") && !row.contains("user_id=")
                || row.startsWith("USE TEMP B-TREE");
    }

    private static void walk(JsonNode plan, List<String> faults) {
        String type = plan.path("Node Type").stringValue("");
        String condition = plan.path("Index Cond").stringValue("");
        if (plan.has("Relation Name") && type.endsWith("Scan") && !condition.contains("user_id")) {
            faults.add(type + " on " + plan.path("Relation Name").stringValue("") + " " + condition);
        }
        if (type.endsWith("Sort")) {
            faults.add(type + " by " + plan.path("Sort Key"));
        }
        plan.path("Plans").forEach(part -> walk(part, faults));
    }

    /** A life in which every statement has something to do. */
    private static void live(ApiServer server) {
        server.worker.takeUp();
        for (int i = 0; i < 4; i++) {
            server.tell(ApiServer.song("Artist " + i, "Song " + i, "1" + i + ":00:00"));
        }
        server.post("/music/scrob", "{\"item_id\":\"Song 1\",\"state\":\"started\"}");
        server.post("/music/scrob", "{\"item_id\":\"Song 1\",\"state\":\"finished\"}");
        server.tell(ApiServer.song("Artist 1", "Song 1", "11:00:05"));
        server.post("/api/merge", "{\"kind\":\"item\",\"from\":2,\"into\":1}");
        server.post("/api/merge", "{\"kind\":\"creator\",\"from\":2,\"into\":1}");
        server.delete("/api/scrobbles/2");
        String job = server.end(server.send(server.request("/api/import?name=h", server.annToken)
                        .POST(BodyPublishers.ofString(
                                ApiServer.song("A", "B", "13:00:00") + "\n{\"kind\":\"song\"}\n")))
                .json()
                .path("job"));
        assertThat(job).contains("\"state\":\"done\"");
        server.end(server.post("/api/me/zone", "{\"zone\":\"Asia/Tokyo\",\"since\":\"2026-05-01\"}")
                .json()
                .path("job"));
        lookAtProposals(server);
        String session = server.accounts.startSession(server.ann.id());
        server.accounts.bySession(session);
        server.accounts.endSession(session);
        server.accounts.setPassword(server.ben.id(), "another password");
        for (OpenedRoutes.Route route : OpenedRoutes.of(server.doors)) {
            for (String kind : List.of("items", "creators", "containers")) {
                String path = route.path()
                        .replace("{subject}", kind)
                        .replace("{kind}", "song")
                        .replace("{type}", "alltime")
                        .replace("{year}", "2026")
                        .replaceAll("\\{(number|run)}", "1")
                        .replaceAll("\\{\\w+}", "x");
                if (route.method().equals("GET")) {
                    server.get(path);
                } else if (!path.contains("/me")) {
                    server.send(server.request(path, server.annToken)
                            .method(route.method(), BodyPublishers.ofString("{\"rating\":4,\"tag\":\"calm\"}")));
                }
            }
        }
    }

    /** Asks what things are, answers in every way, and reads the ledger from its end. */
    private static void lookAtProposals(ApiServer server) {
        for (String title : List.of("Says", "Hammers", "Ambre")) {
            server.tell(ApiServer.song("Nils Frahm", title, "15:00:00"));
        }
        server.end(server.post("/api/resolve", "{\"network\":true,\"again\":true}")
                .json()
                .path("job"));
        server.put("/api/resolve/order", "{\"every_days\":7}");
        assertThat(server.get("/api/review").json().path("waiting").asInt()).isEqualTo(3);
        server.post("/api/review/3/reject", "{}");
        server.post("/api/review/3/reopen", "{}");
        server.post("/api/review/1/accept", "{\"always_for_this_credit\":true}");
        server.post("/api/decisions", "{\"kind\":\"item\",\"number\":1,\"type\":\"rename\",\"name\":\"Named\"}");
        server.get("/api/decisions?order=newest");
    }
}
