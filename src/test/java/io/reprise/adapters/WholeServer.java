package io.reprise.adapters;

import io.reprise.SettableClock;
import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import io.reprise.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The whole server on a free port over an empty folder, with Alice, who has a token; for tests of dialects. */
public final class WholeServer implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery";

    public final SettableClock clock = SettableClock.at("2026-11-21T02:00:00Z");
    public final App app;
    public final User alice;
    public final String token;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What was answered. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return Json.mapper().readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public WholeServer(Path folder) {
        Map<Setting, String> flags = Map.of(Setting.DATA, folder.toString(), Setting.PORT, "0");
        app = App.open(Config.read(flags, new Config.Surroundings(Map.of(), folder)), clock);
        alice = app.accounts().create("Alice", PASSWORD, ZoneOffset.UTC);
        token = app.accounts().createToken(alice.id(), "test");
        address = URI.create(app.serve("nobody").address());
    }

    /** A token of somebody else. */
    public String bobToken() {
        User bob = app.accounts().find("Bob").orElseGet(() -> app.accounts().create("Bob", PASSWORD, ZoneOffset.UTC));
        return app.accounts().createToken(bob.id(), "test");
    }

    public int port() {
        return address.getPort();
    }

    public long now() {
        return clock.instant().getEpochSecond();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form as it stands. */
    public Answer post(String path, String form) {
        return post(path, form.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, byte[] form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(form)));
    }

    public Answer postJson(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names and values in turn, form-encoded. */
    public static String form(String... pairs) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(URLEncoder.encode(pairs[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", fields);
    }

    /** What is in Alice's library, as our own API tells it: {@code artist - title}, newest first. */
    public List<String> library() {
        JsonNode page = send(request("/api/scrobbles?limit=1000")
                        .header("Authorization", "Token " + token)
                        .GET())
                .json();
        List<String> lines = new ArrayList<>();
        for (JsonNode scrobble : page) {
            lines.add(scrobble.path("artist").asString("") + " - "
                    + scrobble.path("title").asString(""));
        }
        return lines;
    }

    /** How many scrobbles this user's log holds. */
    public long stored(User user) {
        return app.database().read(tx -> app.library().log().last(tx, user.id()));
    }

    /** The payload of a scrobble of Alice's. */
    public String payload(long number) {
        return app.database()
                .read(tx -> new String(
                        app.library()
                                .log()
                                .payloads(tx, alice.id(), List.of(number))
                                .get(number),
                        StandardCharsets.UTF_8));
    }

    public static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text with every time that the pattern finds in its second group moved by this many seconds. */
    public static String moved(String text, Pattern times, long later) {
        return times.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) + (Long.parseLong(found.group(2)) + later)));
    }

    @Override
    public void close() {
        client.close();
        app.close();
    }
}
