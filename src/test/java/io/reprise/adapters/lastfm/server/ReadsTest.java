package io.reprise.adapters.lastfm.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.adapters.WholeServer;
import io.reprise.adapters.WholeServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReadsTest {
    @TempDir
    Path folder = Path.of("");

    private WholeServer server;

    @BeforeEach
    void three_songs() {
        server = new WholeServer(folder);
        scrobble("Ann", "One", "First", server.now() - 86_400 * 40);
        scrobble("Ann", "Two", "First", server.now() - 3600);
        scrobble("Ben", "Three", "", server.now() - 1800);
        scrobble("Ann", "Two", "First", server.now() - 900);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void scrobble(String artist, String track, String album, long at) {
        Answer answer = call(
                "track.scrobble",
                "artist",
                artist,
                "track",
                track,
                "album",
                album,
                "timestamp",
                Long.toString(at),
                "duration",
                "200");
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    private Answer call(String method, String... pairs) {
        return server.post("/2.0/", WholeServer.form(pairs) + "&format=json&method=" + method + "&sk=" + server.token);
    }

    private Answer xml(String method, String... pairs) {
        return server.post("/2.0/", WholeServer.form(pairs) + "&method=" + method + "&sk=" + server.token);
    }

    private static List<String> names(JsonNode list) {
        assertThat(list.isArray()).isTrue();
        List<String> names = new ArrayList<>();
        list.forEach(each -> names.add(each.path("name").stringValue()));
        return names;
    }

    @Test
    void recent_tracks_come_newest_first_in_pages() {
        JsonNode page = call("user.getRecentTracks", "user", "alice", "limit", "3")
                .json()
                .path("recenttracks");
        assertThat(names(page.path("track"))).containsExactly("Two", "Three", "Two");
        assertThat(page.path("@attr").toString())
                .isEqualTo(
                        "{\"user\":\"Alice\",\"page\":\"1\",\"perPage\":\"3\",\"totalPages\":\"2\",\"total\":\"4\"}");
        JsonNode newest = page.path("track").get(0);
        assertThat(newest.path("artist").toString()).isEqualTo("{\"mbid\":\"\",\"#text\":\"Ann\"}");
        assertThat(newest.path("album").path("#text").stringValue()).isEqualTo("First");
        assertThat(newest.path("date").toString())
                .isEqualTo("{\"uts\":\"" + (server.now() - 900) + "\",\"#text\":\"21 Nov 2026, 01:45\"}");
        assertThat(newest.path("image").size()).isEqualTo(4);
        JsonNode second =
                call("user.getRecentTracks", "limit", "3", "page", "2").json().path("recenttracks");
        assertThat(names(second.path("track"))).containsExactly("One");
        JsonNode beyond =
                call("user.getRecentTracks", "limit", "3", "page", "9").json().path("recenttracks");
        assertThat(names(beyond.path("track"))).isEmpty();
    }

    @Test
    void both_ends_of_a_range_belong_to_it() {
        String from = Long.toString(server.now() - 3600);
        String to = Long.toString(server.now() - 1800);
        JsonNode page =
                call("user.getRecentTracks", "from", from, "to", to).json().path("recenttracks");
        assertThat(names(page.path("track"))).containsExactly("Three", "Two");
    }

    @Test
    void the_extended_shape_tells_what_is_loved_and_what_plays_stands_first_without_a_date() {
        call("track.love", "artist", "Ann", "track", "Two");
        call("track.updateNowPlaying", "artist", "Cid", "track", "Now");

        JsonNode tracks = call("user.getRecentTracks", "extended", "1", "limit", "2")
                .json()
                .path("recenttracks")
                .path("track");

        assertThat(names(tracks)).containsExactly("Now", "Two", "Three");
        assertThat(tracks.get(0).path("@attr").path("nowplaying").stringValue()).isEqualTo("true");
        assertThat(tracks.get(0).has("date")).isFalse();
        assertThat(tracks.get(1).path("artist").path("name").stringValue()).isEqualTo("Ann");
        assertThat(tracks.get(1).path("loved").stringValue()).isEqualTo("1");
        assertThat(tracks.get(2).path("loved").stringValue()).isEqualTo("0");
        assertThat(xml("user.getRecentTracks").body())
                .contains(
                        "<recenttracks user=\"Alice\" page=\"1\"", "<track nowplaying=\"true\"><artist mbid=\"\">Cid<");
    }

    @Test
    void loved_tracks_need_never_have_been_played_and_can_be_taken_back() {
        assertThat(call("track.love", "artist", "Ann", "track", "Two").body()).isEqualTo("{}");
        assertThat(xml("track.love", "artist", "Zoe", "track", "Never played").body())
                .contains("<lfm status=\"ok\"></lfm>");
        call("track.love", "artist", "ann", "track", "TWO");

        JsonNode loved = call("user.getLovedTracks").json().path("lovedtracks");
        assertThat(names(loved.path("track"))).containsExactlyInAnyOrder("Never played", "Two");
        assertThat(loved.path("@attr").path("total").stringValue()).isEqualTo("2");
        assertThat(loved.path("track").get(0).path("artist").path("name").stringValue())
                .isEqualTo("Zoe");
        assertThat(loved.path("track").get(0).path("streamable").toString())
                .isEqualTo("{\"fulltrack\":\"0\",\"#text\":\"0\"}");

        call("track.unlove", "artist", "Ann", "track", "Two");
        call("track.unlove", "artist", "Ann", "track", "Two");
        assertThat(names(call("user.getLovedTracks").json().path("lovedtracks").path("track")))
                .containsExactly("Never played");
    }

    @Test
    void what_is_liked_elsewhere_is_loved_here_by_its_names_in_the_library() {
        var rated = io.reprise.rating.Rated.of(Loved.song("Ann", "Two"), 0, null);
        server.app
                .library()
                .ratings()
                .give(
                        server.alice.id(),
                        rated,
                        new io.reprise.rating.Opinion.Rate(io.reprise.rating.Score.of(1, -1, 1)));

        JsonNode loved = call("user.getLovedTracks").json().path("lovedtracks").path("track");
        assertThat(loved.get(0).path("artist").path("name").stringValue()).isEqualTo("Ann");
    }

    @Test
    void the_user_is_told_with_counts_of_songs() {
        JsonNode user = call("user.getInfo").json().path("user");
        assertThat(user.path("name").stringValue()).isEqualTo("Alice");
        assertThat(user.path("playcount").stringValue()).isEqualTo("4");
        assertThat(user.path("artist_count").stringValue()).isEqualTo("2");
        assertThat(user.path("track_count").stringValue()).isEqualTo("3");
        assertThat(user.path("album_count").stringValue()).isEqualTo("1");
        assertThat(user.path("registered").toString()).isEqualTo("{\"unixtime\":\"1795226400\",\"#text\":1795226400}");
        assertThat(xml("user.getInfo").body())
                .contains("<registered unixtime=\"1795226400\">2026-11-21 02:00</registered>");
    }

    @Test
    void charts_rank_artists_albums_and_tracks_in_the_periods_of_last_fm() {
        JsonNode artists = call("user.getTopArtists", "limit", "1").json().path("topartists");
        assertThat(names(artists.path("artist"))).containsExactly("Ann");
        assertThat(artists.path("artist").get(0).path("playcount").stringValue())
                .isEqualTo("3");
        assertThat(artists.path("artist").get(0).path("@attr").path("rank").stringValue())
                .isEqualTo("1");
        assertThat(artists.path("@attr").path("total").stringValue()).isEqualTo("2");
        assertThat(names(call("user.getTopAlbums").json().path("topalbums").path("album")))
                .containsExactly("First");
        assertThat(names(call("user.getTopTracks", "period", "1month")
                        .json()
                        .path("toptracks")
                        .path("track")))
                .containsExactly("Two", "Three");
        assertThat(call("user.getTopTracks")
                        .json()
                        .path("toptracks")
                        .path("track")
                        .get(0)
                        .path("artist")
                        .path("name")
                        .stringValue())
                .isEqualTo("Ann");
        assertThat(call("user.getTopTracks", "period", "3days").body()).startsWith("{\"error\":6,");
        assertThat(xml("user.getTopArtists").body())
                .contains("<topartists type=\"overall\" user=\"Alice\"", "<artist rank=\"1\"><name>Ann</name>");
    }

    @Test
    void weekly_charts_take_two_times() {
        JsonNode chart = call("user.getWeeklyTrackChart").json().path("weeklytrackchart");
        assertThat(names(chart.path("track"))).containsExactly("Two", "Three");
        assertThat(chart.path("track").get(0).path("artist").toString()).isEqualTo("{\"mbid\":\"\",\"#text\":\"Ann\"}");
        String from = Long.toString(server.now() - 86_400 * 41);
        String to = Long.toString(server.now() - 86_400 * 30);
        assertThat(names(call("user.getWeeklyArtistChart", "from", from, "to", to)
                        .json()
                        .path("weeklyartistchart")
                        .path("artist")))
                .containsExactly("Ann");
        assertThat(call("user.getWeeklyAlbumChart", "from", "-99999999999999", "to", "99999999999999")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_track_album_and_artist_are_told_with_the_users_counts() {
        call("track.love", "artist", "Ann", "track", "Two");
        JsonNode track =
                call("track.getInfo", "artist", "ann", "track", "two").json().path("track");
        assertThat(track.path("userplaycount").stringValue()).isEqualTo("2");
        assertThat(track.path("userloved").stringValue()).isEqualTo("1");
        assertThat(track.path("duration").stringValue()).isEqualTo("200000");
        assertThat(track.path("toptags").path("tag").isArray()).isTrue();
        assertThat(call("artist.getInfo", "artist", "Ann")
                        .json()
                        .path("artist")
                        .path("stats")
                        .path("userplaycount")
                        .stringValue())
                .isEqualTo("3");
        assertThat(call("album.getInfo", "artist", "Ann", "album", "First")
                        .json()
                        .path("album")
                        .path("userplaycount")
                        .stringValue())
                .isEqualTo("3");
        Answer none = call("track.getInfo", "artist", "Ann", "track", "None");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body()).isEqualTo("{\"error\":6,\"message\":\"Track not found\"}");
    }

    @Test
    void somebody_else_is_not_found_and_a_token_may_stand_as_the_api_key() {
        Answer other = call("user.getRecentTracks", "user", "bob");
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.body()).isEqualTo("{\"error\":6,\"message\":\"User not found\"}");
        assertThat(call("user.getFriends").json().path("friends").path("user").isEmpty())
                .isTrue();
        assertThat(server.get("/2.0/?method=user.getinfo&user=ALICE&api_key=" + server.token)
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/2.0/?method=track.love&artist=A&track=B&sk=&api_key=" + server.bobToken())
                        .status())
                .isEqualTo(200);
        assertThat(names(call("user.getLovedTracks").json().path("lovedtracks").path("track")))
                .isEmpty();
    }
}
