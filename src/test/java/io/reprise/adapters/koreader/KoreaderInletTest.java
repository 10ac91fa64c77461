package io.reprise.adapters.koreader;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.app.InletHouse;
import java.nio.charset.StandardCharsets;
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
final class KoreaderInletTest {
    private InletHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new InletHouse(folder);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static final Map<String, String> WHO = Map.of(
            "x-auth-user",
            "anna",
            "x-auth-key",
            "5f4dcc3b5aa765d61d8327deb882cf99",
            "accept",
            "application/vnd.koreader.v1+json");

    private InletHouse.Answer ask(InletHouse.Person person, String method, String path, String body) {
        return house.send(method, person.path + path, WHO, body.getBytes(StandardCharsets.UTF_8));
    }

    private InletHouse.Answer at(InletHouse.Person person, double share, String device) {
        return ask(
                person,
                "PUT",
                "/syncs/progress",
                "{\"document\":\"9d2a0f1e4b\",\"progress\":\"/body/DocFragment[7]/body/p[12]/text().0\",\"percentage\":"
                        + share + ",\"device\":\"" + device + "\",\"device_id\":\"A1B2\"}");
    }

    @Test
    void any_name_is_registered_and_let_in() {
        InletHouse.Person person = house.person("koreader");
        InletHouse.Answer made =
                ask(person, "POST", "/users/create", "{\"username\":\"anna\",\"password\":\"5f4dcc3b\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).isEqualTo("{\"username\":\"anna\"}");
        assertThat(ask(person, "GET", "/users/auth", "").body()).isEqualTo("{\"authorized\":\"OK\"}");
    }

    @Test
    void another_device_goes_on_where_the_first_one_was() {
        InletHouse.Person person = house.person("koreader");
        assertThat(ask(person, "GET", "/syncs/progress/9d2a0f1e4b", "").body()).isEqualTo("{}");
        assertThat(at(person, 0.4213, "kobo").json().path("document").stringValue())
                .isEqualTo("9d2a0f1e4b");
        InletHouse.Answer place = ask(person, "GET", "/syncs/progress/9d2a0f1e4b", "");
        assertThat(place.json().path("percentage").doubleValue()).isEqualTo(0.4213);
        assertThat(place.json().path("device").stringValue()).isEqualTo("kobo");
        assertThat(place.json().path("progress").stringValue()).startsWith("/body/DocFragment[7]");
        InletHouse.Person other = house.person("koreader");
        assertThat(ask(other, "GET", "/syncs/progress/9d2a0f1e4b", "").body()).isEqualTo("{}");
    }

    @Test
    void a_book_counts_once_when_it_is_finished_however_often_it_is_opened_again() {
        InletHouse.Person person = house.person("koreader");
        for (double share : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
            at(person, share, "kobo");
            house.after(86_400);
        }
        assertThat(person.plays()).isEmpty();
        at(person, 0.99, "kobo");
        house.after(86_400);
        at(person, 1.0, "phone");
        house.after(86_400);
        at(person, 1.0, "phone");
        assertThat(person.plays()).hasSize(1);
        at(person, 0.02, "phone");
        house.after(86_400);
        at(person, 0.985, "phone");
        assertThat(person.plays()).hasSize(2);
        assertThat(person.playing().toString()).contains("9d2a0f1e4b");
    }

    @Test
    void nonsense_is_kept_and_unknown_paths_are_not_there() {
        InletHouse.Person person = house.person("koreader");
        assertThat(at(person, 7, "kobo").outcome()).isEqualTo("quarantined");
        assertThat(ask(person, "GET", "/syncs/other", "").status()).isEqualTo(404);
        assertThat(person.waiting()).hasSize(1);
    }
}
