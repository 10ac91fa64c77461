package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.SettableClock;
import io.reprise.http.PoliteClient;
import io.reprise.imports.FaultyParty.Heard;
import io.reprise.job.JobState;
import io.reprise.scrobble.Format;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The law of pulls: whatever the page size, the order, the cuts, the repeats and the plays that come in between, the
 * result is the same history. A seed makes a history with faults; a failure names it.
 */
public final class PullLaw {
    private static final long DAY = 86_400;
    private static final int PULLS_MAX = 200;
    private static final int[] PAGE_ROWS = {1, 2, 3, 5, 8, 50};

    private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    private final long now = clock.instant().getEpochSecond();
    private final long seed;
    private final Random random;
    private final boolean oneASecond;
    private int titles;

    /** {@code oneASecond}: the party holds one play a second, as Last.fm and Maloja promise. */
    public PullLaw(long seed, boolean oneASecond) {
        this.seed = seed;
        this.random = new Random(seed);
        this.oneASecond = oneASecond;
    }

    /** Makes the source under test, with pages of this size. */
    @FunctionalInterface
    public interface Made {
        HistorySource source(PoliteClient client, int pageRows);
    }

    public void holds(FaultyParty.Dialect dialect, Made made, Format format) {
        int pageRows = PAGE_ROWS[random.nextInt(PAGE_ROWS.length)];
        try (FaultyParty party = new FaultyParty(random, dialect, () -> heard(10 * DAY));
                PoliteClient client = PullDesk.quickClient(clock, Duration.ofMillis(500));
                Database database = Stores.fresh(Dialect.SQLITE)) {
            for (int i = random.nextInt(60); i > 0; i--) {
                party.heard.add(heard(90 * DAY));
            }
            party.heard.add(heard(90 * DAY));
            String address = party.party.at("").toString();
            int pulls = 0;
            JobState end;
            do {
                if (pulls == PULLS_MAX / 4) {
                    party.recover();
                }
                // Each pull is another process over the same store.
                try (PullDesk desk = new PullDesk(database, clock, made.source(client, pageRows), format)) {
                    ConnectionOrder order = new ConnectionOrder(
                            made.source(client, pageRows).word(),
                            "Anna",
                            address,
                            new ConnectionOrder.Secrets(
                                    ConnectionOrder.Given.of("client:key"), ConnectionOrder.Given.of("token")),
                            null,
                            null);
                    end = desk.pull(desk.connect(order));
                }
            } while (!(end instanceof JobState.Done) && ++pulls < PULLS_MAX);
            party.recover();
            try (PullDesk desk = new PullDesk(database, clock, made.source(client, pageRows), format)) {
                Connection connection = desk.connections.of(PullDesk.ANNA).getFirst();
                String what = "seed " + seed + ", pages of " + pageRows;
                assertThat(desk.pull(connection)).as(what).isInstanceOf(JobState.Done.class);
                assertThat(desk.plays()).as(what).containsExactlyInAnyOrderElementsOf(told(party.heard));
                assertThat(desk.scrobbles()).as(what).isEqualTo(party.heard.size());
                again(desk, connection, what);
            }
        }
    }

    private static void again(PullDesk desk, Connection connection, String what) {
        long before = desk.scrobbles();
        assertThat(desk.pull(connection))
                .as(what)
                .isInstanceOfSatisfying(
                        JobState.Done.class, done -> assertThat(done.result()).contains(" 0 new"));
        assertThat(desk.scrobbles()).as(what).isEqualTo(before);
    }

    private Heard heard(long secondsBack) {
        String title = "Song " + ++titles;
        // Full minutes, for some parties know no finer time of what a person entered.
        long slots = secondsBack / 600;
        long back = oneASecond ? random.nextLong(slots) * 600 + titles : random.nextLong(slots / 40 + 1) * 24_000;
        return new Heard(now - back - 1 - (oneASecond ? 0 : 59), title);
    }

    private static List<String> told(List<Heard> heard) {
        return heard.stream().map(each -> each.second() + " " + each.title()).collect(Collectors.toList());
    }
}
