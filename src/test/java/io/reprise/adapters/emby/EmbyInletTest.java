package io.reprise.adapters.emby;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbyInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private String event(String event, String time, int second, boolean done) {
        house.clock.set(Instant.parse("2026-01-01T" + time + "Z"));
        return InletHouse.fixture(EmbyInletTest.class, "event.json")
                .replace("EVENT", event)
                .replace("DATE", "2026-01-01T" + time + ".0000000Z")
                .replace("TICKS", Long.toString(second * 10_000_000L))
                .replace("DONE", Boolean.toString(done));
    }

    @Test
    void a_viewing_told_by_forms_is_one_play() {
        InletHouse.Person person = house.person("emby");
        assertThat(person.form("data", event("playback.start", "20:00:00", 0, false))
                        .outcome())
                .isEqualTo("stored");
        person.form("data", event("playback.progress", "20:05:00", 300, false));
        person.form("data", event("playback.pause", "20:10:00", 600, false));
        person.form("data", event("playback.unpause", "20:20:00", 600, false));
        person.form("data", event("playback.stop", "20:55:00", 2700, true));
        person.form("data", event("item.markplayed", "20:55:01", 0, true));
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("seconds").intValue()).isEqualTo(2700);
        assertThat(person.scrobbles()).isEqualTo(5);
    }

    @Test
    void the_same_told_as_json_is_the_same() {
        InletHouse.Person person = house.person("emby");
        person.call(event("playback.start", "20:00:00", 0, false));
        person.call(event("playback.stop", "20:20:00", 1200, false));
        assertThat(person.plays()).isEmpty();
        assertThat(person.reason(2)).isEqualTo("unfinished");
        person.call(event("playback.stop", "20:46:00", 2750, false));
        assertThat(person.plays()).hasSize(1);
    }

    @Test
    void what_is_no_play_is_left_out_and_what_is_unknown_waits() {
        InletHouse.Person person = house.person("emby");
        assertThat(person.call(event("library.new", "20:00:00", 0, false)).outcome())
                .isEqualTo("left out");
        assertThat(person.call("{\"Title\":\"Test\",\"Event\":\"system.notificationtest\"}")
                        .outcome())
                .isEqualTo("left out");
        assertThat(person.call(event("item.markunplayed", "20:00:00", 0, false)).outcome())
                .isEqualTo("left out");
        assertThat(person.call(event("playback.rewind", "20:00:00", 0, false)).outcome())
                .isEqualTo("quarantined");
    }
}
