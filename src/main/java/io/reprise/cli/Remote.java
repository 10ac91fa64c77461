package io.reprise.cli;

import io.reprise.http.Json;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Reprise server as a command speaks to it: the API at {@code address}, with a token. What the server refuses, and a
 * server that cannot be reached, end in a {@link ProblemException} of one readable line.
 */
final class Remote implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(5);
    private static final Duration UPLOAD_MAX = Duration.ofHours(24);
    private static final int SHOWN_CHARS_MAX = 120;

    private final URI address;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();
    private final JsonMapper mapper = Json.mapper();

    Remote(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** An answer: its text as it came, the same as a tree, and where the list goes on. */
    record Reply(String text, JsonNode json, @Nullable String cursor) {}

    JsonMapper mapper() {
        return mapper;
    }

    Reply get(Query query) {
        return reply(request(query.toString(), ANSWER_MAX).GET());
    }

    Reply post(String path, JsonNode body) {
        return reply(request(path, ANSWER_MAX)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body))));
    }

    Reply put(String path, JsonNode body) {
        return reply(request(path, ANSWER_MAX)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body))));
    }

    Reply delete(Query query) {
        return reply(request(query.toString(), ANSWER_MAX).DELETE());
    }

    /** Sends a file as it is. */
    Reply upload(Query query, BodyPublisher file) {
        return reply(request(query.toString(), UPLOAD_MAX)
                .header("Content-Type", "application/octet-stream")
                .POST(file));
    }

    /** What the server sends, as it comes; to be closed. */
    InputStream stream(Query query) {
        HttpResponse<InputStream> answer =
                send(request(query.toString(), ANSWER_MAX).GET(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            throw refused(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, Duration atMost) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(atMost)
                .header("Authorization", "Token " + token)
                .header("Accept", "application/json")
                .header("User-Agent", "reprise-cli");
    }

    private Reply reply(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        if (answer.statusCode() < 200 || answer.statusCode() > 299) {
            throw refused(answer.statusCode(), answer.body());
        }
        JsonNode json = tree(answer.body())
                .orElseThrow(() -> foreign(answer.statusCode(), answer.body()).raised());
        Optional<String> cursor = answer.headers().firstValue("X-Next-Cursor");
        return new Reply(answer.body(), json, cursor.orElse(null));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw Problem.of(
                            503,
                            "The server at " + address + " cannot be reached (" + reason(e)
                                    + "). Is it running, and is the address right?")
                    .raised();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "The request to " + address + " was broken off.")
                    .raised();
        }
    }

    private static String reason(IOException failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        if (failure instanceof ConnectException && !(failure instanceof HttpConnectTimeoutException)) {
            return last instanceof UnresolvedAddressException ? "its name is not known" : "nothing listens there";
        }
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message;
    }

    private ProblemException refused(int status, String body) {
        JsonNode json = tree(body).orElse(null);
        if (json == null || !json.path("detail").isString()) {
            return foreign(status, body).raised();
        }
        Problem problem = Problem.of(status, json.path("detail").asString());
        return new Problem(
                        status,
                        problem.title(),
                        problem.detail(),
                        text(json, "expected"),
                        text(json, "got"),
                        text(json, "where"))
                .raised();
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).isString() ? json.path(name).asString() : null;
    }

    private Problem foreign(int status, String body) {
        String shown = body.strip().replaceAll("\\s+", " ");
        return Problem.of(
                        502,
                        "What answers at " + address + " does not answer as Reprise does (status " + status
                                + "). Is the address right?")
                .got(shown.substring(0, Math.min(shown.length(), SHOWN_CHARS_MAX)));
    }

    Optional<JsonNode> tree(String text) {
        try {
            JsonNode tree = mapper.readTree(text);
            return Optional.ofNullable(tree).filter(node -> node.isObject() || node.isArray());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
