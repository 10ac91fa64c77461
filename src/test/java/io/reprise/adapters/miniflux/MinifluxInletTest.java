package io.reprise.adapters.miniflux;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MinifluxInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static final String KEY = "a secret of Miniflux";

    private static String signature(String key, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static InletHouse.Answer tell(InletHouse.Person person, String key, String body) throws Exception {
        return person.call("", Map.of("X-Miniflux-Signature", signature(key, body)), body);
    }

    private static String save() {
        return InletHouse.fixture(MinifluxInletTest.class, "save.json");
    }

    private InletHouse.Person person() {
        return house.person("miniflux", ",\"key\":\"" + KEY + "\"");
    }

    @Test
    void an_entry_saved_when_read_was_read_once_when_it_changed() throws Exception {
        InletHouse.Person person = person();
        assertThat(tell(person, KEY, save()).outcome()).isEqualTo("stored");
        house.after(3600);
        assertThat(tell(person, KEY, save().replace("12:00:00.5Z", "13:00:00Z")).outcome())
                .isEqualTo("known");
        assertThat(person.plays()).hasSize(1);
        assertThat(person.plays().get(0).path("timestamp").stringValue()).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(person.plays().get(0).path("when").path("precision").stringValue())
                .isEqualTo("minute");
        assertThat(person.get("/api/ratings").toString()).contains("saved");
    }

    @Test
    void an_entry_saved_unread_is_tagged_and_is_no_play() throws Exception {
        InletHouse.Person person = person();
        assertThat(tell(person, KEY, save().replace("\"status\":\"read\"", "\"status\":\"unread\""))
                        .outcome())
                .isEqualTo("rated");
        assertThat(person.scrobbles()).isZero();
    }

    @Test
    void a_wrong_signature_is_refused_and_nothing_is_kept() throws Exception {
        InletHouse.Person person = person();
        assertThat(tell(person, "guessed", save()).status()).isEqualTo(401);
        assertThat(person.call(save()).status()).isEqualTo(401);
        assertThat(tell(person, KEY, save() + " ").status()).isEqualTo(200);
        InletHouse.Person keyless = house.person("miniflux");
        assertThat(tell(keyless, "any", "{").status()).isEqualTo(401);
        assertThat(keyless.waiting()).isEmpty();
        assertThat(person.waiting()).isEmpty();
        assertThat(person.scrobbles()).isEqualTo(1);
    }

    @Test
    void new_entries_are_left_out_and_an_unknown_event_waits() throws Exception {
        InletHouse.Person person = person();
        assertThat(tell(person, KEY, "{\"event_type\":\"new_entries\",\"feed\":{},\"entries\":[]}")
                        .outcome())
                .isEqualTo("left out");
        assertThat(tell(person, KEY, "{\"event_type\":\"read_entry\"}").outcome())
                .isEqualTo("quarantined");
    }
}
