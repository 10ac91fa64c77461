package io.reprise.adapters.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.store.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PlaylistRoutesTest {
    static final String EXTENSION =
            "\"extension\":{\"https://musicbrainz.org/doc/jspf#" + "playlist\":{\"public\":true,\"collaborators\":[]}}";

    private static String mbid(int number) {
        return new UUID(7, number).toString();
    }

    static String jspf(String members, int... tracks) {
        List<String> all = new ArrayList<>();
        for (int track : tracks) {
            all.add("{\"identifier\":[\"https://musicbrainz.org/recording/" + mbid(track) + "\"]}");
        }
        return "{\"playlist\":{" + members + ",\"track\":[" + String.join(",", all) + "]}}";
    }

    private static String create(Server server, int... tracks) {
        JsonNode made = server.post(
                        "/1/playlist/create", server.aliceToken, jspf("\"title\":\"Mine\"," + EXTENSION, tracks))
                .json();
        assertThat(made.path("status").stringValue("")).as(made.toString()).isEqualTo("ok");
        return made.path("playlist_mbid").stringValue();
    }

    private static List<String> tracks(Server server, String id) {
        return server
                .get("/1/playlist/" + id, server.aliceToken)
                .json()
                .path("playlist")
                .path("track")
                .values()
                .stream()
                .map(track -> track.path("identifier").get(0).stringValue().replaceFirst(".*-0*", ""))
                .toList();
    }

    private static void change(Server server, String path, String body) {
        assertThat(server.post("/1/playlist/" + path, server.aliceToken, body)
                        .response()
                        .body())
                .isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_playlist_is_made_changed_copied_and_deleted(Dialect dialect) {
        try (Server server = new Server(dialect)) {
            String id = create(server, 1, 2, 3);
            assertThat(tracks(server, id)).containsExactly("1", "2", "3");
            change(server, id + "/item/add", jspf("\"x\":1", 4));
            change(server, id + "/item/add/1", jspf("\"x\":1", 5, 6));
            assertThat(tracks(server, id)).containsExactly("1", "5", "6", "2", "3", "4");
            change(server, id + "/item/move", "{\"mbid\":\"" + mbid(5) + "\",\"from\":1,\"to\":4,\"count\":2}");
            assertThat(tracks(server, id)).containsExactly("1", "2", "3", "4", "5", "6");
            change(server, id + "/item/delete", "{\"index\":0,\"count\":5}");
            assertThat(tracks(server, id)).containsExactly("6");
            change(server, "edit/" + id, "{\"playlist\":{\"title\":\"Ours\",\"annotation\":\"note\"}}");
            String copy = server.post("/1/playlist/" + id + "/copy", server.aliceToken, "")
                    .json()
                    .path("playlist_mbid")
                    .stringValue();
            JsonNode copied =
                    server.get("/1/playlist/" + copy, server.aliceToken).json().path("playlist");
            assertThat(copied.path("title").stringValue()).isEqualTo("Copy of Ours");
            assertThat(copied.toString())
                    .contains("\"copied_from_mbid\":\"https" + "://listenbrainz.org/playlist/" + id);
            assertThat(tracks(server, copy)).containsExactly("6");
            change(server, id + "/delete", "");
            assertThat(server.get("/1/playlist/" + id, server.aliceToken).error())
                    .isEqualTo("Cannot find playlist: " + id);
            assertThat(tracks(server, copy)).containsExactly("6");
        }
    }

    @Test
    void it_reads_as_jspf_with_the_words_of_the_catalog() {
        try (Server server = new Server(Dialect.SQLITE)) {
            String listen = "{\"listened_at\":" + (server.now() - 50) + ",\"track_metadata\":{"
                    + "\"artist_name\":\"A\","
                    + "\"track_name\":\"T\",\"release_name\":\"R\""
                    + ",\"additional_info\":{\"recording_mbid\":\"" + mbid(1)
                    + "\",\"duration\":200}}}";
            server.post("/1/submit-listens", server.aliceToken, Server.single(listen));
            String id = create(server, 1, 2);
            String time = "2026-11-21T02:00:00+00:00";
            String added = "\"extension\":{\"https://musicbrainz.org/doc/jsp"
                    + "f#track\":{\"added_by\":\"Alice\",\"added_at\":\""
                    + time + "\",\"artist_identifiers\":[]}}}";
            String address = "{\"identifier\":[\"https://musicbrainz.org/recording/";
            String head = "{\"playlist\":{\"creator\":\"Alice\",\"title\":\"Mine\",\"identifier\":"
                    + "\"https://listenbr"
                    + "ainz.org/playlist/" + id + "\",\"date\":\"" + time + "\",\"extension\":"
                    + "{\"https://musicbrainz.org/doc/jspf#playlist\":{\"public\":true,\"creator\":\"Alice\","
                    + "\"last_modified_at\":\"" + time + "\",\"collaborators\":[]}},\"track\":[";
            assertThat(server.get("/1/playlist/" + id, server.aliceToken)
                            .response()
                            .body())
                    .isEqualTo(head + address + mbid(1)
                            + "\"],\"title\":\"T\",\"creator\":\"A\""
                            + ",\"album\":\"R\",\"duration\":200000," + added + ","
                            + address + mbid(2) + "\"]," + added + "]}}");
            assertThat(server.get("/1/user/alice/playlists", server.aliceToken)
                            .response()
                            .body())
                    .isEqualTo("{\"playlists\":[" + head + "]}}],\"playlist_count\":1," + "\"offset\":0,\"count\":25}");
            assertThat(server.get("/1/user/alice/playlists/search?query=mine", server.aliceToken)
                            .response()
                            .body())
                    .contains(id);
            assertThat(server.get("/1/playlist/search?query=other", server.aliceToken)
                            .response()
                            .body())
                    .contains("\"playlist_count\":0");
            for (String kind : List.of("createdfor", "collaborator", "recommendations")) {
                assertThat(server.get("/1/user/alice/playlists/" + kind, server.aliceToken)
                                .response()
                                .body())
                        .isEqualTo("{\"playlists\":[],\"playlist_count\":0,\"offset\":0,\"count\":25}");
            }
        }
    }

    @Test
    void somebody_else_s_playlist_is_not_there() {
        try (Server server = new Server(Dialect.SQLITE)) {
            String id = create(server, 1);
            for (String path : List.of("edit/" + id, id + "/item/add", id + "/delete", id + "/copy")) {
                Server.Answer answer = server.post(
                        "/1/playlist/" + path, server.bobToken, jspf("\"title\":\"Bob's\"," + EXTENSION, 2));
                assertThat(answer.status()).as(path).isEqualTo(404);
            }
            assertThat(server.get("/1/playlist/" + id, server.bobToken).error())
                    .isEqualTo("Cannot find playlist: " + id);
            assertThat(tracks(server, id)).containsExactly("1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create | {} | 400 | JSPF playlist requires 'playlist' element",
                "create | {`playlist`:{`title`:`T`}} | 400 | JSPF playlist.extension."
                        + "https://musicbrainz.org/doc/jspf#playlist.public field must be given.",
                "create | {`playlist`:{PUBLIC}} | 400 | JSPF playlist mus"
                        + "t contain a title element with the title of the playlist.",
                "create | {`playlist`:{`title`:`T`,`created_for`:`bob`,PUBLIC}} | 403 | Pl"
                        + "aylist contains a created_for field, but sub"
                        + "mitting user is not an approved playlist bot.",
                "create | {`playlist`:{`title`:`T`,PUBLIC,`track`:[{}]}} | 400 | JSPF p"
                        + "laylist track 0 must contain an identifier element with recording MBID.",
                "create | {`playlist`:{`title`:`T`,PUBLIC,`track`:[{`identifier`:`x`}]}} |"
                        + " 400 | JSPF playlist track 0 identifier must have the name"
                        + "space 'https://musicbrainz.org/recording/' prepended to it.",
                "create | {`playlist`:{`title`:`T`,PUBLIC,`track`:[{`identifier`:`https://"
                        + "musicbrainz.org/recording/x`}]}} | 400 | JSPF playlist "
                        + "track 0 does not contain a valid track identifier field.",
                "x/delete | | 400 | Provided playlist ID is invalid.",
                "ID/item/delete | {`index`:0} | 400 | post data for a remo"
                        + "ve instruction must include the keys 'index' and 'count'.",
                "ID/item/delete | {`index`:0,`count`:3} | 400 | the pl"
                        + "aylist has 2 tracks; 3 from index 0 are not among them",
                "ID/item/move | {`from`:0} | 400 | post data for a move instru"
                        + "ction must include the keys 'from', 'to', 'count' and 'mbid'.",
                "ID/item/move | {`from`:-1,`to`:0,`count`:1,`mbid`:`00000000-0000-0001-000"
                        + "0-000000000002`} | 400 | move instruction values for '"
                        + "from', 'to' and 'count' must all be positive integers.",
                "ID/item/add/x | {`playlist`:{}} | 400 | Offset must be a positive integer.",
            })
    void what_cannot_be_right_is_refused_with_the_reason(String path, String body, int status, String error) {
        try (Server server = new Server(Dialect.SQLITE)) {
            String id = create(server, 1, 2);
            String sent = body == null ? "" : body.replace("PUBLIC", EXTENSION).replace('`', '"');
            Server.Answer answer = server.post("/1/playlist/" + path.replace("ID", id), server.aliceToken, sent);
            assertThat(answer.error()).isEqualTo(error);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(tracks(server, id)).containsExactly("1", "2");
        }
    }

    @Test
    void the_catalog_answers_what_it_knows_of_a_name_or_an_mbid() {
        try (Server server = new Server(Dialect.SQLITE)) {
            String listen = "{\"listened_at\":" + (server.now() - 50) + ",\"track_metadata\":{"
                    + "\"artist_name\":\"A\","
                    + "\"track_name\":\"T\",\"release_name\":\"R\""
                    + ",\"additional_info\":{\"recording_mbid\":\"" + mbid(1)
                    + "\",\"duration\":200}}}";
            server.post("/1/submit-listens", server.aliceToken, Server.single(listen));
            server.submit(server.now() - 10, "A", "Nameless");
            String lookup = "/1/metadata/lookup/?artist_name=a&recording_name=";
            assertThat(server.get(lookup + "t", server.aliceToken).response().body())
                    .isEqualTo("{\"artist_credit_name\":\"A\",\"art"
                            + "ist_mbids\":[],\"recording_mbid\":\"" + mbid(1)
                            + "\",\"recording_name\":\"T\",\"release_mbid\":null,\"release_name\":\"R\"}");
            assertThat(server.get(lookup + "nameless", server.aliceToken)
                            .response()
                            .body())
                    .isEqualTo("{}");
            assertThat(server.get(lookup + "unknown", server.aliceToken)
                            .response()
                            .body())
                    .isEqualTo("{}");
            assertThat(server.get(lookup, server.aliceToken).error())
                    .isEqualTo("recording_name is invalid or not present in arguments");
            String recording = "/1/metadata/recording/?recording_mbids=";
            assertThat(server.get(recording + mbid(1) + "," + mbid(2), server.aliceToken)
                            .response()
                            .body())
                    .isEqualTo("{\"" + mbid(1) + "\":{\"artist\":{\"name\":\"A\",\"artists\":[]},\"recording\":"
                            + "{\"name\":\"T\",\"length\":200000,\"rels\":[]},\"release\":{\"name\":\"R\"}}}");
            assertThat(server.get(recording + mbid(1), server.bobToken)
                            .response()
                            .body())
                    .isEqualTo("{}");
            assertThat(server.get(recording + "x", server.aliceToken).error())
                    .isEqualTo("recording mbid x is not valid.");
        }
    }
}
