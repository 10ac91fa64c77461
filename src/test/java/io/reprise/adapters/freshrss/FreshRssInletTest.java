package io.reprise.adapters.freshrss;

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
final class FreshRssInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void a_new_entry_is_no_reading_and_a_read_one_is() {
        InletHouse.Person person = house.person("freshrss");
        String entry =
                "{\"event\":\"new\",\"title\":\"Why logs\",\"url\":\"https://example.org/logs\",\"author\":\"Bo\","
                        + "\"feed\":\"Example\",\"user\":\"anna\"}";
        assertThat(person.call(entry).outcome()).isEqualTo("left out");
        assertThat(person.plays()).isEmpty();
        assertThat(person.call(entry.replace("\"new\"", "\"read\"")).outcome()).isEqualTo("stored");
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("kind").stringValue()).isEqualTo("article");
        assertThat(person.call(entry.replace("\"new\"", "\"eaten\"")).outcome()).isEqualTo("quarantined");
    }
}
