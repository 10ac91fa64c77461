package io.reprise.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.adapters.mail.FakeSmtp;
import io.reprise.adapters.mail.MailServer;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another room wrote beforehand, on its way to a mailbox and to a program. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PostsTest {
    private static final Post POST =
            new Post("Your week", "12 plays\n", "<!doctype html><p>12 plays</p>", "{\"every\":\"week\"}");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_post_goes_as_text_and_html_to_a_mailbox_and_as_json_to_a_webhook_once(Dialect dialect) {
        try (FakeSmtp smtp = new FakeSmtp();
                Upstream program = Upstream.answering("");
                RelayDesk desk = new RelayDesk(Stores.fresh(dialect), Optional.of(server(smtp)))) {
            Target mail = desk.targets
                    .make(RelayDesk.ADA, new TargetOrder("mail", null, "ada@example.org", null, Keys.NONE, null, true))
                    .target();
            Target hook = desk.target("webhook", program.address());
            Target song = desk.target("listenbrainz", program.address());
            assertThat(posted(desk, mail)).isTrue();
            assertThat(posted(desk, hook)).isTrue();
            assertThat(posted(desk, song)).isFalse();
            smtp.failing("END", "451 4.3.0 later");
            desk.sendAndWait(3);

            assertThat(smtp.taken())
                    .singleElement()
                    .satisfies(told -> assertThat(told)
                            .contains("Subject: Your week")
                            .contains("multipart/alternative")
                            .contains("text/html; charset=UTF-8")
                            .contains("<!doctype html><p>12 plays</p>")
                            .containsPattern("Message-ID: <digest\\.1\\.\\d+\\.1@home.example>"));
            assertThat(program.taken()).singleElement().satisfies(asked -> {
                assertThat(asked.header("X-Reprise-Event")).isEqualTo("digest");
                JsonNode json = JsonMapper.builder().build().readTree(asked.body());
                assertThat(json.at("/digest/every").asString("")).isEqualTo("week");
            });
            assertThat(posted(desk, hook)).isTrue();
            assertThat(posts(desk)).isEqualTo(2);
        }
    }

    private static MailServer server(FakeSmtp smtp) {
        return MailServer.of("smtp://localhost:" + smtp.port(), null, MailServer.Sender.of("reprise@home.example"));
    }

    private static boolean posted(RelayDesk desk, Target target) {
        return desk.database.write(tx -> desk.targets.post(tx, RelayDesk.ADA, target.number(), POST));
    }

    private static int posts(RelayDesk desk) {
        return desk.database.read(tx -> tx.handle()
                .createQuery("select count(*) from relay_post")
                .mapTo(Integer.class)
                .one());
    }
}
