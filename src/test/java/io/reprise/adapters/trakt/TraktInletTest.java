package io.reprise.adapters.trakt;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
import java.nio.file.Path;
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
final class TraktInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static final String FILM = "{\"movie\":{\"title\":\"The Matrix\",\"year\":1999,"
            + "\"ids\":{\"trakt\":481,\"imdb\":\"tt0133093\",\"tmdb\":603}},"
            + "\"progress\":%s,\"app_version\":\"1.0\"}";
    private static final String EPISODE =
            "{\"show\":{\"ids\":{\"tvdb\":121361}},\"episode\":{\"season\":1,\"number\":1}," + "\"progress\":%s}";

    private static InletHouse.Answer tell(InletHouse.Person person, String verb, String body, double progress) {
        Map<String, String> headers = Map.of("trakt-api-version", "2", "Authorization", "Bearer anything");
        return person.call("/scrobble/" + verb, headers, body.formatted(progress));
    }

    @Test
    void a_viewing_is_one_play_and_the_answers_are_those_of_trakt() {
        InletHouse.Person person = house.person("trakt");
        InletHouse.Answer start = tell(person, "start", FILM, 0);
        assertThat(start.status()).isEqualTo(201);
        assertThat(start.json().path("action").stringValue()).isEqualTo("start");
        assertThat(start.json().path("movie").path("ids").path("tmdb").intValue())
                .isEqualTo(603);
        house.after(2000);
        assertThat(tell(person, "pause", FILM, 25.5).json().path("action").stringValue())
                .isEqualTo("pause");
        house.after(600);
        tell(person, "start", FILM, 25.5);
        house.after(4600);
        InletHouse.Answer stop = tell(person, "stop", FILM, 82);
        assertThat(stop.json().path("action").stringValue()).isEqualTo("scrobble");
        assertThat(stop.json().path("id").longValue()).isPositive();
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("seconds").intValue()).isEqualTo(7200);
        assertThat(person.playing().toString()).doesNotContain("Matrix");
    }

    @Test
    void the_same_again_too_soon_is_409_and_a_blink_is_422() {
        InletHouse.Person person = house.person("trakt");
        assertThat(tell(person, "stop", EPISODE, 95).status()).isEqualTo(201);
        house.after(60);
        InletHouse.Answer again = tell(person, "stop", EPISODE, 96);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("watched_at").stringValue()).endsWith("Z");
        assertThat(again.json().path("expires_at").stringValue()).endsWith("Z");
        assertThat(tell(person, "stop", EPISODE, 0.4).status()).isEqualTo(422);
        assertThat(tell(person, "pause", EPISODE, 0.4).status()).isEqualTo(422);
        assertThat(person.scrobbles()).isEqualTo(1);
        house.after(3600);
        assertThat(tell(person, "stop", EPISODE, 95).status()).isEqualTo(201);
        assertThat(person.plays()).hasSize(2);
        assertThat(person.plays().get(0).path("container").path("name").stringValue())
                .isEqualTo("show tvdb 121361");
    }

    @Test
    void a_stop_halfway_is_a_pause_and_no_play() {
        InletHouse.Person person = house.person("trakt");
        tell(person, "start", FILM, 1);
        house.after(1000);
        assertThat(tell(person, "stop", FILM, 45).json().path("action").stringValue())
                .isEqualTo("pause");
        assertThat(person.plays()).isEmpty();
        assertThat(person.reason(2)).isEqualTo("unfinished");
        assertThat(tell(person, "checkin", FILM, 45).status()).isEqualTo(404);
        assertThat(person.call("/scrobble/stop", Map.of(), "{\"progress\":50}").outcome())
                .isEqualTo("quarantined");
    }
}
