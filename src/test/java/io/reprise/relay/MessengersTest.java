package io.reprise.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.adapters.mail.FakeSmtp;
import io.reprise.adapters.mail.MailServer;
import io.reprise.imports.Connection;
import io.reprise.imports.ConnectionOrder;
import io.reprise.imports.HistorySource;
import io.reprise.imports.OutsideAccount;
import io.reprise.imports.PullDesk;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Origin;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person is told of a connection that fails, by e-mail, ntfy and Gotify, and how often. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MessengersTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NTFY_TOOK = "{\"id\":\"x\",\"event\":\"message\",\"topic\":\"mine\"}";
    private static final String GOTIFY_TOOK = "{\"id\":1,\"appid\":2,\"message\":\"m\"}";

    private final FakeSmtp smtp = new FakeSmtp();

    @AfterEach
    void close() {
        smtp.close();
    }

    /** Answers with nothing, or fails while it is told to. */
    private static final class Party implements HistorySource {
        private volatile boolean isDown = true;

        @Override
        public String word() {
            return "party";
        }

        @Override
        public String title() {
            return "The Party";
        }

        @Override
        public URI address() {
            return URI.create("https://party.example");
        }

        @Override
        public boolean needsApiKey() {
            return false;
        }

        @Override
        public Origin origin(OutsideAccount account) {
            return new Origin("party", "Party", account.foldedName());
        }

        @Override
        public Page page(OutsideAccount account, Span span) throws JobFailure {
            if (isDown) {
                throw new JobFailure("it is down", "wait for it");
            }
            return new Page(List.of(), span.from(), true, 0L);
        }
    }

    /** A user's connection, and the relay that follows its jobs. */
    private static final class Home implements AutoCloseable {
        private final RelayDesk relay;
        private final Party party = new Party();
        private final PullDesk pulls;
        private final Connection connection;

        Home(Dialect dialect, FakeSmtp smtp) {
            MailServer server = MailServer.of(
                    "smtp://localhost:" + smtp.port(), null, MailServer.Sender.of("reprise@home.example"));
            relay = new RelayDesk(Stores.fresh(dialect), Optional.of(server));
            pulls = new PullDesk(relay.database, relay.clock, party, new ListenFormat());
            connection = pulls.connect(PullDesk.order("party", "Zoë", "https://party.example", null));
        }

        Target target(String party, String address, Matter... matters) {
            Keys keys = party.equals("mail") ? Keys.NONE : TargetOrder.keys(null, null, RelayDesk.TOKEN);
            Set<Matter> wanted = matters.length == 0 ? null : Set.of(matters);
            return relay.targets
                    .make(RelayDesk.ADA, new TargetOrder(party, null, address, null, keys, wanted, true))
                    .target();
        }

        void pull(int times) {
            for (int i = 0; i < times; i++) {
                pulls.pull(connection);
                relay.clock.advance(Duration.ofHours(1));
                relay.follow();
                relay.sender.runDue();
            }
        }

        @Override
        public void close() {
            pulls.close();
            relay.close();
        }
    }

    private List<String> subjects() {
        return smtp.taken().stream()
                .map(mail -> mail.replaceFirst("(?s).*?\nSubject: ", "").replaceFirst("(?s)\n\\S.*", ""))
                .map(MessengersTest::decoded)
                .toList();
    }

    private static String decoded(String subject) {
        return subject.replaceAll("=\\?UTF-8\\?Q\\?|\\?=|\\s*\n\\s*", "")
                .replace("=C3=AB", "ë")
                .replace('_', ' ');
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_first_failure_the_pause_and_the_recovery_are_told_and_nothing_between(Dialect dialect) {
        try (Home home = new Home(dialect, smtp);
                Upstream program = Upstream.answering("")) {
            home.target("mail", "ada@example.org");
            home.target("webhook", program.address(), Matter.SYNC_FAILURES);

            home.pull(Connection.FAILURES_MAX - 1);
            assertThat(subjects()).containsExactly("The Party (Zoë) cannot be fetched");
            home.pull(3);
            assertThat(subjects()).hasSize(2).last().isEqualTo("The Party (Zoë) is paused after 10 failures");
            home.party.isDown = false;
            home.pull(3);
            assertThat(subjects()).hasSize(3).last().isEqualTo("The Party (Zoë) works again");
            home.party.isDown = true;
            home.pull(2);
            assertThat(subjects()).hasSize(4).last().isEqualTo("The Party (Zoë) cannot be fetched");

            assertThat(program.taken())
                    .extracting(asked -> asked.header("X-Reprise-Event"))
                    .containsExactly("sync_failed", "sync_paused", "sync_recovered", "sync_failed");
            JsonNode paused = JSON.readTree(program.taken().get(1).body()).get("sync");
            assertThat(paused.get("username").asString()).isEqualTo("Zoë");
            assertThat(paused.get("failures").asInt()).isEqualTo(10);
        }
    }

    @Test
    void a_connection_that_a_person_mended_is_told_when_it_works_and_when_it_fails_again() {
        try (Home home = new Home(Dialect.SQLITE, smtp)) {
            home.target("mail", "ada@example.org");
            home.pull(3);
            home.pulls.connections.change(PullDesk.ANNA, 1, ConnectionOrder.turn(true));
            home.pull(2);
            assertThat(subjects()).hasSize(2).allMatch(subject -> subject.endsWith("cannot be fetched"));
            home.pulls.connections.change(PullDesk.ANNA, 1, ConnectionOrder.turn(true));
            home.party.isDown = false;
            home.pull(1);
            assertThat(subjects()).hasSize(3).last().isEqualTo("The Party (Zoë) works again");
        }
    }

    @Test
    void ends_of_jobs_come_where_they_are_wanted_but_not_those_of_every_hour_and_never_a_play() {
        try (Home home = new Home(Dialect.SQLITE, smtp)) {
            Target mail = home.target("mail", "ada@example.org", Matter.JOBS);
            assertThat(mail.matters()).containsExactly(Matter.JOBS);
            home.party.isDown = false;
            home.pull(3);
            home.relay.plays(RelayDesk.PHONE, "Song", 300);
            home.relay.sender.runDue();
            assertThat(smtp.taken()).isEmpty();

            pullOnce(home);
            assertThat(subjects()).containsExactly("Pull: done");
            assertThatThrownBy(() -> home.target("mail", "ada@example.org", Matter.PLAYS))
                    .hasMessageContaining("can be told of jobs, sync_failures");
        }
    }

    private static void pullOnce(Home home) {
        try {
            home.pulls.pulls.once(PullDesk.ANNA, PullDesk.order("party", "Zoë", "https://party.example", null), false);
        } catch (JobFailure e) {
            throw new AssertionError(e);
        }
        home.pulls.end();
        home.relay.follow();
        home.relay.sender.runDue();
    }

    @Test
    void a_mail_says_why_what_to_do_and_where_and_is_the_same_on_each_try() {
        try (Home home = new Home(Dialect.SQLITE, smtp)) {
            Target target = home.target("mail", " mailto:ada@example.org ");
            assertThat(target.label()).isEqualTo("E-mail to ada@example.org");
            assertThat(target.matters()).containsExactly(Matter.SYNC_FAILURES);
            assertThat(target.state()).isEqualTo("on");
            smtp.failing("END", "451 4.3.0 later");
            home.pull(1);
            assertThat(home.relay.now(target).state()).isEqualTo("failing");
            assertThat(smtp.taken()).isEmpty();
            home.relay.sendAndWait(2);
            assertThat(smtp.taken())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains("it is down")
                            .contains("wait for it")
                            .contains("https://reprise.example/imports")
                            .containsPattern("Message-ID: <[0-9a-f-]{36}\\.1\\.1@home.example>"));
            assertThat(home.relay.now(target).state()).isEqualTo("on");

            smtp.failing("RCPT", "550 5.1.1 no such user");
            home.party.isDown = false;
            home.pull(1);
            assertThat(home.relay.letters.dead(target, 9))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.why()).contains("no such user"));
        }
    }

    @Test
    void without_a_mail_server_a_mailbox_is_refused_with_what_to_do() {
        try (RelayDesk desk = new RelayDesk(Dialect.SQLITE)) {
            assertThatThrownBy(() -> desk.target("mail", "ada@example.org")).hasMessageContaining("smtp-url");
            assertThatThrownBy(() -> desk.target("mail", "ada, eve@example.org"))
                    .hasMessageContaining("mailbox");
        }
    }

    @Test
    void ntfy_gets_a_message_in_json_at_its_root_with_the_token() {
        try (Home home = new Home(Dialect.SQLITE, smtp);
                Upstream ntfy = Upstream.answering(NTFY_TOOK)) {
            Target target = home.target("ntfy", ntfy.address() + "/mine");
            assertThat(home.relay.introductions.test(target).ok()).isTrue();
            home.pull(1);

            Upstream.Asked asked = ntfy.taken().getLast();
            assertThat(asked.address().getPath()).isEqualTo("/");
            assertThat(asked.header("Authorization")).isEqualTo("Bearer " + RelayDesk.TOKEN);
            JsonNode json = JSON.readTree(asked.body());
            assertThat(json.get("topic").asString()).isEqualTo("mine");
            assertThat(json.get("title").asString()).isEqualTo("The Party (Zoë) cannot be fetched");
            assertThat(json.get("message").asString()).contains("Why: it is down");
            assertThat(json.get("priority").asInt()).isEqualTo(4);
            assertThat(json.get("tags").get(0).asString()).isEqualTo("warning");
            assertThat(json.get("click").asString()).isEqualTo("https://reprise.example/imports");
            assertThat(ntfy.taken().getFirst().body()).contains("\"priority\":3");
            for (String wrong : List.of("http://ntfy", "https://ntfy.sh/", "https://ntfy.sh/a b", "ntfy.sh/mine")) {
                assertThatThrownBy(() -> home.target("ntfy", wrong)).hasMessageContaining("address: expected");
            }
        }
    }

    @Test
    void gotify_gets_a_message_with_its_key_and_a_page_to_open() {
        try (Home home = new Home(Dialect.SQLITE, smtp);
                Upstream gotify = Upstream.answering(GOTIFY_TOOK)) {
            home.target("gotify", gotify.address() + "/sub/");
            home.pull(1);

            Upstream.Asked asked = gotify.taken().getFirst();
            assertThat(asked.address().getPath()).isEqualTo("/sub/message");
            assertThat(asked.header("X-Gotify-Key")).isEqualTo(RelayDesk.TOKEN);
            JsonNode json = JSON.readTree(asked.body());
            assertThat(json.get("title").asString()).isEqualTo("The Party (Zoë) cannot be fetched");
            assertThat(json.get("priority").asInt()).isEqualTo(8);
            assertThat(json.at("/extras/client::notification/click/url").asString())
                    .isEqualTo("https://reprise.example/imports");
        }
    }

    @Test
    void push_servers_that_are_busy_are_asked_later_and_those_that_refuse_us_wait_for_a_person() {
        try (Home home = new Home(Dialect.SQLITE, smtp);
                Upstream ntfy = Upstream.answering(NTFY_TOOK);
                Upstream gotify = Upstream.answering(GOTIFY_TOOK)) {
            for (Upstream each : List.of(ntfy, gotify)) {
                each.fail(
                        new Upstream.Reply(429, "7200", "", false, false),
                        Upstream.Reply.of(500, ""),
                        Upstream.NEVER,
                        Upstream.CUT,
                        Upstream.Reply.of(401, "{\"error\":\"unauthorized\"}"));
            }
            List<Target> targets =
                    List.of(home.target("ntfy", ntfy.address() + "/mine"), home.target("gotify", gotify.address()));
            home.pull(1);
            for (Target target : targets) {
                assertThat(home.relay.now(target).state()).isEqualTo("failing");
                assertThat(home.relay.now(target).standing().notBefore()
                                - home.relay.clock.instant().getEpochSecond())
                        .isEqualTo(7200);
            }
            home.relay.sendAndWait(12);
            for (Target target : targets) {
                assertThat(home.relay.now(target).state()).isEqualTo("refused");
                assertThat(home.relay.waiting(target)).isEqualTo(1);
                home.relay.targets.change(RelayDesk.ADA, target.number(), TargetOrder.turn(true));
            }
            home.relay.sendAndWait(1);
            assertThat(ntfy.taken()).hasSize(1);
            assertThat(gotify.taken()).hasSize(1);
        }
    }

    @Test
    void something_else_that_answers_well_at_the_address_is_noticed() {
        try (Home home = new Home(Dialect.SQLITE, smtp);
                Upstream other = Upstream.answering("<html>Welcome</html>")) {
            for (Target target :
                    List.of(home.target("ntfy", other.address() + "/mine"), home.target("gotify", other.address()))) {
                assertThat(home.relay.introductions.test(target).ok()).isFalse();
            }
        }
    }
}
