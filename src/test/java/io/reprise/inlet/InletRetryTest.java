package io.reprise.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.UserId;
import io.reprise.imports.JsonRow;
import io.reprise.media.Credit;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.rating.Ratings;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InletRetryTest {
    private static final UserId ANN = new UserId(1);
    private static final JsonFormat FORMAT = new JsonFormat(900, "vcr", InletRetryTest::told);

    private final SettableClock clock = SettableClock.at("2026-01-01T20:00:00Z");
    private final Database database = Stores.fresh(Dialect.SQLITE);
    private final ScrobbleLog log = new ScrobbleLog(new Formats(List.of(FORMAT)));
    private final Vcr vcr = new Vcr();
    private final Inlets inlets = new Inlets(
            database,
            clock,
            new Inlets.Seals(new Seal(ServerKey.ofHex("0f".repeat(32)), new SecureRandom()), new SecureRandom()),
            new InletParties(List.of(vcr)));
    private final NowPlaying playing = new NowPlaying(clock);
    private final Inbox.Rooms rooms = new Inbox.Rooms(
            database,
            new Intake(database, clock, user -> {}),
            playing,
            new Ratings(database, clock),
            new Quarantine(database, clock));
    private final Inbox inbox = new Inbox(inlets, rooms, clock);
    private final InletRetry retry = new InletRetry(inlets, inbox, rooms);

    /** A party that learns. */
    private static final class Vcr implements InletParty {
        private boolean learned;

        @Override
        public String word() {
            return "vcr";
        }

        @Override
        public String title() {
            return "VCR";
        }

        @Override
        public List<MediaKind> kinds() {
            return List.of(MediaKind.FILM);
        }

        @Override
        public List<Step> steps(String address) {
            return List.of();
        }

        @Override
        public Taken take(Call call) throws Unreadable {
            if (!learned) {
                throw new Unreadable("expected VHS, got Betamax at /" + call.path());
            }
            return Taken.Heard.of("", Submission.read(FORMAT, call.body()));
        }
    }

    private static Told told(JsonRow row) throws Unreadable {
        Mention film = new Mention.Film(row.needText("film"), null, Credit.NONE, null, List.of());
        return new Told(Verb.START, film, Times.RECEIVED, null, null, null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Reply call(Inlet inlet, String body) {
        return inbox.take(inlet, new Inbox.Arrival("POST", "tape", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_call_that_is_understood_later_keeps_the_second_at_which_it_came() {
        Inlet inlet = inlets.make(ANN, "vcr", new InletOrder(null, null, null, null));
        assertThat(call(inlet, "{\"film\":\"Alien\"}").status()).isEqualTo(202);
        call(inlet, "{\"film\":\"Alien\"}");
        clock.advance(Duration.ofDays(3));
        assertThat(retry.waiting(inlet, 10)).hasSize(1);
        assertThat(retry.retry(ANN, 1))
                .contains(new InletRetry.Tried(1, "quarantined", "expected VHS, got Betamax at /tape"));

        vcr.learned = true;
        assertThat(retry.retryAll(inlet, 10)).containsExactly(new InletRetry.Tried(1, "stored", "start of Alien"));
        assertThat(retry.waiting(inlet, 10)).isEmpty();
        assertThat(retry.retry(ANN, 1)).isEmpty();
        long at = database.read(
                tx -> log.find(tx, ANN, 1).orElseThrow().scrobble().receivedAt());
        assertThat(at).isEqualTo(clock.instant().minus(Duration.ofDays(3)).getEpochSecond());
        assertThat(playing.of(ANN)).isEmpty();
    }

    @Test
    void a_call_that_was_told_before_it_is_run_again_is_known() {
        Inlet inlet = inlets.make(ANN, "vcr", new InletOrder(null, null, null, null));
        call(inlet, "{\"film\":\"Alien\"}");
        vcr.learned = true;
        call(inlet, "{\"film\":\"Alien\"}");
        assertThat(retry.retryAll(inlet, 10).getFirst().outcome()).isEqualTo("known");
        assertThat(database.read(tx -> log.last(tx, ANN)).longValue()).isEqualTo(1);
    }

    @Test
    void each_inlet_has_its_own_and_one_that_is_gone_says_so() {
        Inlet one = inlets.make(ANN, "vcr", new InletOrder(null, null, null, null));
        for (int i = 2; i <= 10; i++) {
            inlets.make(ANN, "vcr", new InletOrder(null, null, null, null));
        }
        Inlet ten = inlets.find(ANN, 10).orElseThrow();
        call(one, "{}");
        call(ten, "{}");
        assertThat(retry.waiting(one, 10)).hasSize(1);
        inlets.delete(ANN, 10);
        assertThat(retry.retry(ANN, 2).orElseThrow().reason()).contains("its inlet is gone");
    }

    @Test
    void a_report_too_large_to_keep_is_refused_whole() {
        Inlet inlet = inlets.make(ANN, "vcr", new InletOrder(null, null, null, null));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> call(inlet, " ".repeat(Inbox.MATTER_BYTES_MAX + 1))))
                .hasMessageContaining("larger than this server takes");
        assertThat(retry.waiting(inlet, 10)).isEmpty();
    }
}
