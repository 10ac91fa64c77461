package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.reprise.cli.Typist.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of answers that a real server gives seldom or at its own pace. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ContractTest {
    private static final String RUNNING = job("running", false, "half of it");

    @TempDir
    Path home = Path.of("");

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Stop stop = new Stop();
    private HttpServer server;
    private Typist typist;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        typist = new Typist(home)
                .with(
                        Reach.SERVER_VARIABLE,
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .with(Reach.TOKEN_VARIABLE, "a-token");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String what =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(what);
        String answer = answers.getOrDefault(what, "<h1>404</h1>");
        if (what.equals("GET /api/jobs/j1") && answer.equals(RUNNING)) {
            stop.ask();
        }
        if (what.equals("POST /api/jobs/j1/cancel")) {
            answers.put("GET /api/jobs/j1", job("cancelled", true, "cancelled; what was done stays"));
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answers.containsKey(what) ? 200 : 404, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String job(String state, boolean isFinal, String message) {
        return "{\"id\":\"j1\",\"kind\":\"import\",\"state\":\"" + state + "\",\"is_final\":" + isFinal
                + ",\"done\":5,\"total\":10,\"message\":\"" + message + "\"}";
    }

    @Test
    void a_healthy_history_ends_with_zero() {
        answers.put("GET /api/doctor", "{\"user\":\"ann\",\"healthy\":true,\"findings\":[]}");

        assertThat(typist.run("doctor")).isEqualTo(new Ended(0, "The history of ann is healthy.\n", ""));
    }

    @Test
    void a_finding_is_told_with_what_mends_it_and_ends_with_one() {
        String report = "{\"user\":\"ann\",\"healthy\":false,\"findings\":[{\"check\":\"daily plays\","
                + "\"found\":\"3 days differ\",\"mend\":\"./reprise rebuild --user ann\"}]}";
        answers.put("GET /api/doctor", report);

        Ended ended = typist.run("doctor");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .isEqualTo("1 finding in the history of ann\ndaily plays: 3 days differ\n"
                        + "  to mend it: ./reprise rebuild --user ann\n");
        assertThat(typist.run("doctor", "--json")).isEqualTo(new Ended(1, report + "\n", ""));
    }

    @Test
    void a_rebuild_follows_its_job_to_the_end() {
        answers.put("POST /api/rebuild", "{\"success\":true,\"job\":" + job("queued", false, "") + "}");
        answers.put("GET /api/jobs/j1", job("done", true, "12 scrobbles read"));
        assertThat(typist.run("rebuild")).isEqualTo(new Ended(0, "Rebuilt: 12 scrobbles read\n", ""));

        answers.put("GET /api/jobs/j1", job("failed", true, "no room on the disk"));
        Ended failed = typist.run("rebuild");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("no room on the disk");
    }

    @Test
    void why_a_job_failed_is_told_whole() {
        String reason = "no room on the disk that holds the store, which needs as much again while it is rebuilt";
        answers.put("GET /api/jobs", "[" + job("failed", true, reason) + "]");

        Ended listed = typist.run("jobs");

        assertThat(listed.out().lines()).hasSize(2).last().asString().isEqualTo("    " + reason);
    }

    @Test
    void a_report_is_asked_with_the_options_that_it_has_and_no_others() {
        answers.put("GET /api/reports", """
                {"reports":[{"word":"streaks","title":"Streaks","options":[{"word":"plays_a_day"}]}]}""");
        answers.put("GET /api/reports/streaks", """
                {"title":"Streaks","range":"2024","sentence":"Three days.","figures":{"longest":3},\
                "tables":{"rows":[{"day":"2024-05-01","plays":12}]}}""");

        assertThat(typist.run("report").out()).isEqualTo("streaks  Streaks\n");
        assertThat(typist.run("report", "streaks", "--set", "plays_a_day=3").out())
                .contains("Streaks, range: 2024", "Three days.", "longest  3", "2024-05-01     12");
        Ended mistyped = typist.run("report", "streaks", "--set", "plays=3");
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.err()).contains("no option \"plays\". Expected one of table, plays_a_day.");
    }

    @Test
    void to_stop_an_import_cancels_its_job_and_waits_for_its_end() throws IOException {
        Path file = Files.writeString(home.resolve("a.json"), "[]");
        answers.put("GET /api/imports", "[]");
        answers.put("POST /api/import", "{\"job\":" + job("queued", false, "") + "}");
        answers.put("POST /api/jobs/j1/cancel", job("running", false, ""));
        answers.put("GET /api/jobs/j1", RUNNING);

        Ended ended = typist.until(stop, "", "import", file.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("50%  half of it", "cancelled; what was done stays");
        assertThat(asked).containsOnlyOnce("POST /api/jobs/j1/cancel");
    }

    @Test
    void what_is_no_reprise_is_told_plainly() {
        Ended ended = typist.run("stats");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("does not answer as Reprise does (status 404)", "<h1>")
                .hasLineCount(1);
    }
}
