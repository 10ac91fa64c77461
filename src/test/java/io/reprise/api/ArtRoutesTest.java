package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.art.Drawn;
import io.reprise.art.Pictures;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Pictures over the API: one's own, what is shown, and how browsers keep it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ArtRoutesTest {
    private static final String ALBUM = "/api/containers/1/art";
    private static final byte[] RED = Drawn.jpeg(300, 0xff1010);

    private final ApiServer server = new ApiServer();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void a_song_was_played() {
        server.tell(ApiServer.song("Nils Frahm", "Says", "10:00:00"));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private HttpResponse<byte[]> get(String path, String token, String... headers) {
        HttpRequest.Builder request = server.request(path, token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    private HttpResponse<byte[]> put(String path, byte[] body) {
        return send(server.request(path, server.annToken)
                .header("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void without_a_picture_initials_are_drawn_which_a_browser_asks_for_again() {
        HttpResponse<byte[]> answer = get("/art/creators/1", server.annToken);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("image/svg+xml");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(text(answer)).contains(">NF<").contains("rx=\"50\"");
        HttpResponse<byte[]> again = get("/art/creators/1", server.annToken, "If-None-Match", header(answer, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void an_own_picture_is_shown_in_every_size_until_it_is_deleted() {
        assertThat(text(put(ALBUM, RED))).contains("/art/containers/1");
        for (int side : new int[] {80, 250, 500, 1_000}) {
            HttpResponse<byte[]> answer = get("/art/containers/1?size=" + side, server.annToken);
            assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
            assertThat(Drawn.read(answer.body()).getWidth()).isEqualTo(Math.min(300, side));
        }
        assertThat(get("/art/items/1", server.annToken).body())
                .isEqualTo(get("/art/containers/1", server.annToken).body());
        assertThat(text(send(server.request(ALBUM, server.annToken).DELETE()))).contains("\"deleted\":true");
        assertThat(text(send(server.request(ALBUM, server.annToken).DELETE()))).contains("\"deleted\":false");
        assertThat(text(get("/art/containers/1", server.annToken))).contains("<svg");
    }

    @Test
    void a_browser_keeps_what_it_asked_for_by_its_hash_for_ever() {
        put(ALBUM, RED);
        HttpResponse<byte[]> plain = get("/art/containers/1?size=80", server.annToken);
        String tag = header(plain, "ETag");
        String hash = tag.substring(1, 17);
        assertThat(header(plain, "Cache-Control")).isEqualTo("private, no-cache");
        HttpResponse<byte[]> pinned = get("/art/containers/1?size=80&v=" + hash, server.annToken);
        assertThat(header(pinned, "Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(get("/art/containers/1?size=80", server.annToken, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        put(ALBUM, Drawn.jpeg(300, 0x1010ff));
        assertThat(get("/art/containers/1?size=80", server.annToken, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(header(get("/art/containers/1?size=80&v=" + hash, server.annToken), "Cache-Control"))
                .isEqualTo("private, no-cache");
    }

    @Test
    void nobody_else_sees_or_changes_it() {
        put(ALBUM, RED);
        assertThat(get("/art/containers/1", server.benToken).statusCode()).isEqualTo(404);
        assertThat(send(server.request("/art/containers/1", null).GET()).statusCode())
                .isEqualTo(401);
        assertThat(send(server.request(ALBUM, server.benToken).DELETE()).statusCode())
                .isEqualTo(404);
        server.send(server.request("/api/scrobbles", server.benToken)
                .POST(BodyPublishers.ofString(ApiServer.song("Ben", "Own", "11:00:00"))));
        assertThat(text(get("/art/containers/1", server.benToken))).contains("<svg");
        assertThat(header(get("/art/containers/1", server.annToken), "Content-Type"))
                .isEqualTo("image/jpeg");
    }

    @Test
    void what_is_no_picture_or_too_large_or_of_nothing_is_refused_with_a_sentence() {
        assertThat(text(put(ALBUM, "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8))))
                .contains("Expected a JPEG, PNG or GIF");
        assertThat(text(put(ALBUM, new byte[0]))).contains("0 bytes");
        byte[] large = new byte[Pictures.UPLOAD_BYTES_MAX + 1];
        assertThat(text(put(ALBUM, large))).contains("at most 10 MiB");
        assertThat(put(ALBUM, large).statusCode()).isEqualTo(400);
        assertThat(put("/api/containers/99/art", RED).statusCode()).isEqualTo(404);
        assertThat(get("/art/songs/1", server.annToken).statusCode()).isEqualTo(404);
        assertThat(text(get("/art/items/1?size=81", server.annToken))).contains("80, 250, 500 or 1000");
    }

    @Test
    void nobody_to_be_asked_is_said() {
        assertThat(text(get("/api/art/sources", server.annToken))).isEqualTo("[]");
        assertThat(server.post("/api/art/fetch", "{\"pictures_max\":0}").status())
                .isEqualTo(400);
    }
}
