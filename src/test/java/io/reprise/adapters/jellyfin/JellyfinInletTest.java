package io.reprise.adapters.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JellyfinInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static String official(String type, String utc, int second, boolean done) {
        return InletHouse.fixture(JellyfinInletTest.class, "stop.json")
                .replace("TYPE", type)
                .replace("UTC", utc)
                .replace("TICKS", Long.toString(second * 10_000_000L))
                .replace("DONE", Boolean.toString(done))
                .replace("REASON", "PlaybackFinished");
    }

    private static String unofficial(String event, int second) {
        return InletHouse.fixture(JellyfinInletTest.class, "unofficial.json")
                .replace("EVENT", event)
                .replace("TICKS", Long.toString(second * 10_000_000L));
    }

    @Test
    void a_viewing_by_the_official_plugin_is_one_play() {
        InletHouse.Person person = house.person("jellyfin");
        house.clock.set(Instant.parse("2026-01-01T21:00:00Z"));
        person.call(official("PlaybackStart", "2026-01-01T20:00:00.5Z", 0, false));
        assertThat(person.playing().toString()).contains("Some Show");
        assertThat(person.call(official("PlaybackProgress", "2026-01-01T20:10:00Z", 600, false))
                        .outcome())
                .isEqualTo("playing");
        // The plugin's own default is text/plain.
        person.call(
                "",
                Map.of("Content-Type", "text/plain"),
                official("PlaybackStop", "2026-01-01T20:45:03.1234567Z", 2700, true));
        person.call(official("UserDataSaved", "2026-01-01T20:45:03.9Z", 0, true));
        person.call(official("UserDataSaved", "2026-01-01T20:45:05Z", 0, true));

        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("seconds").intValue()).isEqualTo(2700);
        assertThat(person.plays().get(0).path("when").path("precision").stringValue())
                .isEqualTo("instant");
        assertThat(person.playing().toString()).doesNotContain("Some Show");
    }

    @Test
    void a_quote_escaped_twice_is_a_quote_and_the_zone_is_kept() throws Exception {
        byte[] payload =
                official("PlaybackStop", "2026-01-01T20:47:03Z", 100, false).getBytes(StandardCharsets.UTF_8);
        var told = WebhookEvent.FORMAT.decode(payload);
        assertThat(told.mention().title()).isEqualTo("Say \"hi\"");
        assertThat(told.times().offsetMinutes()).isEqualTo(60);
    }

    @Test
    void half_a_viewing_is_no_play() {
        InletHouse.Person person = house.person("jellyfin");
        person.call(official("PlaybackStart", "2026-01-01T20:00:00Z", 0, false));
        person.call(official("PlaybackStop", "2026-01-01T20:20:00Z", 1200, false));
        assertThat(person.plays()).isEmpty();
        assertThat(person.reason(2)).isEqualTo("unfinished");
    }

    @Test
    void a_viewing_by_the_unofficial_plugin_is_one_play() {
        InletHouse.Person person = house.person("jellyfin");
        person.call(unofficial("Play", 0));
        house.after(1000);
        person.call(unofficial("Pause", 1000));
        house.after(1000);
        person.call(unofficial("Resume", 1000));
        house.after(1650);
        person.call(unofficial("Scrobble", 2650));
        person.call(unofficial("Stop", 2650));
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("seconds").intValue()).isEqualTo(2650);
        person.call(unofficial("Rate", 0));
        assertThat(person.get("/api/ratings").toString()).contains("90");
    }

    @Test
    void a_rating_and_events_that_are_no_play() {
        InletHouse.Person person = house.person("jellyfin");
        String saved = official("UserDataSaved", "2026-01-01T20:00:00Z", 0, false);
        assertThat(person.call(saved.replace("PlaybackFinished", "UpdateUserRating"))
                        .outcome())
                .isEqualTo("rated");
        assertThat(person.get("/api/ratings").toString()).contains("75");
        assertThat(person.call(saved.replace("PlaybackFinished", "PlaybackStart"))
                        .outcome())
                .isEqualTo("left out");
        assertThat(person.call(saved.replace("UserDataSaved", "ItemAdded")).outcome())
                .isEqualTo("left out");
        assertThat(person.call(saved.replace("Episode\"", "Trailer\"")).outcome())
                .isEqualTo("left out");
        assertThat(person.scrobbles()).isZero();
    }

    @Test
    void the_template_without_properties_says_what_to_tick() {
        InletHouse.Person person = house.person("jellyfin");
        InletHouse.Answer answer = person.call("{\"Name\":\"Pilot\",\"Username\":\"anna\",\"UserId\":\"5e6f\"}");
        assertThat(answer.outcome()).isEqualTo("quarantined");
        assertThat(answer.body()).contains("Send All Properties");
    }
}
