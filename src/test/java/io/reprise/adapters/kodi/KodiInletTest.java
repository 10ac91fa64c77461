package io.reprise.adapters.kodi;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
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
final class KodiInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static String notification(String method, int minutes, boolean end) {
        return InletHouse.fixture(KodiInletTest.class, "stop.json")
                .replace("METHOD", method)
                .replace("END", Boolean.toString(end))
                .replace("MINUTES", Integer.toString(minutes));
    }

    private static String report(double progress) {
        return InletHouse.fixture(KodiInletTest.class, "add-on.json").replace("PROGRESS", Double.toString(progress));
    }

    @Test
    void a_viewing_told_by_notifications_is_one_play() {
        InletHouse.Person person = house.person("kodi");
        person.call(notification("OnPlay", 0, false));
        assertThat(person.call(notification("OnAVStart", 0, false)).outcome()).isEqualTo("left out");
        house.after(600);
        person.call(notification("OnPause", 10, false));
        house.after(600);
        person.call(notification("OnResume", 10, false));
        house.after(2160);
        person.call(notification("OnStop", 45, true));
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("seconds").intValue()).isEqualTo(2700);
    }

    @Test
    void who_stops_halfway_has_not_played_it() {
        InletHouse.Person person = house.person("kodi");
        person.call(notification("OnPlay", 0, false));
        house.after(1200);
        person.call(notification("OnStop", 20, false));
        assertThat(person.plays()).isEmpty();
        assertThat(person.reason(2)).isEqualTo("unfinished");
    }

    @Test
    void an_add_on_that_tells_every_few_seconds_is_one_play_of_few_rows() {
        InletHouse.Person person = house.person("kodi");
        for (double progress = 0; progress <= 100; progress += 0.5) {
            house.after(14);
            person.call(report(progress));
        }
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("container").path("name").stringValue())
                .isEqualTo("TMDB show 63056");
        assertThat(person.plays().get(0).path("seconds").intValue()).isBetween(2400, 2800);
        assertThat(person.scrobbles()).isLessThan(25);
        assertThat(person.playing().toString()).contains("TMDB show 63056");
    }

    @Test
    void an_item_without_a_title_says_what_is_missing() {
        InletHouse.Person person = house.person("kodi");
        InletHouse.Answer answer = person.call("{\"jsonrpc\":\"2.0\",\"method\":\"Player.OnPlay\",\"params\":{\"data\":"
                + "{\"item\":{\"id\":7,\"type\":\"movie\"}}}}");
        assertThat(answer.outcome()).isEqualTo("quarantined");
        assertThat(answer.body()).contains("the title of a film: expected text, got nothing");
    }
}
