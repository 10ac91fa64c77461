package io.reprise.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WebServerTest {
    private static final long BODY_BYTES_MAX = 2L * 1024 * 1024;
    private final JsonMapper mapper = Json.mapper();
    private final Rooms rooms = new Rooms();
    private final WebServer server =
            new WebServer(new WebSettings("127.0.0.1", 0, BODY_BYTES_MAX), mapper, List.of(rooms)).start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** A door with one route for each thing that can happen. */
    private final class Rooms implements Door {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch leave = new CountDownLatch(1);

        @Override
        public void open(JavalinDefaultRoutingApi routes) {
            routes.get(
                    "/open/fine",
                    context ->
                            context.result("fine on " + Thread.currentThread().isVirtual()));
            routes.get("/open/named/{name}", context -> context.result(context.pathParam("name")));
            routes.post("/open/body", context -> context.result("" + context.bodyAsBytes().length));
            routes.post("/open/json", context -> context.json(Json.body(mapper, context.bodyAsBytes())));
            routes.get(
                    "/open/page",
                    context -> context.json(Paging.read(context, new Paging.Rules("x", 1, 5, 10))
                            .limit()));
            routes.get("/broken", context -> {
                throw new IllegalStateException("the secret inside");
            });
            routes.get("/overflow", context -> {
                throw new StackOverflowError("the secret inside");
            });
            routes.get("/slow", context -> {
                entered.countDown();
                leave.await();
                context.result("done");
            });
            routes.get("/own/form", context -> {
                throw Problem.notFound("nothing here").raised();
            });
        }

        @Override
        public List<String> openToOtherOrigins() {
            return List.of("/open/");
        }

        @Override
        public List<ErrorForm> errorForms() {
            return List.of(new ErrorForm() {
                @Override
                public boolean fits(Context context) {
                    return context.path().startsWith("/own/");
                }

                @Override
                public void write(Context context, Problem problem) {
                    context.result("own words: " + problem.detail());
                }
            });
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = mapper.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("type").asString()).isEqualTo("about:blank");
        return problem;
    }

    @Test
    void requests_run_on_virtual_threads() {
        assertThat(send(to("/open/fine")).body()).isEqualTo("fine on true");
    }

    @Test
    void doubled_slashes_and_one_at_the_end_are_passed_over_without_a_redirect() {
        for (String path : List.of("//open/fine", "/open//fine", "/open/fine/", "//open//fine/")) {
            HttpResponse<String> response = send(to(path));
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.body()).as(path).startsWith("fine");
        }
    }

    @Test
    void a_slash_inside_a_name_stays_in_the_name() {
        assertThat(send(to("/open/named/AC%2FDC")).body()).isEqualTo("AC/DC");
        assertThat(send(to("/open/named/100%25")).body()).isEqualTo("100%");
        assertThat(send(to("/open/named/a;b")).body()).isEqualTo("a;b");
        assertThat(send(to("/open/named/S%C3%B8ren%20%26%20co")).body()).isEqualTo("Søren & co");
    }

    @Test
    void an_unknown_path_is_a_problem() {
        assertThat(problem(send(to("/nowhere")), 404).path("detail").asString()).contains("/nowhere");
    }

    @Test
    void a_wrong_method_is_told_which_ones_there_are() {
        HttpResponse<String> response = send(to("/open/body").DELETE());

        problem(response, 405);
        assertThat(response.headers().firstValue("Allow").orElse("")).contains("POST");
    }

    @Test
    void a_fault_of_ours_is_a_problem_that_shows_nothing_from_inside() {
        HttpResponse<String> response = send(to("/broken"));

        problem(response, 500);
        assertThat(response.body()).doesNotContain("secret").doesNotContain("java");
        HttpResponse<String> overflow = send(to("/overflow"));
        problem(overflow, 500);
        assertThat(overflow.body()).doesNotContain("secret");
    }

    @Test
    void a_body_too_large_is_a_clear_413_whether_its_length_is_told_or_not() {
        byte[] large = new byte[(int) BODY_BYTES_MAX + 1];
        var told = to("/open/body").POST(BodyPublishers.ofByteArray(large));
        var untold = to("/open/body").POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)));

        assertThat(problem(send(told), 413).path("expected").asString()).isEqualTo("at most 2 MiB");
        problem(send(untold), 413);
        var allowed = to("/open/body").POST(BodyPublishers.ofByteArray(new byte[(int) BODY_BYTES_MAX]));
        assertThat(send(allowed).body()).isEqualTo("" + BODY_BYTES_MAX);
    }

    @Test
    void a_body_that_is_not_json_says_where() {
        for (String body : List.of("{\"a\": nope}", "", "{\"a\":1} trailing", "[".repeat(5_000))) {
            var request = to("/open/json").POST(BodyPublishers.ofString(body));
            assertThat(problem(send(request), 400).path("where").asString())
                    .as(body)
                    .isNotBlank();
        }
    }

    @Test
    void a_limit_out_of_bounds_says_the_bounds() {
        assertThat(send(to("/open/page")).body()).isEqualTo("5");
        assertThat(send(to("/open/page?limit=10")).body()).isEqualTo("10");
        for (String limit : List.of("0", "11", "-1", "many", "99999999999999999999")) {
            JsonNode problem = problem(send(to("/open/page?limit=" + limit)), 400);
            assertThat(problem.path("expected").asString()).contains("1 to 10");
            assertThat(problem.path("got").asString()).isEqualTo(limit);
            assertThat(problem.path("where").asString()).contains("limit");
        }
        problem(send(to("/open/page?cursor=zzz")), 400);
    }

    @Test
    void a_browser_gets_a_page_instead_and_its_words_are_escaped() {
        HttpResponse<String> response =
                send(to("/now%3Cscript%3Ehere").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.body()).doesNotContain("<script>");
    }

    @Test
    void a_door_tells_errors_in_its_own_words() {
        HttpResponse<String> response = send(to("/own/form"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("own words: nothing here");
        assertThat(send(to("/own/unknown")).body()).startsWith("own words: There is nothing at");
    }

    @Test
    void pages_of_other_origins_may_call_what_was_opened_to_them_and_nothing_else() {
        HttpResponse<String> preflight = send(to("/open/body")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("Authorization");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(send(to("/open/unknown")).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(send(to("/own/form")).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void what_is_no_http_is_refused_without_a_stack_trace() throws IOException {
        for (String line : List.of("GARBAGE", "GET /%zz HTTP/1.1\r\nHost: x", "GET / HTTP/9.9\r\nHost: x")) {
            String answer = raw(line + "\r\n\r\n");
            assertThat(answer)
                    .as(line)
                    .containsPattern("^HTTP/1.1 (4\\d\\d|505) ")
                    .doesNotContain("at org.")
                    .doesNotContain("Exception");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_running_request_ends_before_the_server_stops() throws Exception {
        CompletableFuture<HttpResponse<String>> running =
                client.sendAsync(to("/slow").build(), BodyHandlers.ofString());
        rooms.entered.await();

        Thread stopping = Thread.ofPlatform().start(server::close);
        while (stopping.getState() != Thread.State.TIMED_WAITING && stopping.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(running).isNotDone();
        rooms.leave.countDown();

        assertThat(running.get().body()).isEqualTo("done");
        stopping.join();
    }
}
