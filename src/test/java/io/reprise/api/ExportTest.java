package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.UserId;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.EpisodeRows;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.ToldEpisode;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Law 7: what one server exports makes the same history in an empty one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ExportTest {
    /** Of every kind, one a line; the last one is removed again. */
    private static final List<String> TOLD = """
            {"kind":"song","artist":"Abba","title":"SOS","release":"Abba","length":200,"duration":199,"started_at":"2026-05-01T10:00:00+02:00","id":"e1","ids":{"isrc":"SEAYD7500001"}}
            {"kind":"song","title":"Duet","credit":"A feat. B","creators":[{"name":"A","join":" feat. "},{"name":"B","role":"guest"}],"started_at":"2026-05-01T10:10:00Z"}
            {"kind":"song","artists":["C","D"],"title":"Two","release":"Both","release_artist":"Various","started_at":1777629600}
            {"kind":"film","title":"Alien \\"1979\\", the film","year":1979,"director":"Scott","date":"2026-05-02"}
            {"kind":"film","title":"Once","precision":"unknown"}
            {"kind":"book","title":"Dune","author":"Herbert","series":"Dune","date":"2026-04"}
            {"kind":"book","title":"Emma","author":"Austen","date":"2019"}
            {"kind":"episode","show":"Dark","season":1,"episode":2,"length":2700,"verb":"start","started_at":"2026-05-03T20:00:00Z"}
            {"kind":"episode","show":"Dark","season":1,"episode":2,"length":2700,"verb":"stop","position":2690,"total":2700,"ended_at":"2026-05-03T20:44:50Z"}
            {"kind":"article","url":"https://example.org/a?b=1","title":"A","site":"Example","author":"E","ended_at":"2026-05-04T08:00:00Z","duration":300}
            {"kind":"picture","title":"P","album":"Summer","ids":{"sha256":["ab12"]},"started_at":"2026-05-04T09:00:00Z","precision":"minute"}
            {"kind":"podcast","title":"Ep\\n1","feed":"Feed","started_at":"2026-05-05T07:00:00Z"}
            {"kind":"video","url":"https://youtu.be/abc","channel":"Chan","started_at":"2026-05-06T07:00:00Z"}
            {"kind":"song","artist":"Now","title":"Untimed"}
            {"kind":"song","artist":"Gone","title":"Removed","started_at":"2026-05-07T07:00:00Z"}
            """.lines().toList();

    private static final String MBID = "b1a9c0e9-d987-4042-ae91-78d6a3267d69";
    private static final int LEDGER_LINES = 19;

    /** The first of them, without its id and three seconds later. */
    private static final String TOLD_BY_ANOTHER = """
            {"kind":"song","artist":"Abba","title":"SOS","started_at":"2026-05-01T08:00:03Z"}""";

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void an_export_makes_the_same_history_in_an_empty_server(Dialect dialect) {
        try (ApiServer here = new ApiServer(dialect);
                ApiServer there = new ApiServer(dialect)) {
            here.tell("{\"scrobbles\":[" + String.join(",", TOLD) + "]}");
            // The same play told by another program counts once, here and there.
            here.send(here.request("/api/scrobbles", here.annToken)
                    .setHeader("User-Agent", "player/1")
                    .POST(BodyPublishers.ofString(TOLD_BY_ANOTHER)));
            decide(here);

            String export = here.get("/api/export?format=ndjson").body();
            assertThat(export.lines().filter(line -> !isLedger(line))).hasSize(TOLD.size() + 1);
            JsonNode run = imported(there, export);
            assertThat(run.path("rows_refused").intValue()).as(refusals(there)).isZero();
            assertThat(run.path("rows_new").intValue()).isEqualTo(TOLD.size() + 1);
            assertThat(ledger(there)).hasSize(LEDGER_LINES).isEqualTo(ledger(here));
            assertThat(history(there)).isEqualTo(history(here));
            assertThat(there.get("/api/totals").body())
                    .isEqualTo(here.get("/api/totals").body());
            assertThat(there.get("/api/charts/creators").body())
                    .contains("\"C\"")
                    .doesNotContain("\"D\"");
            assertThat(there.get("/api/ratings?limit=1000").body())
                    .isEqualTo(here.get("/api/ratings?limit=1000").body());
            assertThat(there.get("/api/credits/rules").body())
                    .contains("TAFKAP")
                    .isEqualTo(here.get("/api/credits/rules").body());
            assertThat(withoutOrigins(there.get("/api/export?format=ndjson").body()))
                    .isEqualTo(withoutOrigins(export));

            JsonNode again = imported(there, export);
            assertThat(again.path("rows_new").intValue()).isZero();
            assertThat(again.path("rows_refused").intValue())
                    .as(refusals(there))
                    .isZero();
            assertThat(ledger(there)).isEqualTo(ledger(here));
        }
    }

    /**
     * Plays taken out, brought back and kept; creators merged, parted and merged again; opinions given and taken back.
     */
    private static void decide(ApiServer here) {
        here.delete("/api/scrobbles/" + TOLD.size());
        here.delete("/api/scrobbles/2");
        decided(here, "/api/decisions/2/undo", "{\"because\":\"it did happen\"}");
        String merge = "{\"kind\":\"creator\",\"from\":%d,\"into\":%d,\"because\":\"the same band\"}"
                .formatted(creator(here, "D"), creator(here, "C"));
        decided(here, "/api/merge", merge);
        decided(here, "/api/decisions/4/undo", "{}");
        decided(here, "/api/merge", merge);
        here.clock.advance(java.time.Duration.ofSeconds(5));
        decided(
                here,
                "/api/decisions",
                "{\"kind\":\"item\",\"number\":2,\"type\":\"link\",\"id\":\"mb:recording=" + MBID + "\"}");
        tellFact(here);
        for (String rule : List.of(
                "{\"kind\":\"keep\",\"name\":\"Earth, Wind & Fire\"}",
                "{\"kind\":\"replace\",\"name\":\"TAFKAP\",\"into\":[\"Prince\",\"Others\"]}")) {
            ApiServer.Answer answer =
                    here.send(here.request("/api/credits/rules", here.annToken).PUT(BodyPublishers.ofString(rule)));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        decided(here, "/api/ratings", "{\"scrobble\":1,\"rating\":4,\"scale\":5,\"position\":31.5}");
        decided(here, "/api/ratings", "{\"scrobble\":5,\"tag\":\"calm\"}");
        decided(here, "/api/ratings", "{\"scrobble\":2,\"rating\":1,\"least\":-1,\"scale\":1}");
        decided(here, "/api/ratings/3/undo", "");
        decided(here, "/api/creators/1/opinion", "{\"rating\":\"4.5/5\",\"love\":\"love\",\"tag\":\"Swedish\"}");
        decided(here, "/api/containers/1/opinion", "{\"note\":\"The red one.\\nFirst heard in Graz.\"}");
    }

    /** A length for a song that was told without one. */
    private static void tellFact(ApiServer here) {
        Fact fact = new Fact(
                new ExternalId("mb:recording", MBID),
                "musicbrainz",
                1_777_000_000,
                "Duet",
                "",
                222,
                "1997-05",
                "",
                List.of("rock", "trip hop"),
                List.of("Duo"));
        here.database.write(tx -> {
            FactRows.put(tx, new UserId(1), List.of(fact));
            EpisodeRows.put(tx, new UserId(1), list());
            return true;
        });
    }

    /** More lists than one reading of the store gives are in the test of the rows. */
    private static EpisodeList list() {
        ExternalId id = new ExternalId("tvmaze:episode", "7");
        ToldEpisode all = new ToldEpisode(
                id,
                new ToldEpisode.Place(1, 2),
                "The \"Well\"",
                new ToldEpisode.Airing(LocalDate.of(2026, 7, 1), 1_782_000_000L),
                2_700,
                List.of(new ToldEpisode.Place(2, 3), new ToldEpisode.Place(4, 5)));
        ToldEpisode nothing = new ToldEpisode(
                new ExternalId("tvmaze:episode", "8"),
                new ToldEpisode.Place(1, 3),
                "",
                ToldEpisode.Airing.UNKNOWN,
                null,
                List.of());
        return new EpisodeList(new ExternalId("tvmaze:show", "180"), 1_777_000_001, true, List.of(all, nothing));
    }

    private static void decided(ApiServer server, String path, String body) {
        ApiServer.Answer answer = server.post(path, body);
        assertThat(answer.status()).as(path + ": " + answer.body()).isLessThan(300);
    }

    private static long creator(ApiServer server, String name) {
        for (JsonNode row : server.get("/api/charts/creators?limit=100").json().path("rows")) {
            if (row.path("name").asString("").equals(name)) {
                return row.path("number").longValue();
            }
        }
        throw new AssertionError(server.get("/api/charts/creators?limit=100").body());
    }

    private static boolean isLedger(String line) {
        return Stream.of("decision", "opinion", "fact", "episodes", "name_rule")
                .anyMatch(word -> line.startsWith("{\"" + word + "\""));
    }

    private static List<String> ledger(ApiServer server) {
        return server.get("/api/export?format=ndjson")
                .body()
                .lines()
                .filter(ExportTest::isLedger)
                .toList();
    }

    private static JsonNode imported(ApiServer there, String export) {
        ApiServer.Answer started = there.post("/api/import?name=export.ndjson", export);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        awaitEnd(there, started.json().path("job").path("id").stringValue());
        return there.get("/api/imports").json().get(0);
    }

    private static String refusals(ApiServer there) {
        return there.get("/api/imports/1/refusals").body();
    }

    @Test
    void a_decision_about_what_is_not_here_is_refused_with_its_reason() {
        try (ApiServer server = new ApiServer()) {
            String export = TOLD.getFirst() + """

                    {"decision":1,"type":"merge","at":"2026-05-01T10:00:00Z","by":"Ann","because":"","of":"creator","from":{"key":"0000000000000001","name":"X"},"into":{"key":"0000000000000002","name":"Y"}}
                    {"decision":2,"type":"undo","at":"2026-05-01T10:00:00Z","by":"Ann","undoes":1}
                    {"decision":3,"type":"remove play","at":"2026-05-01T10:00:00Z","by":"Ann","play":{"item":"0000000000000001","title":"X"}}
                    {"decision":4,"type":"eat","at":"2026-05-01T10:00:00Z","by":"Ann"}
                    {"opinion":1,"type":"rate","at":"soon","kind":"song","item":"0000000000000001","title":"X","rating":1,"least":0,"scale":5}
                    {"opinion":2,"type":"rate","at":"2026-05-01T10:00:00Z","kind":"song","item":"xx","title":"X","rating":9,"least":0,"scale":5}
                    """;
            JsonNode run = imported(server, export);

            assertThat(run.path("rows_new").intValue()).isEqualTo(1);
            assertThat(run.path("rows_refused").intValue()).isEqualTo(6);
            assertThat(refusals(server))
                    .contains("no creator here", "undoes: expected", "no play here", "type: expected one of merge")
                    .contains("16 hexadecimal digits");
            assertThat(ledger(server)).isEmpty();
        }
    }

    private static int plays(ApiServer server) {
        return server.get("/api/totals").json().path("plays").intValue();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_play_that_was_kept_apart_and_one_that_was_folded_again_are_so_in_an_empty_server(Dialect dialect) {
        try (ApiServer here = new ApiServer(dialect);
                ApiServer there = new ApiServer(dialect)) {
            for (String title : List.of("Kept", "Folded")) {
                here.tell(ApiServer.song("Abba", title, "10:00:00"));
                here.send(here.request("/api/scrobbles", here.annToken)
                        .setHeader("User-Agent", "player/1")
                        .POST(BodyPublishers.ofString(ApiServer.song("Abba", title, "10:00:03"))));
            }
            for (JsonNode pair : here.get("/api/duplicates").json()) {
                String path =
                        "/api/duplicates/" + pair.path("folded").path("number").asLong(0);
                decided(here, path + "/reverse", "");
                if (pair.path("title").asString("").equals("Folded")) {
                    decided(here, path + "/fold", "");
                }
            }
            assertThat(plays(here)).isEqualTo(3);

            String export = here.get("/api/export?format=ndjson").body();
            JsonNode run = imported(there, export);

            assertThat(run.path("rows_refused").intValue()).as(refusals(there)).isZero();
            assertThat(ledger(there))
                    .isEqualTo(ledger(here))
                    .filteredOn(line -> line.contains("\"type\":\"keep play\""))
                    .hasSize(2);
            assertThat(plays(there)).isEqualTo(3);
            assertThat(history(there)).isEqualTo(history(here));
            imported(there, export);
            assertThat(ledger(there)).isEqualTo(ledger(here));
            assertThat(plays(there)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_decision_in_quarantine_is_made_once_what_it_names_is_here(Dialect dialect) {
        try (ApiServer here = new ApiServer(dialect);
                ApiServer there = new ApiServer(dialect)) {
            here.tell(TOLD.getLast());
            here.delete("/api/scrobbles/1");
            List<String> export =
                    here.get("/api/export?format=ndjson").body().lines().toList();
            assertThat(export).hasSize(2);
            imported(there, TOLD.getFirst() + "\n" + export.getLast() + "\n");
            JsonNode waiting = there.get("/api/quarantine").json().get(0);
            assertThat(waiting.path("error").asString("")).contains("no play here");
            String retry = "/api/quarantine/" + waiting.path("number").asLong(0) + "/retry";
            assertThat(there.post(retry, "").body()).contains("refused", "no play here");

            imported(there, export.getFirst() + "\n");
            assertThat(plays(there)).isEqualTo(2);
            assertThat(there.post(retry, "").json().path("outcome").asString(""))
                    .isEqualTo("stored");

            assertThat(plays(there))
                    .as("what was removed there is removed here")
                    .isEqualTo(1);
            assertThat(ledger(there)).hasSize(1).isEqualTo(ledger(here));
            assertThat(there.post(retry, "").status()).as("it moves on once").isEqualTo(404);
            assertThat(there.get("/api/quarantine").json()).isEmpty();
        }
    }

    @Test
    void the_example_of_the_documentation_is_read_whole() throws java.io.IOException {
        String text = java.nio.file.Files.readString(java.nio.file.Path.of("docs/export.md"));
        int begin = text.indexOf("```ndjson\n") + "```ndjson\n".length();
        try (ApiServer server = new ApiServer()) {
            JsonNode run = imported(server, text.substring(begin, text.indexOf("```", begin)));

            assertThat(run.path("rows_refused").intValue()).as(refusals(server)).isZero();
            assertThat(run.path("rows_new").intValue()).isEqualTo(3);
            assertThat(ledger(server)).hasSize(4);
            assertThat(server.get("/api/totals").body()).contains("\"plays\":2");
        }
    }

    private static List<String> withoutOrigins(String export) {
        return export.lines().map(line -> line.replaceAll(",\"origin\":.*", "")).toList();
    }

    private static void awaitEnd(ApiServer server, String job) {
        assertThat(server.get("/api/jobs/" + job + "/events").body()).contains("\"state\":\"done\"");
    }

    /** Every play as it is listed, without the numbers, for what was removed gave its number away. */
    private static List<String> history(ApiServer server) {
        List<String> plays = new ArrayList<>();
        for (JsonNode play : server.get("/api/scrobbles?limit=1000").json()) {
            ObjectNode row = (ObjectNode) play;
            row.remove(List.of("id", "number", "item", "container", "creators"));
            plays.add(row.toString());
        }
        assertThat(plays).isNotEmpty();
        return plays;
    }

    @Test
    void the_list_and_the_table_hold_the_members_of_old() {
        try (ApiServer server = new ApiServer()) {
            server.tell("{\"scrobbles\":[" + String.join(",", TOLD) + "]}");

            ApiServer.Answer json = server.get("/api/export");
            ApiServer.Answer csv = server.get("/api/export?format=csv");

            assertThat(json.header("Content-Disposition")).contains("reprise_export_2026-06-01.json");
            assertThat(json.json()).hasSize(TOLD.size());
            JsonNode first = json.json().get(0);
            for (String member : List.of("id", "artist", "album", "track", "timestamp", "source", "source_id")) {
                assertThat(first.has(member)).as(member).isTrue();
            }
            assertThat(first.path("source_id").stringValue()).isEqualTo("e1");
            assertThat(first.path("scrobble").path("kind").stringValue()).isEqualTo("song");
            assertThat(csv.body()).startsWith("timestamp,artist,album,track,source,");
            assertThat(csv.body()).contains("\"Alien \"\"1979\"\", the film\"");
            assertThat(server.get("/api/export?format=xml").status()).isEqualTo(400);
        }
    }
}
