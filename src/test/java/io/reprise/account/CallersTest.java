package io.reprise.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.SettableClock;
import io.reprise.http.Door;
import io.reprise.http.Json;
import io.reprise.http.WebServer;
import io.reprise.http.WebSettings;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CallersTest {
    private final Database database = Stores.fresh(Dialect.SQLITE);
    private final Accounts accounts = QuickAccounts.over(database, SettableClock.at("2026-01-02T03:04:05Z"));
    private final User ann = accounts.create("ann", "correct horse", ZoneOffset.UTC);
    private final String token = accounts.createToken(ann.id(), "phone");
    private final WebServer server = new WebServer(
                    new WebSettings("127.0.0.1", 0, 1_000_000),
                    Json.mapper(),
                    List.of(new Rooms(new Callers(accounts))))
            .start();
    private final HttpClient client = HttpClient.newHttpClient();

    private record Rooms(Callers callers) implements Door {
        @Override
        public void open(JavalinDefaultRoutingApi routes) {
            routes.get("/me", context -> context.result(callers.require(context).name()));
            routes.post(
                    "/me", context -> context.result(callers.require(context).name()));
            routes.get(
                    "/maybe",
                    context ->
                            context.result(callers.find(context).map(User::name).orElse("nobody")));
            routes.post("/in/{name}", context -> callers.signIn(context, new User(new UserId(1), "ann")));
            routes.post("/out", callers::signOut);
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        database.close();
    }

    private HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("x"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void a_token_is_taken_in_every_form_that_clients_send() {
        for (String scheme : List.of("Token ", "token ", "TOKEN  ", "Bearer ", "bearer ")) {
            assertThat(send("GET", "/me", "Authorization", scheme + token).body())
                    .as(scheme)
                    .isEqualTo("ann");
            assertThat(send("POST", "/me", "Authorization", scheme + token).body())
                    .isEqualTo("ann");
        }
    }

    @Test
    void who_proves_nothing_is_told_how() {
        for (String header : List.of("Token wrong", "Basic " + token, token, "Token")) {
            HttpResponse<String> response = send("GET", "/me", "Authorization", header);
            assertThat(response.statusCode()).as(header).isEqualTo(401);
            assertThat(response.body()).contains("not valid").contains("Authorization: Token TOKEN");
            assertThat(send("GET", "/maybe", "Authorization", header).body()).isEqualTo("nobody");
        }
        assertThat(send("GET", "/me").body()).contains("sign in");
    }

    @Test
    void a_cookie_signs_in_and_signing_out_ends_it() {
        String set = send("POST", "/in/ann").headers().firstValue("Set-Cookie").orElse("");
        assertThat(set)
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Secure");
        String cookie = set.split(";", 2)[0];

        assertThat(send("GET", "/me", "Cookie", cookie).body()).isEqualTo("ann");
        send("POST", "/out", "Cookie", cookie);
        assertThat(send("GET", "/me", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void behind_an_encrypting_proxy_the_cookie_stays_encrypted() {
        String set = send("POST", "/in/ann", "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");

        assertThat(set).contains("Secure");
    }

    @Test
    void a_cookie_changes_something_only_from_our_own_pages() {
        String cookie = send("POST", "/in/ann")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("")
                .split(";", 2)[0];

        for (String[] foreign : List.of(
                new String[] {"Cookie", cookie},
                new String[] {"Cookie", cookie, "Origin", "https://evil.example"},
                new String[] {"Cookie", cookie, "Origin", "null"},
                new String[] {"Cookie", cookie, "Sec-Fetch-Site", "cross-site"},
                new String[] {"Cookie", cookie, "Sec-Fetch-Site", "same-site", "Origin", address()})) {
            assertThat(send("POST", "/me", foreign).statusCode())
                    .as(String.join(" ", foreign))
                    .isEqualTo(403);
        }
        for (String[] own : List.of(
                new String[] {"Cookie", cookie, "Origin", address()},
                new String[] {"Cookie", cookie, "Sec-Fetch-Site", "same-origin"},
                new String[] {"Cookie", cookie, "Origin", "https://r.example", "X-Forwarded-Host", "r.example"})) {
            assertThat(send("POST", "/me", own).body())
                    .as(String.join(" ", own))
                    .isEqualTo("ann");
        }
    }
}
