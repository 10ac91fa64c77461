package io.reprise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ConfigTest {
    @TempDir
    Path folder = Path.of("");

    private Config read(Map<Setting, String> flags, Map<String, String> variables) {
        return Config.read(flags, new Config.Surroundings(variables, folder));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void nothing_has_to_be_set() {
        Config config = read(Map.of(), Map.of());

        assertThat(config.data())
                .isEqualTo(folder.resolve(".local/share/reprise").toAbsolutePath());
        assertThat(config.web()).isEqualTo(new Config.WebConfig("127.0.0.1", 4747, 32L * 1024 * 1024));
        assertThat(config.database())
                .isEqualTo(new DatabaseAddress.SqliteFile(config.data().resolve("reprise.db")));
        assertThat(config.logLevel()).isEqualTo(LogLevel.INFO);
        assertThat(read(Map.of(), Map.of("XDG_DATA_HOME", "/x")).data()).isEqualTo(Path.of("/x/reprise"));
    }

    @Test
    void a_flag_wins_over_a_variable_and_that_over_the_file() throws IOException {
        file("reprise.conf", "# remark\n\nport = 1\nhost=one\nlog-level = debug\n");
        Map<String, String> variables =
                Map.of("REPRISE_DATA", folder.toString(), "REPRISE_PORT", "2", "REPRISE_HOST", "two");

        Config config = read(Map.of(Setting.PORT, "3"), variables);

        assertThat(config.web().port()).isEqualTo(3);
        assertThat(config.web().host()).isEqualTo("two");
        assertThat(config.logLevel()).isEqualTo(LogLevel.DEBUG);
    }

    @Test
    void another_file_can_be_named() throws IOException {
        Path other = file("other.conf", "database-url = postgres://u:p@db:5433/x\n");

        Config config = read(Map.of(Setting.CONFIG, other.toString()), Map.of());

        assertThat(config.database()).hasToString("jdbc:postgresql://db:5433/x");
        assertThatThrownBy(() -> read(Map.of(Setting.CONFIG, folder + "/none.conf"), Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("none.conf");
    }

    @Test
    void a_bad_value_says_key_value_where_from_and_what_is_expected() throws IOException {
        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "http"), Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessage("port = http (from --port) cannot be used. Expected a whole number from 0 to 65535.");
        assertThatThrownBy(() -> read(Map.of(), Map.of("REPRISE_PORT", "65536")))
                .hasMessageContaining("from REPRISE_PORT");
        assertThatThrownBy(() -> read(Map.of(Setting.LOG_LEVEL, "loud"), Map.of()))
                .hasMessageContaining("Expected error, warn, info or debug");
        assertThatThrownBy(() -> read(Map.of(Setting.HOST, "http://x"), Map.of()))
                .hasMessageContaining("Expected a host name");
        Path file = file("bad.conf", "host = a\nport = -1\n");
        assertThatThrownBy(() -> read(Map.of(Setting.CONFIG, file.toString()), Map.of()))
                .hasMessageContaining("bad.conf line 2");
    }

    @Test
    void a_line_that_is_no_setting_is_not_passed_over() throws IOException {
        for (String line : new String[] {"prot = 1", "port 1", "data = /x"}) {
            Path file = file("bad.conf", "# first\n" + line + "\n");
            assertThatThrownBy(() -> read(Map.of(Setting.CONFIG, file.toString()), Map.of()))
                    .as(line)
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("bad.conf line 2")
                    .hasMessageContaining("Expected");
        }
    }

    @Test
    void mails_need_a_server_a_sender_and_for_a_user_a_password() {
        Map<String, String> variables = Map.of(
                "REPRISE_SMTP_URL", "smtp+starttls://rep%40home.example@mail.example",
                "REPRISE_SMTP_PASSWORD", "Zanzibar",
                "REPRISE_PUBLIC_URL", "https://reprise.example/music");
        MessageConfig messages = read(Map.of(), variables).messages();
        assertThat(messages.home()).hasValue(java.net.URI.create("https://reprise.example/music"));
        assertThat(messages.mail()).hasValueSatisfying(server -> {
            assertThat(server.port()).isEqualTo(587);
            assertThat(server.from().mailbox()).isEqualTo("rep@home.example");
        });
        assertThat(read(Map.of(), Map.of()).messages()).isEqualTo(MessageConfig.NONE);
        assertThatThrownBy(() -> read(Map.of(Setting.SMTP_URL, "smtp+starttls://rep@mail.example"), Map.of()))
                .hasMessageContaining("smtp-from");
        assertThatThrownBy(() -> read(Map.of(Setting.SMTP_PASSWORD, "Zanzibar"), Map.of()))
                .hasMessageContaining("smtp-url")
                .hasMessageNotContaining("Zanzibar");
        assertThatThrownBy(() -> read(
                        Map.of(Setting.SMTP_URL, "smtps://rep:Zanzibar@mail.example", Setting.SMTP_FROM, "a@b.example"),
                        Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("a setting of its own")
                .hasMessageNotContaining("Zanzibar");
        assertThatThrownBy(() -> read(Map.of(Setting.PUBLIC_URL, "reprise.example"), Map.of()))
                .hasMessageContaining("https://reprise.example");
    }

    @Test
    void a_password_in_an_address_is_not_shown() {
        assertThatThrownBy(() -> read(Map.of(Setting.DATABASE_URL, "mysql://root:secret@db/x"), Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("mysql://root:***@db/x")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("secret");
    }
}
