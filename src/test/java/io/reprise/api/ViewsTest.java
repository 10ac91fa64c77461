package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The views for other programs say what the API says, and the queries of docs/outputs.md run on both stores. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ViewsTest {
    private static final Pattern QUERY = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
    private static final String SONG = "{\"kind\":\"song\",\"artist\":\"%s\",\"title\":\"%s\",\"release\":\"%s\","
            + "\"length\":200,\"started_at\":\"2026-05-%02dT10:00:00Z\"}";

    private static ApiServer server(Dialect dialect) {
        ApiServer server = new ApiServer(dialect);
        server.tell(SONG.formatted("Mara Lind", "Idle Hours", "Small Rooms", 28));
        server.tell(SONG.formatted("Mara Lind", "Idle Hour", "Small Rooms", 29));
        server.tell(SONG.formatted("M. Lind", "Late Bus", "Small Rooms", 30));
        server.tell(SONG.formatted("Öre Flint", "Gone", "Away", 30));
        server.tell("{\"kind\":\"film\",\"title\":\"Once\",\"started_at\":\"2026-05-30T18:00:00Z\"}");
        server.get("/api/totals");
        server.post("/api/merge", "{\"kind\":\"item\",\"from\":2,\"into\":1}");
        server.post("/api/merge", "{\"kind\":\"creator\",\"from\":2,\"into\":1}");
        server.post("/api/decisions", "{\"kind\":\"item\",\"number\":4,\"type\":\"rename\",\"name\":\"Gone Again\"}");
        server.get("/api/totals");
        return server;
    }

    private static List<Map<String, Object>> rows(ApiServer server, String sql) {
        return server.database.read(
                tx -> tx.handle().createQuery(sql).mapToMap().list());
    }

    private static List<String> lines(ApiServer server, String sql) {
        return rows(server, sql).stream()
                .map(row -> String.join(
                        "|", row.values().stream().map(String::valueOf).toList()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_views_name_things_as_the_ledger_decided_and_count_as_the_api_counts(Dialect dialect) {
        try (ApiServer server = server(dialect)) {
            assertThat(lines(
                            server,
                            "select day, kind, title, creator, container, plays, seconds from v_plays"
                                    + " where user_name = 'Ann' order by started_at, title"))
                    .containsExactly(
                            "2026-05-28|song|Idle Hours|Mara Lind|Small Rooms|1|200",
                            "2026-05-29|song|Idle Hours|Mara Lind|Small Rooms|1|200",
                            "2026-05-30|song|Gone Again|Öre Flint|Away|1|200",
                            "2026-05-30|song|Late Bus|Mara Lind|Small Rooms|1|200",
                            "2026-05-30|film|Once|null|null|1|0");
            List<String> daily = new ArrayList<>();
            for (JsonNode row : server.get("/api/daily").json()) {
                daily.add(row.path("date").asString("") + "|" + row.path("kind").asString("") + "|"
                        + row.path("plays").asLong() + "|" + row.path("seconds").asLong());
            }
            assertThat(lines(
                            server,
                            "select day, kind, sum(plays) as plays, sum(seconds) as seconds from v_daily"
                                    + " where user_name = 'Ann' group by day, kind order by day, kind desc"))
                    .containsExactlyElementsOf(daily);
            server.post("/api/decisions", "{\"kind\":\"item\",\"number\":1,\"type\":\"ignore\"}");
            assertThat(rows(server, "select * from v_plays where title = 'Idle Hours'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_queries_of_the_page_run_and_answer(Dialect dialect) throws IOException {
        List<String> queries = QUERY.matcher(Files.readString(Path.of("docs", "outputs.md")))
                .results()
                .map(found -> found.group(1).replace("'ann'", "'Ann'"))
                .toList();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(3);
        try (ApiServer server = server(dialect)) {
            for (String query : queries) {
                assertThat(rows(server, query)).as(query).isNotEmpty();
            }
        }
    }
}
