package io.reprise.adapters.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.http.OtherParty;
import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.http.PoliteClient;
import io.reprise.imports.Connection;
import io.reprise.imports.ConnectionOrder;
import io.reprise.imports.PullDesk;
import io.reprise.job.JobState;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SpotifyHistoryTest {
    private static final long NOW = 1_780_315_200;
    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final List<Long> ends = new ArrayList<>();

    private Reply answer(Asked asked) {
        if (asked.address().getPath().equals("/api/token")) {
            return asked.authorization().equals("Basic Y2xpZW50OnNlY3JldA==")
                    ? Reply.of(200, "{\"access_token\":\"access\",\"expires_in\":3600}")
                    : Reply.of(400, "{\"error\":\"invalid_client\"}");
        }
        assertThat(asked.authorization()).isEqualTo("Bearer access");
        List<Long> last = ends.reversed().stream().limit(50).toList();
        String query = String.valueOf(asked.address().getQuery());
        boolean isBefore = query.contains("before=");
        String items = (isBefore ? List.<Long>of() : last)
                .stream().map(SpotifyHistoryTest::json).collect(Collectors.joining(","));
        String cursors = items.isEmpty() ? "null" : "{\"after\":\"1\",\"before\":\"" + last.getLast() * 1000 + "\"}";
        return Reply.of(200, "{\"items\":[" + items + "],\"next\":null,\"cursors\":" + cursors + ",\"limit\":50}");
    }

    private static String json(long end) {
        return "{\"track\":{\"id\":\"4uLU6hMCjMI75M1A2tKUQC\",\"name\":\"Song " + end
                + "\",\"duration_ms\":187000,\"artists\":[{\"name\":\"A\"}],\"album\":{\"name\":\"B\",\"artists\":"
                + "[{\"name\":\"A\"}]},\"external_ids\":{\"isrc\":\"GBAYE0601498\"}},\"played_at\":\""
                + Instant.ofEpochSecond(end) + "\",\"context\":null}";
    }

    @Test
    void the_last_fifty_plays_come_and_then_what_is_new() {
        for (int i = 80; i > 0; i--) {
            ends.add(NOW - i * 300L);
        }
        try (OtherParty party = OtherParty.by(this::answer);
                PoliteClient client = PullDesk.quickClient(clock);
                Database database = Stores.fresh(Dialect.SQLITE);
                PullDesk desk = new PullDesk(
                        database,
                        clock,
                        new SpotifyHistory(client, new RecentlyPlayedFormat()),
                        new RecentlyPlayedFormat())) {
            Connection connection = desk.connect(order(party, "client:secret"));
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.scrobbles()).isEqualTo(50);
            ends.add(NOW - 60);
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.scrobbles()).isEqualTo(51);
        }
    }

    @Test
    void a_wrong_app_is_said_and_its_secret_is_not() {
        try (OtherParty party = OtherParty.by(this::answer);
                PoliteClient client = PullDesk.quickClient(clock);
                Database database = Stores.fresh(Dialect.SQLITE);
                PullDesk desk = new PullDesk(
                        database,
                        clock,
                        new SpotifyHistory(client, new RecentlyPlayedFormat()),
                        new RecentlyPlayedFormat())) {
            assertThat(desk.pull(desk.connect(order(party, "client-without-its-half"))))
                    .isInstanceOfSatisfying(
                            JobState.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("CLIENT-ID:CLIENT-SECRET")
                                    .doesNotContain("client-without-its-half"));
            assertThat(desk.pull(desk.connect(order(party, "client:wrong"))))
                    .isInstanceOfSatisfying(
                            JobState.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("invalid_client")
                                    .doesNotContain("client:wrong"));
        }
    }

    /** Answers plays to whom the token that it gave last is shown, and fails once in between. */
    private static final class Renewing implements Function<Asked, Reply> {
        private final List<String> shown = new CopyOnWriteArrayList<>();
        private volatile boolean isDown;

        @Override
        public Reply apply(Asked asked) {
            if (asked.address().getPath().equals("/api/token")) {
                String token = asked.body().replaceFirst(".*refresh_token=", "");
                shown.add(token);
                return Reply.of(200, "{\"access_token\":\"access\",\"refresh_token\":\"" + token + "-next\"}");
            }
            return isDown
                    ? Reply.of(400, "{\"error\":\"down\"}")
                    : Reply.of(200, "{\"items\":[],\"next\":null,\"cursors\":null}");
        }
    }

    @Test
    void a_refresh_token_that_is_answered_with_a_new_one_is_replaced_even_where_the_pull_then_fails() {
        Renewing renewing = new Renewing();
        try (OtherParty party = OtherParty.by(renewing);
                PoliteClient client = PullDesk.quickClient(clock);
                Database database = Stores.fresh(Dialect.SQLITE);
                PullDesk desk = new PullDesk(
                        database,
                        clock,
                        new SpotifyHistory(client, new RecentlyPlayedFormat()),
                        new RecentlyPlayedFormat())) {
            Connection connection = desk.connect(order(party, "client:secret"));
            renewing.isDown = true;
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Failed.class);
            renewing.isDown = false;
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);
            assertThat(desk.pull(connection)).isInstanceOf(JobState.Done.class);

            assertThat(renewing.shown).containsExactly("refresh", "refresh-next", "refresh-next-next");
            byte[] stored = java.util.Objects.requireNonNull(desk.connections
                            .find(PullDesk.ANNA, connection.number())
                            .orElseThrow()
                            .held()
                            .token())
                    .bytes();
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("refresh");
        }
    }

    private static ConnectionOrder order(OtherParty party, String app) {
        return new ConnectionOrder(
                "spotify",
                "Anna",
                party.at("").toString(),
                new ConnectionOrder.Secrets(ConnectionOrder.Given.of(app), ConnectionOrder.Given.of("refresh")),
                null,
                null);
    }
}
