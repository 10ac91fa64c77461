package io.reprise.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reprise.SettableClock;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.OutsideFailure;
import io.reprise.http.TryLater;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MailSenderTest {
    private static final String PASSWORD = "Zanzibar-quokka-77";
    private static final Mail MAIL =
            new Mail("ada@example.org", "Last.fm (Zoë) is paused", "First.\n.dot\nZoë, 音楽.\n", "job-1.7.3");

    private static MailSender sender(String url, @Nullable String password) {
        return new MailSender(
                MailServer.of(url, password, MailServer.Sender.of("Zoë's Reprise <reprise@home.example>")),
                SettableClock.at("2026-06-01T12:00:00Z"),
                Duration.ofMillis(400));
    }

    private static MailSender plain(FakeSmtp server) {
        return sender("smtp://localhost:" + server.port(), null);
    }

    @Test
    void a_mail_says_in_its_headers_who_when_and_that_a_program_wrote_it() {
        try (FakeSmtp server = new FakeSmtp()) {
            plain(server).send(MAIL);

            assertThat(server.heard())
                    .contains("EHLO home.example")
                    .anyMatch(line -> line.startsWith("MAIL FROM:<reprise@home.example>"))
                    .anyMatch(line -> line.startsWith("RCPT TO:<ada@example.org>"));
            assertThat(server.taken())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains("From: =?UTF-8?Q?Zo=C3=AB=27s_Reprise?= <reprise@home.example>")
                            .contains("To: ada@example.org")
                            .contains("Subject: =?UTF-8?Q?Last.fm_(Zo=C3=AB)_is_paused?=")
                            .contains("Message-ID: <job-1.7.3@home.example>")
                            .contains("Auto-Submitted: auto-generated")
                            .contains("Content-Type: text/plain; charset=UTF-8")
                            .containsPattern("Date: Mon, 1 Jun 2026 \\d\\d:\\d\\d:00 [+-]\\d{4}")
                            .doesNotContain("\n.dot"));
            String mail = server.taken().getFirst();
            String body = mail.substring(mail.indexOf("\n\n") + 2);
            String text = mail.contains("base64")
                    ? new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
                    : body;
            assertThat(text).contains("Zo");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 4.3.2 shutting down",
        "GREETING, 554 5.3.2 no service here",
        "MAIL, 451 4.3.0 busy",
        "RCPT, 450 4.2.1 greylisted",
        "DATA, 452 4.3.1 full",
        "END, 451 4.7.1 later please",
        "GREETING, cut",
        "EHLO, cut",
        "RCPT, cut",
        "END, cut",
        "GREETING, silent",
        "RCPT, silent",
        "END, silent"
    })
    void what_passes_is_tried_again_later(String step, String reply) {
        try (FakeSmtp server = new FakeSmtp().failing(step, reply)) {
            MailSender sender = plain(server);
            TryLater later = catchThrowableOfType(TryLater.class, () -> sender.send(MAIL));
            assertThat(later).hasMessageContaining("localhost:" + server.port());
            assertThat(server.taken()).isEmpty();

            assertThatCode(() -> sender.send(MAIL)).doesNotThrowAnyException();
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void nobody_at_the_port_is_tried_again_later() {
        int port;
        try (FakeSmtp server = new FakeSmtp()) {
            port = server.port();
        }
        assertThatThrownBy(() -> sender("smtp://localhost:" + port, null).send(MAIL))
                .isInstanceOf(TryLater.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 553 5.1.7 not from you",
        "RCPT, 550 5.1.1 no such user",
        "DATA, 554 5.7.1 no",
        "END, 552 5.3.4 spam"
    })
    void what_is_refused_for_good_is_given_up_with_the_words_of_the_server(String step, String reply) {
        try (FakeSmtp server = new FakeSmtp().failing(step, reply)) {
            GiveUp refused =
                    catchThrowableOfType(GiveUp.class, () -> plain(server).send(MAIL));
            assertThat(refused).hasMessageContaining(reply.substring(4));
            assertThat(refused.status()).isEqualTo(Integer.parseInt(reply.substring(0, 3)));
        }
    }

    @Test
    void user_and_password_are_shown_and_a_refusal_waits_for_a_person() {
        try (FakeSmtp server = new FakeSmtp()) {
            MailSender sender = sender("smtp://rep%40home@localhost:" + server.port(), PASSWORD);
            sender.send(MAIL);
            String shownAs = "rep@home\0rep@home\0" + PASSWORD;
            String shown = Base64.getEncoder().encodeToString(shownAs.getBytes(StandardCharsets.UTF_8));
            assertThat(server.heard()).contains("AUTH PLAIN " + shown);

            server.failing("AUTH", "535 5.7.8 wrong: " + PASSWORD);
            assertThatThrownBy(() -> sender.send(MAIL))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("5.7.8 wrong: ***")
                    .hasMessageNotContaining(PASSWORD);

            server.failing("AUTH", "454 4.7.0 the directory is away");
            assertThatThrownBy(() -> sender.send(MAIL)).isInstanceOf(TryLater.class);
        }
    }

    @Test
    void a_server_that_wants_a_user_where_none_is_set_waits_for_a_person() {
        try (FakeSmtp server = new FakeSmtp().failing("MAIL", "530 5.7.0 sign in first")) {
            assertThatThrownBy(() -> plain(server).send(MAIL)).isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void without_starttls_where_it_is_wanted_no_password_and_no_mail_leave() {
        try (FakeSmtp server = new FakeSmtp()) {
            assertThatThrownBy(() -> sender("smtp+starttls://rep@localhost:" + server.port(), PASSWORD)
                            .send(MAIL))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_nothing(@TempDir Path folder) throws Exception {
        try (FakeSmtp server = new FakeSmtp(selfSigned(folder).getServerSocketFactory())) {
            assertThatThrownBy(() -> sender("smtps://rep@localhost:" + server.port(), PASSWORD)
                            .send(MAIL))
                    .isInstanceOf(TryLater.class)
                    .hasMessageContaining("certification path");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    private static SSLContext selfSigned(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example",
                "imap://mail.example",
                "smtp+starttls://rep:secret@mail.example",
                "smtp+starttls://rep@mail.example/path",
                "smtp+starttls://a@b@mail.example",
                "smtp://rep@mail.example",
                "smtps://mail.example"
            })
    void an_address_that_would_not_do_is_refused_and_shows_no_password(String address) {
        MailServer.Sender from = MailServer.Sender.of("reprise@home.example");
        assertThatThrownBy(() -> MailServer.of(address, PASSWORD, from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(PASSWORD)
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_address_has_the_usual_port_of_its_scheme_and_does_not_print_its_password() {
        MailServer.Sender from = MailServer.Sender.of("reprise@home.example");
        assertThat(MailServer.of("smtps://rep@mail.example", PASSWORD, from).port())
                .isEqualTo(465);
        assertThat(MailServer.of("smtp+starttls://rep@mail.example", PASSWORD, from))
                .hasToString("smtp+starttls://mail.example:587");
        assertThat(MailServer.of("smtp://mail.example", null, from).port()).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.org",
                "Ada <ada@example.org>",
                "ada@example.org, eve@example.org",
                "ada@example.org\nBcc: eve@example.org",
                "ada@-example.org"
            })
    void what_is_no_mailbox_gets_no_mail(String to) {
        assertThatThrownBy(() -> new Mail(to, "subject", "text", "id")).isInstanceOf(IllegalArgumentException.class);
    }
}
