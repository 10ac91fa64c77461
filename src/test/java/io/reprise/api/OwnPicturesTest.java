package io.reprise.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.art.Drawn;
import io.reprise.store.Dialect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Law 7 for the pictures that a user brought. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OwnPicturesTest {
    private static final String OWN = "/api/art/own";
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    private byte[] send(HttpRequest.Builder request, int status) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode())
                    .as(new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(status);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] saved(ApiServer server, String token) {
        return send(server.request(OWN, token).GET(), 200);
    }

    private JsonNode restored(ApiServer server, byte[] zip) {
        return json(send(server.request(OWN, server.annToken).POST(BodyPublishers.ofByteArray(zip)), 200));
    }

    private static JsonNode json(byte[] body) {
        return tools.jackson.databind.json.JsonMapper.shared().readTree(body);
    }

    private void brings(ApiServer server, String thing, byte[] picture) {
        send(server.request("/api/" + thing + "/art", server.annToken).PUT(BodyPublishers.ofByteArray(picture)), 200);
    }

    /** Every file with its second and its bytes. */
    private static TreeMap<String, String> files(byte[] zip) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(
                        entry.getName() + " " + entry.getLastModifiedTime(),
                        Base64.getEncoder().encodeToString(in.readAllBytes()));
            }
        }
        return files;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void pictures_saved_here_and_restored_there_are_the_same_byte_for_byte(Dialect dialect) throws IOException {
        try (ApiServer here = new ApiServer(dialect);
                ApiServer there = new ApiServer(dialect)) {
            here.tell(ApiServer.song("Nils Frahm", "Says", "10:00:00"));
            there.tell(ApiServer.song("Somebody", "Else", "09:00:00"));
            there.tell(ApiServer.song("Nils Frahm", "Says", "10:00:00"));
            brings(here, "containers/1", Drawn.jpeg(300, 0xff1010));
            brings(here, "creators/1", Drawn.jpeg(1_200, 0x1010ff));
            byte[] zip = saved(here, here.annToken);
            assertThat(files(zip)).hasSize(2);
            assertThat(files(zip).lastEntry().getKey()).startsWith("creator/").contains(" Nils Frahm.jpg");
            assertThat(files(saved(here, here.benToken))).isEmpty();
            there.clock.advance(java.time.Duration.ofDays(3));

            assertThat(restored(there, zip).toString())
                    .isEqualTo("{\"brought\":2,\"known\":0,\"refused\":0,\"refusals\":[]}");

            assertThat(files(saved(there, there.annToken))).isEqualTo(files(zip));
            byte[] shown = send(
                    there.request("/art/containers/2?size=80", there.annToken).GET(), 200);
            assertThat(Drawn.read(shown).getRGB(40, 40) & 0xff0000).isGreaterThan(0xe00000);
            assertThat(restored(there, zip).path("known").intValue()).isEqualTo(2);
            there.clock.advance(java.time.Duration.ofDays(3));
            brings(there, "containers/2", Drawn.jpeg(300, 0x10ff10));
            byte[] newer = saved(there, there.annToken);
            assertThat(restored(there, zip).path("known").intValue())
                    .as("the later one stays")
                    .isEqualTo(2);
            assertThat(files(saved(there, there.annToken))).isEqualTo(files(newer));
        }
    }

    @Test
    void a_name_of_signs_that_take_two_places_is_cut_between_them() throws IOException {
        try (ApiServer server = new ApiServer()) {
            server.tell(ApiServer.song("A" + "\ud835\udd38".repeat(80), "Says", "10:00:00"));
            brings(server, "creators/1", Drawn.jpeg(300, 0xff1010));

            assertThat(files(saved(server, server.annToken)).firstKey())
                    .contains(" A" + "\ud835\udd38".repeat(49) + ".jpg");
        }
    }

    @Test
    void a_small_file_that_becomes_a_very_large_one_is_not_read_to_its_end() throws IOException {
        try (ApiServer server = new ApiServer()) {
            byte[] bomb = zip("container/0000000000000001 X.jpg", new byte[80 << 20]);
            HttpRequest.Builder request = server.request(OWN, server.annToken).POST(BodyPublishers.ofByteArray(bomb));

            assertThat(new String(send(request, 400), StandardCharsets.UTF_8)).contains("64 MB", "10 MB");
        }
    }

    @Test
    void what_is_no_picture_or_names_nothing_here_is_refused_with_its_reason() throws IOException {
        try (ApiServer server = new ApiServer()) {
            server.tell(ApiServer.song("Nils Frahm", "Says", "10:00:00"));
            brings(server, "containers/1", Drawn.jpeg(300, 0xff1010));
            String name = files(saved(server, server.annToken)).firstKey().split(" ")[0];
            send(server.request("/api/containers/1/art", server.annToken).DELETE(), 200);

            assertThat(restored(server, zip("container/0000000000000001 X.jpg", Drawn.jpeg(10, 1)))
                            .toString())
                    .contains("there is no container here");
            assertThat(restored(server, zip("holiday.jpg", Drawn.jpeg(10, 1))).toString())
                    .contains("expected a name such as");
            assertThat(restored(server, zip(name + ".jpg", "<svg/>".getBytes(StandardCharsets.UTF_8)))
                            .toString())
                    .contains("\"brought\":0", "\"refused\":1");
            assertThat(files(saved(server, server.annToken))).isEmpty();
            HttpRequest.Builder noZip =
                    server.request(OWN, server.annToken).POST(BodyPublishers.ofString("PK, but not really"));
            assertThat(new String(send(noZip, 400), StandardCharsets.UTF_8)).contains("a zip file as GET");
        }
    }
}
