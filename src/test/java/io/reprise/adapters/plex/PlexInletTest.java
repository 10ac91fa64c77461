package io.reprise.adapters.plex;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlexInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static String episode(String event, int second) {
        return InletHouse.fixture(PlexInletTest.class, "episode.json")
                .replace("EVENT", event)
                .replace("OFFSET", Integer.toString(second * 1000));
    }

    private InletHouse.Answer tell(InletHouse.Person person, int after, String event, int second) {
        house.after(after);
        return person.form("payload", episode(event, second));
    }

    @Test
    void a_viewing_with_a_pause_is_one_play_of_the_seconds_it_got_to() {
        InletHouse.Person person = house.person("plex");
        assertThat(tell(person, 0, "play", 0).outcome()).isEqualTo("stored");
        assertThat(person.playing().toString()).contains("Pilot");
        tell(person, 600, "pause", 600);
        assertThat(person.playing().toString()).doesNotContain("Pilot");
        tell(person, 900, "resume", 600);
        tell(person, 1900, "scrobble", 2500);
        tell(person, 200, "stop", 2700);
        assertThat(person.playing().toString()).doesNotContain("Pilot");

        assertThat(person.scrobbles()).isEqualTo(5);
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("seconds").intValue()).isEqualTo(2700);
        assertThat(person.plays().get(0).path("container").path("name").stringValue())
                .isEqualTo("Some Show");
        assertThat(person.plays().get(0).path("when").path("precision").stringValue())
                .isEqualTo("minute");
        assertThat(person.plays().get(0).path("origin").path("account").stringValue())
                .isEqualTo("anna");
    }

    @Test
    void what_was_watched_by_half_is_no_play_and_says_why() {
        InletHouse.Person person = house.person("plex");
        tell(person, 0, "play", 0);
        tell(person, 1300, "stop", 1300);
        assertThat(person.plays()).isEmpty();
        assertThat(person.reason(2)).isEqualTo("unfinished");
        tell(person, 60, "resume", 1300);
        tell(person, 1400, "stop", 2700);
        assertThat(person.plays()).hasSize(1);
    }

    @Test
    void the_same_delivery_twice_is_one_report() {
        InletHouse.Person person = house.person("plex");
        tell(person, 0, "scrobble", 2500);
        assertThat(tell(person, 3, "scrobble", 2500).outcome()).isEqualTo("known");
        assertThat(person.scrobbles()).isEqualTo(1);
    }

    @Test
    void a_song_of_a_sampler_is_by_its_own_artist_and_needs_no_offset() {
        InletHouse.Person person = house.person("plex");
        person.call(InletHouse.fixture(PlexInletTest.class, "track.json"));
        assertThat(person.plays().get(0).path("artist").stringValue()).isEqualTo("Guest");
        assertThat(person.plays().get(0).path("album").stringValue()).isEqualTo("Album");
        assertThat(person.plays().get(0).path("seconds").intValue()).isEqualTo(200);
    }

    @Test
    void stars_are_of_ten() {
        InletHouse.Person person = house.person("plex");
        assertThat(person.form("payload", InletHouse.fixture(PlexInletTest.class, "old-agent-film.json"))
                        .outcome())
                .isEqualTo("rated");
        assertThat(person.get("/api/ratings").toString()).contains("The Matrix").contains("80");
        assertThat(person.scrobbles()).isZero();
    }

    @Test
    void the_ids_of_an_episode_are_its_own() throws Exception {
        var told = PlexEvent.FORMAT.decode(episode("scrobble", 2500).getBytes(StandardCharsets.UTF_8));
        assertThat(told.mention().ids().toString())
                .isEqualTo("[imdb=tt1480055, tmdb:episode=63056, tvdb:episode=3254641]");
        assertThat(told.isProvisional()).isTrue();
    }

    @Test
    void only_the_account_that_was_named_is_taken() {
        InletHouse.Person person = house.person("plex", ",\"account\":\"Anna\"");
        assertThat(person.call(InletHouse.fixture(PlexInletTest.class, "old-agent-film.json"))
                        .outcome())
                .isEqualTo("left out");
        assertThat(tell(person, 0, "play", 0).outcome()).isEqualTo("stored");
        assertThat(person.inlet().path("counts").toString())
                .isEqualTo("{\"calls\":2,\"stored\":1,\"left_out\":1,\"refused\":0}");
    }

    @Test
    void what_is_no_play_is_left_out_and_what_is_new_to_us_waits() {
        InletHouse.Person person = house.person("plex");
        assertThat(person.call("{\"event\":\"library.new\",\"Metadata\":{\"type\":\"movie\"}}")
                        .outcome())
                .isEqualTo("left out");
        assertThat(tell(person, 0, "hologram", 0).status()).isEqualTo(202);
        assertThat(person.form("payload", "{\"event\":").outcome()).isEqualTo("quarantined");
        assertThat(person.waiting()).hasSize(2);
        assertThat(person.waiting().get(1).path("error").stringValue()).contains("got media.hologram");
        assertThat(person.waiting().get(0).path("text").stringValue()).isEqualTo("{\"event\":");
    }
}
