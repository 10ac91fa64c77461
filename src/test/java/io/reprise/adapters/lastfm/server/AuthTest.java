package io.reprise.adapters.lastfm.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.Callers;
import io.reprise.adapters.WholeServer;
import io.reprise.adapters.WholeServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AuthTest {
    @TempDir
    Path folder = Path.of("");

    private WholeServer server;

    @BeforeEach
    void open() {
        server = new WholeServer(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Answer call(String... pairs) {
        return server.post("/2.0/", WholeServer.form(pairs) + "&format=json");
    }

    private Answer mobile(String... pairs) {
        return server.post(
                "/2.0/", WholeServer.form(pairs) + "&format=json&method=auth.getMobileSession&username=aLiCe");
    }

    private static String key(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("session").path("name").stringValue()).isEqualTo("Alice");
        assertThat(answer.json().path("session").path("subscriber").isNumber()).isTrue();
        String key = answer.json().path("session").path("key").stringValue();
        assertThat(key).matches("[0-9a-f]{32}");
        return key;
    }

    private static int error(Answer answer) {
        return answer.json().path("error").asInt();
    }

    private int using(String key) {
        return call("method", "user.getInfo", "sk", key).status();
    }

    @Test
    void the_token_as_password_gives_a_session_key_and_is_one_itself() {
        String key = key(mobile("password", server.token));

        assertThat(using(key)).isEqualTo(200);
        assertThat(using(server.token)).isEqualTo(200);
        assertThat(key(mobile("password", server.token))).isEqualTo(key);
    }

    @Test
    void proofs_by_md5_are_taken_in_all_their_shapes() {
        String md5 = WholeServer.md5(server.token);

        String key = key(mobile("authToken", WholeServer.md5("alice" + md5)));
        assertThat(key(mobile("authToken", WholeServer.md5("aLiCe" + md5)))).isEqualTo(key);
        assertThat(key(mobile("password", md5))).isEqualTo(key);
        assertThat(key(mobile("password", md5, "authToken", WholeServer.md5("alice" + md5))))
                .isEqualTo(key);
    }

    @Test
    void the_password_of_the_page_is_taken_in_the_plain_shape_and_shows_as_a_token() {
        String key = key(mobile("password", WholeServer.PASSWORD, "api_key", "panoScrobbler"));

        assertThat(using(key)).isEqualTo(200);
        assertThat(server.app.accounts().tokens(server.alice.id()))
                .extracting(token -> token.name())
                .containsExactly("test", "Pano Scrobbler (signed in by password)");
        assertThat(key(mobile("password", WholeServer.PASSWORD, "api_key", "panoScrobbler")))
                .isEqualTo(key);
    }

    @Test
    void what_proves_nothing_is_refused_with_error_4() {
        String bobs = server.bobToken();
        for (String wrong : new String[] {"wrong", bobs, WholeServer.md5(bobs)}) {
            Answer answer = mobile("password", wrong);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body())
                    .isEqualTo("{\"error\":4,\"message\":\"Authentication Failed - You do not have permissions to"
                            + " access the service\"}");
        }
        assertThat(error(mobile("authToken", WholeServer.md5("alice" + server.token))))
                .isEqualTo(4);
        assertThat(error(mobile())).isEqualTo(6);
        assertThat(error(call("method", "auth.getMobileSession", "password", "x")))
                .isEqualTo(6);
    }

    @Test
    void guessing_passwords_is_bounded_but_a_token_taken_back_locks_nobody_out() {
        for (int i = 0; i < 40; i++) {
            assertThat(error(mobile("password", "11111111-2222-3333-4444-55555555555" + i % 10)))
                    .isEqualTo(4);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(error(mobile("password", "guess " + i))).isEqualTo(4);
        }
        Answer refused = mobile("password", WholeServer.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(error(refused)).isEqualTo(29);
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    @Test
    void taking_the_token_back_takes_its_session_key_back() {
        String key = key(mobile("password", server.token));
        assertThat(using(key)).isEqualTo(200);

        int number = server.app.accounts().tokens(server.alice.id()).getFirst().number();
        assertThat(server.app.accounts().revoke(server.alice.id(), number)).isTrue();

        Answer refused = call("method", "user.getInfo", "sk", key);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .isEqualTo("{\"error\":9,\"message\":\"Invalid session key - Please re-authenticate\"}");
        assertThat(using(server.token)).isEqualTo(403);
    }

    @Test
    void a_request_is_approved_once_and_for_the_program_that_asked() {
        String request = call("method", "auth.getToken").json().path("token").stringValue();
        assertThat(request).matches("[0-9a-f]{32}");
        String[] session = {"method", "auth.getSession", "token", request, "api_key", "K"};
        assertThat(error(call(session))).isEqualTo(14);

        server.app.accounts().approvals().approve(server.alice, request, "K", "A program");

        assertThat(error(call("method", "auth.getSession", "token", request, "api_key", "L")))
                .isEqualTo(4);
        assertThat(using(key(call(session)))).isEqualTo(200);
        assertThat(error(call(session))).isEqualTo(4);
        assertThat(error(call("method", "auth.getSession", "token", "f".repeat(32))))
                .isEqualTo(4);
    }

    @Test
    void a_request_lives_an_hour() {
        String request = call("method", "auth.getToken").json().path("token").stringValue();
        server.app.accounts().approvals().approve(server.alice, request, "", "A program");
        server.clock.advance(Duration.ofMinutes(61));

        Answer expired = call("method", "auth.getSession", "token", request);
        assertThat(expired.status()).isEqualTo(403);
        assertThat(error(expired)).isEqualTo(15);
    }

    @Test
    void who_holds_a_session_is_told_in_xml_too() {
        Answer answer = server.get("/2.0/?method=auth.getSessionInfo&sk=" + server.token);
        assertThat(answer.body()).contains("<lfm status=\"ok\"><application><session><name>Alice</name>");
    }

    @Test
    void the_page_asks_who_is_signed_in_and_shows_where_to_sign_in_otherwise() {
        String request = call("method", "auth.getToken").json().path("token").stringValue();
        String path = "/api/auth/?api_key=panoScrobbler&token=" + request;

        Answer out = server.get(path);
        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Location")).startsWith("/signin?next=%2Fapi%2Fauth");
        assertThat(page(path).body()).contains("Pano Scrobbler", request, "Allow");
        assertThat(approve("api_key", "panoScrobbler", "token", request).status())
                .isEqualTo(200);
        assertThat(using(key(call("method", "auth.getSession", "token", request, "api_key", "panoScrobbler"))))
                .isEqualTo(200);
        assertThat(page("/api/auth?token=" + "f".repeat(32)).status()).isEqualTo(400);
    }

    private Answer page(String path) {
        return server.send(server.request(path)
                .header("Cookie", cookie())
                .header("Accept", "text/html")
                .GET());
    }

    private String cookie() {
        return Callers.COOKIE + "=" + server.app.accounts().startSession(server.alice.id());
    }

    private Answer approve(String... pairs) {
        return server.send(server.request("/api/auth")
                .header("Cookie", cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(WholeServer.form(pairs))));
    }

    @Test
    void a_program_of_the_web_gets_the_browser_back_with_an_approved_request() {
        String callback = "https://scrobbler.example:8443/back?user=1#top";
        Answer asked = page("/api/auth?" + WholeServer.form("api_key", "K", "cb", callback));
        assertThat(asked.body()).contains("https://scrobbler.example:8443");
        assertThat(asked.header("Content-Security-Policy"))
                .contains("form-action 'self' https://scrobbler.example:8443;");

        Answer approved = approve("api_key", "K", "cb", callback);
        assertThat(approved.status()).isEqualTo(303);
        assertThat(approved.header("Location"))
                .matches("https://scrobbler\\.example:8443/back\\?user=1&token=[0-9a-f]{32}#top");
        String request = approved.header("Location").replaceAll(".*token=|#.*", "");
        assertThat(using(key(call("method", "auth.getSession", "token", request, "api_key", "K"))))
                .isEqualTo(200);
    }

    @Test
    void the_browser_is_sent_to_addresses_of_the_web_alone_and_only_by_our_own_page() {
        for (String callback : new String[] {
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "https://a@evil.example/",
            "https:///x",
            "ftp://a/"
        }) {
            assertThat(page("/api/auth?" + WholeServer.form("cb", callback)).status())
                    .as(callback)
                    .isEqualTo(400);
            assertThat(approve("cb", callback).status()).as(callback).isEqualTo(400);
        }
        Answer foreign = server.send(server.request("/api/auth")
                .header("Cookie", cookie())
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("cb=https://evil.example/")));
        assertThat(foreign.status()).isEqualTo(403);
    }
}
