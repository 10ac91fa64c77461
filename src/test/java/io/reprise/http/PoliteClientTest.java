package io.reprise.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reprise.SettableClock;
import io.reprise.http.OtherParty.Reply;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PoliteClientTest {
    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");

    private PoliteClient client(Politeness politeness) {
        return new PoliteClient(politeness, clock);
    }

    private static Politeness quick() {
        return new Politeness(
                "Reprise/test (https://example.org)",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                3,
                Duration.ofMillis(1),
                Duration.ofSeconds(2),
                Duration.ofNanos(1_000),
                Map.of(),
                1_000);
    }

    @Test
    void an_answer_comes_back_and_the_request_said_who_asks() {
        try (var party = OtherParty.answering(Reply.of(200, "hello").with("X-Mood", "fine"));
                var client = client(quick())) {
            Answer answer = client.send(Outgoing.get(party.at("/a?b=c")));

            assertThat(answer.text()).isEqualTo("hello");
            assertThat(answer.header("X-Mood")).contains("fine");
            assertThat(party.asked())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.userAgent()).isEqualTo("Reprise/test (https://example.org)"));
        }
    }

    @Test
    void a_server_that_stumbles_is_asked_again() {
        try (var party = OtherParty.answering(Reply.of(502, ""), Reply.of(503, ""), Reply.of(200, "at last"));
                var client = client(quick())) {
            assertThat(client.send(Outgoing.get(party.at("/"))).text()).isEqualTo("at last");
            assertThat(party.asked()).hasSize(3);
        }
    }

    @Test
    void the_attempts_have_an_end() {
        try (var party = OtherParty.answering(Reply.of(503, "down for repair"));
                var client = client(quick())) {
            TryLater later = catchThrowableOfType(TryLater.class, () -> client.send(Outgoing.get(party.at("/"))));

            assertThat(later).hasMessageContaining("503").hasMessageContaining("down for repair");
            assertThat(party.asked()).hasSize(3);
        }
    }

    @Test
    void retry_after_is_waited_for() {
        try (var party = OtherParty.answering(Reply.of(429, "").with("Retry-After", "1"), Reply.of(200, "now"));
                var client = client(quick())) {
            client.send(Outgoing.get(party.at("/")));

            long nanos = party.asked().get(1).nanos() - party.asked().get(0).nanos();
            assertThat(Duration.ofNanos(nanos)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_retry_after_that_is_too_long_is_handed_to_the_caller_at_once() {
        try (var party = OtherParty.answering(Reply.of(429, "").with("Retry-After", "3600"));
                var client = client(quick())) {
            TryLater later = catchThrowableOfType(TryLater.class, () -> client.send(Outgoing.get(party.at("/"))));

            assertThat(later.after()).isEqualTo(Duration.ofHours(1));
            assertThat(party.asked()).hasSize(1);
        }
    }

    @Test
    void a_retry_after_may_be_a_date() {
        String date = "Fri, 02 Jan 2026 03:14:05 GMT";
        try (var party = OtherParty.answering(Reply.of(503, "").with("Retry-After", date));
                var client = client(quick())) {
            TryLater later = catchThrowableOfType(TryLater.class, () -> client.send(Outgoing.get(party.at("/"))));

            assertThat(later.after()).isEqualTo(Duration.ofMinutes(10));
        }
    }

    @Test
    void a_refused_key_is_not_tried_again() {
        try (var party = OtherParty.answering(Reply.of(401, "bad key"));
                var client = client(quick())) {
            NotAllowed refused =
                    catchThrowableOfType(NotAllowed.class, () -> client.send(Outgoing.get(party.at("/x?key=secret"))));

            assertThat(refused).hasMessageContaining("bad key").hasMessageContaining("localhost");
            assertThat(refused.getMessage()).doesNotContain("secret");
            assertThat(party.asked()).hasSize(1);
        }
    }

    @Test
    void what_is_not_there_is_given_up() {
        try (var party = OtherParty.answering(Reply.of(404, "no such thing"));
                var client = client(quick())) {
            GiveUp gone = catchThrowableOfType(GiveUp.class, () -> client.send(Outgoing.get(party.at("/"))));

            assertThat(gone.status()).isEqualTo(404);
            assertThat(party.asked()).hasSize(1);
        }
    }

    @Test
    void a_post_is_sent_again_only_where_the_server_surely_did_nothing() {
        try (var failed = OtherParty.answering(Reply.of(500, ""));
                var busy = OtherParty.answering(Reply.of(503, ""), Reply.of(200, ""));
                var client = client(quick())) {
            TryLater later = catchThrowableOfType(TryLater.class, () -> client.send(post(failed)));
            client.send(post(busy));

            assertThat(later).hasMessageContaining("500");
            assertThat(failed.asked()).hasSize(1);
            assertThat(busy.asked()).hasSize(2);
        }
    }

    private static Outgoing post(OtherParty party) {
        return Outgoing.post(party.at("/"), "text/plain", new byte[] {1});
    }

    @Test
    void an_answer_without_end_is_given_up() {
        try (var party = OtherParty.answering(Reply.of(200, "x".repeat(1_001)));
                var client = client(quick())) {
            GiveUp large = catchThrowableOfType(GiveUp.class, () -> client.send(Outgoing.get(party.at("/"))));

            assertThat(large).hasMessageContaining("1000");
            assertThat(party.asked()).hasSize(1);
        }
    }

    @Test
    void a_server_that_never_answers_is_waited_for_only_so_long() throws Exception {
        Politeness impatient = new Politeness(
                "t",
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                2,
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofNanos(1_000),
                Map.of(),
                10);
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var client = client(impatient)) {
            URI address = URI.create("http://localhost:" + silent.getLocalPort() + "/");
            TryLater later = catchThrowableOfType(TryLater.class, () -> client.send(Outgoing.get(address)));

            assertThat(later).isNotNull();
        }
    }

    @Test
    void two_clients_that_share_a_pace_keep_to_the_rate_of_a_host_together() {
        FakeTime time = new FakeTime();
        Pace pace = new Pace(time);
        Politeness slow = quick().at(List.of(HostRate.of("localhost", 4, Duration.ofSeconds(1))));
        try (var party = OtherParty.answering(Reply.of(200, ""));
                var pulls = new PoliteClient(slow, clock, pace);
                var relay = new PoliteClient(slow, clock, pace)) {
            pulls.send(Outgoing.get(party.at("/")));
            relay.send(Outgoing.get(party.at("/")));
            pulls.send(Outgoing.get(party.at("/")));

            assertThat(time.rested()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
        }
    }

    @Test
    void a_host_that_says_nothing_remains_is_left_alone_by_all() {
        FakeTime time = new FakeTime();
        Pace pace = new Pace(time);
        Reply used = new Reply(200, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-In", "2"), "");
        Reply left = new Reply(200, Map.of("X-RateLimit-Remaining", "7", "X-RateLimit-Reset-In", "2"), "");
        try (var party = OtherParty.answering(left, used, Reply.of(200, ""));
                var one = new PoliteClient(quick(), clock, pace);
                var other = new PoliteClient(quick(), clock, pace)) {
            one.send(Outgoing.get(party.at("/")));
            one.send(Outgoing.get(party.at("/")));
            assertThat(time.rested()).allMatch(rest -> rest.compareTo(Duration.ofMillis(1)) < 0);
            other.send(Outgoing.get(party.at("/")));

            assertThat(time.rested()).last().isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_host_that_asks_for_a_rest_is_left_alone_by_the_others_too() {
        FakeTime time = new FakeTime();
        Pace pace = new Pace(time);
        Reply busy = Reply.of(429, "").with("Retry-After", "1");
        try (var party = OtherParty.answering(busy, busy, busy, Reply.of(200, ""));
                var one = new PoliteClient(quick(), clock, pace);
                var other = new PoliteClient(Politeness.once("Reprise/test"), clock, pace)) {
            assertThat(catchThrowableOfType(TryLater.class, () -> one.send(Outgoing.get(party.at("/")))))
                    .isNotNull();
            other.send(Outgoing.get(party.at("/")));

            assertThat(time.rested()).hasSize(3).containsOnly(Duration.ofSeconds(1));
        }
    }

    @Test
    void an_interrupt_ends_the_waiting() {
        try (var party = OtherParty.answering(Reply.of(200, ""));
                var client = client(quick())) {
            Thread.currentThread().interrupt();
            TryLater later = catchThrowableOfType(TryLater.class, () -> client.send(Outgoing.get(party.at("/"))));

            assertThat(later).isNotNull();
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
