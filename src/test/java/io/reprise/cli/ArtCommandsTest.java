package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.App;
import io.reprise.art.Drawn;
import io.reprise.cli.Typist.Ended;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code art save} and {@code art restore}, on the data folder and against its server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ArtCommandsTest {
    @TempDir
    static Path made;

    static Path emptyStore;

    @TempDir
    Path home = Path.of("");

    private Typist here;
    private Typist there;
    private App server;
    private String address;
    private String token;

    @BeforeAll
    static void makeStore() {
        emptyStore = Typist.emptyStore(made);
    }

    @BeforeEach
    void serve() {
        here = new Typist(home).over(emptyStore);
        token = here.user("ann");
        server = here.open();
        address = server.serve("ann").address();
        there = new Typist(home.resolve("elsewhere"))
                .with(Reach.SERVER_VARIABLE, address)
                .with(Reach.TOKEN_VARIABLE, token);
        there.run("scrobble", "song", "Ferry", "--by", "The Otters", "--in", "Low Water", "--at", "2024-05-01 20:15");
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void change(String method, byte[] picture) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/containers/1/art"))
                .header("Authorization", "Token " + token)
                .method(method, BodyPublishers.ofByteArray(picture))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    @Test
    void a_picture_saved_from_the_folder_is_restored_at_the_server_and_the_other_way_round() throws Exception {
        change("PUT", Drawn.jpeg(300, 0xff1010));

        Ended saved = here.run("art", "save", file("folder.zip"));
        assertThat(saved).isEqualTo(new Ended(0, "", saved.err()));
        assertThat(saved.err())
                .isEqualTo("Wrote " + Amounts.count(Files.size(home.resolve("folder.zip"))) + " bytes to "
                        + file("folder.zip") + ".\n");
        assertThat(there.run("art", "save", file("server.zip")).code()).isZero();
        assertThat(home.resolve("server.zip")).hasSameBinaryContentAs(home.resolve("folder.zip"));
        assertThat(there.run("art", "restore", file("folder.zip")).out())
                .isEqualTo("0 pictures taken, 1 here already, 0 refused.\n");

        change("DELETE", new byte[0]);
        assertThat(there.run("art", "restore", file("folder.zip")))
                .isEqualTo(new Ended(0, "1 picture taken, 0 here already, 0 refused.\n", ""));
        change("DELETE", new byte[0]);
        assertThat(here.run("art", "restore", file("server.zip"), "--json").out())
                .isEqualTo("{\"brought\":1,\"known\":0,\"refused\":0,\"refusals\":[]}\n");
    }

    @Test
    void nothing_of_ones_own_is_saved_and_restored_as_nothing() {
        for (Typist typist : new Typist[] {here, there}) {
            assertThat(typist.run("art", "save", file("none.zip")).code()).isZero();
            assertThat(typist.run("art", "restore", file("none.zip")))
                    .isEqualTo(new Ended(0, "0 pictures taken, 0 here already, 0 refused.\n", ""));
        }
    }

    @Test
    void what_is_in_another_library_and_not_in_this_one_is_refused_with_its_reason() throws Exception {
        change("PUT", Drawn.jpeg(300, 0xff1010));
        there.run("art", "save", file("ann.zip"));
        Typist other = new Typist(home.resolve("other")).over(emptyStore);
        other.user("ben");

        Ended ended = other.run("art", "restore", file("ann.zip"));

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("0 pictures taken, 0 here already, 1 refused.\nRefused: container/")
                .endsWith("Low Water.jpg: there is no container here like the one that it names\n");
    }

    @Test
    void a_file_that_is_not_there_or_holds_no_pictures_is_told_in_one_line() throws IOException {
        Files.writeString(home.resolve("notes.txt"), "no pictures");
        for (Typist typist : new Typist[] {here, there}) {
            assertThat(typist.run("art", "restore", file("absent.zip")).err())
                    .isEqualTo("reprise: There is no file " + file("absent.zip")
                            + " that can be read. Expected: the zip file that `reprise art save` wrote.\n");
            assertThat(typist.run("art", "restore", home.toString()).err()).startsWith("reprise: There is no file ");
            assertThat(typist.run("art", "restore", file("notes.txt")).err())
                    .contains("This is no file of pictures", "a zip file as GET /api/art/own gives it")
                    .hasLineCount(1);
            assertThat(typist.run("art", "restore", file("notes.txt")).code()).isEqualTo(1);
        }
    }

    @Test
    void where_no_file_can_be_written_is_told_and_nothing_is_left_there() {
        Ended nowhere = there.run("art", "save", file("absent/mine.zip"));
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err())
                .isEqualTo("reprise: the pictures could not be written to their end: " + file("absent/mine.zip")
                        + ": there is no folder " + home.resolve("absent") + "\n");

        assertThat(there.run("art", "save", home.toString()).err()).contains("it is a folder");
        assertThat(home).isDirectory();
        assertThat(home.resolve("absent")).doesNotExist();
    }
}
