package io.reprise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.cli.Typist.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reprise clients}: docs/clients.md with the server's own address and a token. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ClientsCommandTest {
    @TempDir
    private Path home;

    @Test
    void all_that_the_page_says_is_printed_with_the_address_as_it_is_set() throws IOException {
        Ended ended = new Typist(home).run("clients", "--port", "4801");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("http://127.0.0.1:4801/1/submit-listens", "Navidrome", "--new-token")
                .doesNotContain("reprise.example");
        assertThat(ended.out().lines().filter(line -> line.startsWith("## ")))
                .containsExactlyElementsOf(Files.readAllLines(Path.of("docs", "clients.md")).stream()
                        .filter(line -> line.startsWith("## "))
                        .toList());
    }

    @Test
    void a_token_can_be_told_or_made_and_works() {
        Typist typist = new Typist(home);
        typist.user("ann");
        assertThat(typist.run("clients", "--token", "1-2-3").out())
                .contains("Token 1-2-3")
                .doesNotContain("YOUR-TOKEN");

        String made = typist.run("clients", "--address", "https://music.example/", "--new-token", "phone")
                .out();
        assertThat(made).contains("https://music.example/1/").doesNotContain("YOUR-TOKEN");
        Matcher token = Pattern.compile("Token ([0-9a-f-]{36})").matcher(made);
        assertThat(token.find()).isTrue();
        try (var app = typist.open()) {
            assertThat(app.accounts().byToken(token.group(1)))
                    .hasValueSatisfying(user -> assertThat(user.name()).isEqualTo("ann"));
        }
    }

    @Test
    void one_program_is_asked_for_by_its_name_and_an_unknown_one_is_said_to_be_unknown() {
        Typist typist = new Typist(home);

        assertThat(typist.run("clients", "NAVIDROME").out())
                .contains("ND_LISTENBRAINZ_BASEURL")
                .doesNotContain("Bring a past in");
        Ended unknown = typist.run("clients", "gramophone");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("gramophone", "`reprise clients`");
        assertThat(typist.run("clients", "--address", "ftp://x").err()).contains("ftp://x", "Expected one such as");
    }
}
