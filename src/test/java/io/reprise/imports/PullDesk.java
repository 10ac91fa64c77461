package io.reprise.imports;

import io.reprise.SettableClock;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.catalog.Ledger;
import io.reprise.http.PoliteClient;
import io.reprise.http.Politeness;
import io.reprise.job.Bell;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.play.Aggregator;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Pulls as the server wires them, over a real store, for tests. Closing it leaves the store open. */
public final class PullDesk implements AutoCloseable {
    public static final UserId ANNA = new UserId(1);
    public static final String KEY = "0f".repeat(32);

    public final SettableClock clock;
    public final Connections connections;
    public final Pulls pulls;
    public final Worker worker;
    private final Database database;
    private final BlockingQueue<Job> heard = new LinkedBlockingQueue<>();

    public PullDesk(Database database, SettableClock clock, HistorySource source, Format format) {
        this.database = database;
        this.clock = clock;
        ScrobbleLog log = new ScrobbleLog(new Formats(List.of(format)));
        Aggregator aggregator = new Aggregator(database, log, new Ledger(clock), user -> ZoneHistory.UTC);
        ImportRooms rooms = new ImportRooms(
                database,
                new Intake(database, clock, user -> {}),
                aggregator,
                new Quarantine(database, clock),
                new Bell());
        Seal seal = new Seal(ServerKey.ofHex(KEY), new SecureRandom());
        connections = new Connections(database, clock, seal, new HistorySources(List.of(source)));
        worker = new Worker(database, clock, List.of(new PullJob(rooms, connections, clock)), 1);
        pulls = new Pulls(database, connections, worker);
        worker.watch(ANNA, heard::add);
    }

    /** A client that does not wait. */
    public static PoliteClient quickClient(SettableClock clock) {
        return quickClient(clock, Duration.ofSeconds(10));
    }

    /** The same, with the longest time an answer may take. */
    public static PoliteClient quickClient(SettableClock clock, Duration answer) {
        return new PoliteClient(
                new Politeness(
                        "Reprise/test",
                        Duration.ofSeconds(5),
                        answer,
                        2,
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofNanos(1_000),
                        Map.of(),
                        1L << 24),
                clock);
    }

    public static ConnectionOrder order(String source, String name, String address, @Nullable String key) {
        ConnectionOrder.Given given = key == null ? ConnectionOrder.Given.NOTHING : ConnectionOrder.Given.of(key);
        return new ConnectionOrder(
                source, name, address, new ConnectionOrder.Secrets(given, ConnectionOrder.Given.NOTHING), null, null);
    }

    public Connection connect(ConnectionOrder order) {
        return connections.put(ANNA, order);
    }

    /** Pulls to the end, whichever it is. */
    public JobState pull(Connection connection) {
        try {
            pulls.start(connection);
            return end();
        } catch (JobFailure e) {
            throw new AssertionError(e.reason(), e);
        }
    }

    public JobState end() {
        try {
            Job job = heard.take();
            while (!job.state().isFinal()) {
                job = heard.take();
            }
            return job.state();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every play that counts, as "second title", in the order of time. */
    public List<String> plays() {
        return database.read(tx -> tx.handle()
                .createQuery("""
                        select p.at || ' ' || i.title from play p join item i on i.user_id = p.user_id and i.number = p.item
                        where p.user_id = :user and p.reason = 0 order by p.at, p.number""")
                .bind("user", ANNA.value())
                .mapTo(String.class)
                .list());
    }

    /** Every rating that was given, as "second title told", in the order in which they came; those undone too. */
    public List<String> ratings() {
        return database.read(tx -> tx.handle()
                .createQuery("select at || ' ' || title || ' ' || cast(told as integer) from rating_event"
                        + " where user_id = :user and told is not null order by number")
                .bind("user", ANNA.value())
                .mapTo(String.class)
                .list());
    }

    public long scrobbles() {
        return database.read(tx -> tx.handle()
                .createQuery("select count(*) from scrobble where user_id = :user")
                .bind("user", ANNA.value())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        worker.close();
    }
}
