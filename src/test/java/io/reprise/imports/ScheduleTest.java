package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reprise.SettableClock;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.scrobble.Origin;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ScheduleTest {
    private static final String KEY = "Zanzibarquokka0123456789abcdef";

    /** Answers with nothing, or fails while it is told to; notes the keys it is shown. */
    private static final class Party implements HistorySource {
        private final List<String> keys = new ArrayList<>();
        private volatile boolean isDown;

        @Override
        public String word() {
            return "party";
        }

        @Override
        public String title() {
            return "Party";
        }

        @Override
        public URI address() {
            return URI.create("https://party.example");
        }

        @Override
        public boolean needsApiKey() {
            return true;
        }

        @Override
        public Origin origin(OutsideAccount account) {
            return new Origin("party", "Party", account.foldedName());
        }

        @Override
        public Page page(OutsideAccount account, Span span) throws JobFailure {
            keys.add(String.valueOf(account.apiKey()));
            if (isDown) {
                throw new JobFailure("it is down and says " + account.apiKey(), "wait");
            }
            return new Page(List.of(), span.from(), true, 0L);
        }
    }

    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final DatabaseAddress address = Stores.freshAddress(Dialect.SQLITE);
    private final Database database = Database.open(address);
    private final Party party = new Party();
    private final PullDesk desk = new PullDesk(database, clock, party, new ListenFormat());
    private final Schedule schedule = new Schedule(desk.pulls, clock);

    @AfterEach
    void close() {
        schedule.close();
        desk.close();
        database.close();
    }

    private Connection connect() {
        return desk.connect(PullDesk.order("party", "Anna", "https://party.example", KEY));
    }

    private Connection now() {
        return desk.connections.find(PullDesk.ANNA, 1).orElseThrow();
    }

    private long in(Duration time) {
        return clock.instant().plus(time).getEpochSecond();
    }

    /** Goes to the moment when it is due next and lets it run; answers how long that took. */
    private Duration runNext() {
        long due = java.util.Objects.requireNonNull(now().standing().nextDueAt());
        Duration wait = Duration.ofSeconds(due - clock.instant().getEpochSecond());
        clock.advance(wait);
        schedule.runDue();
        desk.end();
        return wait;
    }

    @Test
    void a_new_connection_is_due_at_once_and_then_every_hour() {
        assertThat(schedule.runDue()).isEmpty();
        connect();
        assertThat(schedule.runDue()).isEqualTo(OptionalLong.of(in(Duration.ofHours(1))));
        desk.end();

        assertThat(now().standing().nextDueAt()).isEqualTo(in(Duration.ofHours(1)));
        assertThat(runNext()).isEqualTo(Duration.ofHours(1));
        assertThat(party.keys).containsExactly(KEY, KEY);
    }

    @Test
    void failures_wait_longer_each_time_and_ten_in_a_row_pause_it_until_a_person_comes() {
        connect();
        party.isDown = true;
        List<Long> hours = new ArrayList<>();
        for (int i = 0; i < Connection.FAILURES_MAX; i++) {
            hours.add(runNext().toHours());
        }

        assertThat(hours).containsExactly(0L, 2L, 4L, 8L, 16L, 24L, 24L, 24L, 24L, 24L);
        assertThat(now().state()).isEqualTo("paused");
        assertThat(now().standing().nextDueAt()).isNull();
        assertThat(now().standing().lastError()).contains("it is down").doesNotContain(KEY);
        assertThat(schedule.runDue()).isEmpty();

        party.isDown = false;
        desk.connections.change(PullDesk.ANNA, 1, ConnectionOrder.turn(true));
        assertThat(runNext()).isZero();
        assertThat(now().state()).isEqualTo("on");
        assertThat(now().standing().lastError()).isNull();
    }

    @Test
    void what_is_off_does_not_run_unless_somebody_triggers_it() {
        connect();
        Connection off = desk.connections
                .change(PullDesk.ANNA, 1, ConnectionOrder.turn(false))
                .orElseThrow();
        assertThat(schedule.runDue()).isEmpty();
        assertThat(desk.pull(off)).isInstanceOf(JobState.Done.class);
        assertThat(now().standing().nextDueAt()).isNull();
    }

    @Test
    void the_thread_wakes_when_a_connection_is_made() {
        schedule.start();
        connect();
        assertThat(desk.end()).isInstanceOf(JobState.Done.class);
    }

    @Test
    void the_same_account_is_one_connection_however_its_name_is_written() {
        connect();
        desk.connect(PullDesk.order("party", " ANNA ", "https://party.example", null));

        assertThat(desk.connections.of(PullDesk.ANNA))
                .singleElement()
                .satisfies(one -> assertThat(one.held().apiKey()).isNotNull());
        assertThatThrownBy(() -> desk.connect(PullDesk.order("party", "Ben", "https://party.example", null)))
                .hasMessageContaining("api_key");
        assertThatThrownBy(() -> desk.connect(PullDesk.order("party", "Ben", "ftp://party.example", KEY)))
                .hasMessageContaining("base_url");
        assertThatThrownBy(() -> desk.connect(PullDesk.order("else", "Ben", "https://party.example", KEY)))
                .hasMessageContaining("source");
    }

    @Test
    void neither_the_store_nor_a_job_holds_the_key_in_clear_text() throws IOException, JobFailure {
        party.isDown = true;
        connect();
        schedule.runDue();
        desk.end();
        desk.pulls.once(PullDesk.ANNA, PullDesk.order("party", "Once", "https://party.example", KEY), false);
        desk.end();
        assertThat(party.keys).containsExactly(KEY, KEY);

        Path file = ((DatabaseAddress.SqliteFile) address).file();
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            List<Path> mine = files.filter(each -> each.getFileName()
                            .toString()
                            .startsWith(file.getFileName().toString()))
                    .toList();
            assertThat(mine).isNotEmpty();
            for (Path each : mine) {
                String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(KEY)).as(each.toString()).isFalse();
            }
        }
        assertThat(now().toString()).doesNotContain(KEY);
    }
}
