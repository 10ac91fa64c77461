package io.reprise.adapters.immich;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
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
final class ImmichInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static String fixture(String name) {
        return InletHouse.fixture(ImmichInletTest.class, name);
    }

    private InletHouse.Person person(String more) {
        house.clock.set(Instant.parse("2026-01-01T22:00:00Z"));
        return house.person("immich", more);
    }

    @Test
    void each_picture_that_was_shown_is_a_play_once_and_both_frames_show_the_same_picture() {
        InletHouse.Person person = person("");
        assertThat(person.call(fixture("kiosk.json")).outcome()).isEqualTo("stored");
        assertThat(person.call(fixture("kiosk.json")).outcome()).isEqualTo("known");
        assertThat(person.plays()).hasSize(2);
        person.call(fixture("frame.json"));
        assertThat(person.plays()).hasSize(3);
        assertThat(person.get("/api/charts/items").toString()).contains("\"plays\":2");
        assertThat(person.get("/api/scrobbles/1").path("payload").stringValue())
                .contains("3FA85F64")
                .doesNotContain("aaa85f64")
                .doesNotContain("3000");
    }

    @Test
    void what_is_fetched_ahead_is_not_seen() {
        InletHouse.Person person = person("");
        assertThat(person.call(fixture("kiosk.json").replace("asset.new", "asset.prefetch"))
                        .outcome())
                .isEqualTo("left out");
        assertThat(person.call(fixture("kiosk.json").replace("asset.new", "asset.burnt"))
                        .outcome())
                .isEqualTo("quarantined");
        assertThat(person.call(fixture("frame.json").replace("AssetRequested", "Weather"))
                        .outcome())
                .isEqualTo("left out");
        assertThat(person.plays()).isEmpty();
    }

    @Test
    void with_a_key_a_call_must_be_signed() {
        InletHouse.Person person = person(",\"key\":\"k\"");
        assertThat(person.call("", Map.of("X-Kiosk-Signature-256", "sha256=00"), fixture("kiosk.json"))
                        .status())
                .isEqualTo(401);
        assertThat(person.scrobbles()).isZero();
    }
}
