package io.reprise.app;

import io.reprise.SettableClock;
import io.reprise.account.User;
import io.reprise.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server on a free port, for tests of those who call it; each test brings a person of its own. */
public final class InletHouse implements AutoCloseable {
    private static final JsonMapper MAPPER = Json.mapper();
    private static final String PASSWORD = "correct horse battery";

    public final SettableClock clock = SettableClock.at("2026-01-01T20:00:00Z");
    private final App app;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private int people;

    /** An answer. */
    public record Answer(int status, String body) {
        public JsonNode json() {
            return MAPPER.readTree(body);
        }

        public String outcome() {
            return json().path("outcome").stringValue("");
        }
    }

    public InletHouse(Path folder) {
        Map<Setting, String> flags = Map.of(Setting.DATA, folder.toString(), Setting.PORT, "0");
        app = App.open(Config.read(flags, new Config.Surroundings(Map.of(), folder)), clock);
        address = URI.create(app.serve("nobody").address());
    }

    /** Somebody new, with an inlet for this party. */
    public Person person(String party) {
        return person(party, "");
    }

    /** The same; {@code more} are further members of the order, each behind a comma. */
    public Person person(String party, String more) {
        people++;
        User user = app.accounts().create("person" + people, PASSWORD, ZoneOffset.UTC);
        String token = app.accounts().createToken(user.id(), "test");
        Person person = new Person(user, token);
        JsonNode made = person.api("POST", "/api/inlets", "{\"party\":\"" + party + "\"" + more + "}")
                .json();
        person.path =
                URI.create(made.path("inlet").path("address").stringValue()).getPath();
        return person;
    }

    public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody with one inlet, at {@code path}. */
    public final class Person {
        private final User user;
        private final String token;
        public String path = "";

        Person(User user, String token) {
            this.user = user;
            this.token = token;
        }

        public Answer api(String method, String route, String body) {
            return send(
                    method, route, Map.of("Authorization", "Token " + token), body.getBytes(StandardCharsets.UTF_8));
        }

        public JsonNode get(String route) {
            return api("GET", route, "").json();
        }

        /** Posts JSON to the inlet. */
        public Answer call(String body) {
            return call("", Map.of("Content-Type", "application/json"), body);
        }

        public Answer call(String behind, Map<String, String> headers, String body) {
            return send("POST", path + behind, headers, body.getBytes(StandardCharsets.UTF_8));
        }

        /** Posts a form with this part, and a picture behind it as Plex sends one. */
        public Answer form(String name, String json) {
            String body = "--edge\r\nContent-Disposition: form-data; name=\"" + name
                    + "\"\r\nContent-Type: application/json\r\n\r\n" + json
                    + "\r\n--edge\r\nContent-Disposition: form-data; name=\"thumb\"; filename=\"thumb.jpg\"\r\n"
                    + "Content-Type: image/jpeg\r\n\r\n\u00ff\u00d8\r\n\r\n\u0000\r\n--edge--\r\n";
            return send(
                    "POST",
                    path,
                    Map.of("Content-Type", "multipart/form-data; boundary=edge"),
                    body.getBytes(StandardCharsets.UTF_8));
        }

        /** The plays that count, newest first. */
        public JsonNode plays() {
            return get("/api/scrobbles?limit=100");
        }

        /** How many reports the log holds. */
        public long scrobbles() {
            return app.database().read(tx -> app.library().log().last(tx, user.id()));
        }

        /** Why the report of this number counts or not. */
        public String reason(long number) {
            plays();
            return get("/api/scrobbles/" + number).path("play").path("reason").stringValue("");
        }

        public JsonNode playing() {
            return get("/api/now-playing");
        }

        /** The inlet as its owner sees it. */
        public JsonNode inlet() {
            return get("/api/inlets/1").path("inlet");
        }

        public JsonNode waiting() {
            return get("/api/inlets/1/quarantine");
        }
    }

    public void after(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** A fixture of this party, beside its test. */
    public static String fixture(Class<?> test, String name) {
        try (var in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        app.close();
    }
}
