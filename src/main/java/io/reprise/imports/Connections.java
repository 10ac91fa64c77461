package io.reprise.imports;

import io.reprise.account.Seal;
import io.reprise.account.Sealed;
import io.reprise.account.UserId;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The book of standing orders. What a caller gives wrongly ends in an {@link IllegalArgumentException} that names the
 * member, what was expected and what came. Asks nobody over the network. Thread-safe.
 */
public final class Connections {
    static final int CONNECTIONS_MAX = 100;
    private static final String API_KEY = "api_key";
    private static final String TOKEN = "token";

    private final Database database;
    private final InstantSource clock;
    private final Seal seal;
    private final HistorySources sources;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    public Connections(Database database, InstantSource clock, Seal seal, HistorySources sources) {
        this.database = database;
        this.clock = clock;
        this.seal = seal;
        this.sources = sources;
    }

    /** The outside parties that can be connected to. */
    public HistorySources sources() {
        return sources;
    }

    public List<Connection> of(UserId user) {
        return database.read(tx -> ConnectionTable.of(tx, user, CONNECTIONS_MAX));
    }

    public Optional<Connection> find(UserId user, int number) {
        return database.read(tx -> ConnectionTable.find(tx, user, number));
    }

    /** Makes a connection, or changes the one to the same account there. */
    public Connection put(UserId user, ConnectionOrder order) {
        String source = sources.ofWord(order.needSource()).word();
        String folded = OutsideAccount.fold(order.needUserName());
        Connection put = database.write(tx -> {
            Optional<Connection> known = ConnectionTable.find(tx, user, source, folded);
            return known.isPresent() ? changed(tx, known.get(), order) : made(tx, user, order);
        });
        tellWatchers();
        return put;
    }

    /** Changes the connection of this number; empty where this user has none. */
    public Optional<Connection> change(UserId user, int number, ConnectionOrder order) {
        Optional<Connection> changed = database.write(tx -> {
            Connection known = ConnectionTable.find(tx, user, number).orElse(null);
            return known == null ? Optional.empty() : Optional.of(changed(tx, known, order));
        });
        tellWatchers();
        return changed;
    }

    /** Forgets a connection and its secrets; what it brought stays. False where this user has none of this number. */
    public boolean delete(UserId user, int number) {
        boolean deleted = database.write(tx -> ConnectionTable.delete(tx, user, number));
        tellWatchers();
        return deleted;
    }

    private Connection made(Tx tx, UserId user, ConnectionOrder order) {
        if (ConnectionTable.of(tx, user, CONNECTIONS_MAX).size() == CONNECTIONS_MAX) {
            throw new IllegalArgumentException(
                    "a user has at most " + CONNECTIONS_MAX + " connections; delete one first");
        }
        HistorySource source = sources.ofWord(order.needSource());
        long now = now();
        Connection blank = new Connection(
                user,
                ConnectionTable.nextNumber(tx, user),
                source.word(),
                order.needUserName(),
                source.address(),
                Connection.Held.NOTHING,
                Connection.INTERVAL_MINUTES_OTHERWISE,
                true,
                Connection.Standing.NEW,
                now,
                now);
        Connection made = ordered(blank, order);
        ConnectionTable.insert(tx, made);
        return made;
    }

    private Connection changed(Tx tx, Connection known, ConnectionOrder order) {
        Connection changed = ordered(known, order);
        Optional<Connection> same =
                ConnectionTable.find(tx, known.user(), changed.source(), OutsideAccount.fold(changed.userName()));
        if (same.isPresent() && same.get().number() != known.number()) {
            throw new IllegalArgumentException("username: connection "
                    + same.get().number() + " is to this account already; change that one, or delete it");
        }
        ConnectionTable.store(tx, changed);
        return changed;
    }

    /** As ordered. It is due at once where it has not run, was off or was in trouble; failures are forgiven. */
    private Connection ordered(Connection was, ConnectionOrder order) {
        HistorySource source = order.source() == null ? sources.ofWord(was.source()) : sources.ofWord(order.source());
        boolean moved = !source.word().equals(was.source());
        String address = order.address();
        URI at = address == null ? moved ? source.address() : was.address() : OutsideAccount.address(address);
        Connection.Held held = new Connection.Held(
                sealed(was, API_KEY, was.held().apiKey(), order.secrets().apiKey()),
                sealed(was, TOKEN, was.held().token(), order.secrets().token()));
        boolean enabled = order.enabled() == null ? was.enabled() : order.enabled();
        demandSecrets(source, held.apiKey() != null, held.token() != null);
        Connection.Standing before = was.standing();
        Long due = before.failures() == 0 && was.enabled() ? before.nextDueAt() : null;
        Connection next = new Connection(
                was.user(),
                was.number(),
                source.word(),
                order.userName() == null ? was.userName() : order.needUserName(),
                at,
                held,
                interval(was, order),
                enabled,
                new Connection.Standing(before.lastRunAt(), before.lastResult(), before.lastError(), 0, null),
                was.createdAt(),
                now());
        Long soonest = due == null ? (Long) now() : (Long) Math.min(due, now() + next.waitSeconds());
        return next.with(next.standing().due(enabled ? soonest : null));
    }

    /** An {@link IllegalArgumentException} where this party answers only with more than what there is. */
    static void demandSecrets(HistorySource source, boolean hasApiKey, boolean hasToken) {
        if (source.needsApiKey() && !hasApiKey) {
            throw new IllegalArgumentException(
                    "api_key: " + source.title() + " answers only with an API key; expected one, got nothing");
        }
        if (source.needsToken() && !hasToken) {
            throw new IllegalArgumentException(
                    "token: " + source.title() + " answers only with a token; expected one, got nothing");
        }
    }

    private static int interval(Connection was, ConnectionOrder order) {
        Integer minutes = order.intervalMinutes();
        if (minutes == null) {
            return was.intervalMinutes();
        }
        if (minutes < Connection.INTERVAL_MINUTES_MIN || minutes > Connection.INTERVAL_MINUTES_MAX) {
            throw new IllegalArgumentException("sync_interval_minutes: expected " + Connection.INTERVAL_MINUTES_MIN
                    + " to " + Connection.INTERVAL_MINUTES_MAX + ", got " + minutes);
        }
        return minutes;
    }

    private @Nullable Sealed sealed(Connection of, String what, @Nullable Sealed before, ConnectionOrder.Given given) {
        if (!given.isTold()) {
            return before;
        }
        String text = given.text();
        return text == null ? null : seal.close(of.user(), purpose(of, what), text);
    }

    private static String purpose(Connection connection, String what) {
        return "connection " + connection.number() + ", " + what;
    }

    /** The account with its secrets opened, for the moment in which the party is asked. */
    OutsideAccount account(Connection connection) throws JobFailure {
        return new OutsideAccount(
                connection.userName(),
                connection.address(),
                opened(
                        connection.user(),
                        purpose(connection, API_KEY),
                        connection.held().apiKey()),
                opened(
                        connection.user(),
                        purpose(connection, TOKEN),
                        connection.held().token()),
                next -> renew(connection, next));
    }

    /** The party gave a token in place of the one that was used; one that a person has entered meanwhile stays. */
    private void renew(Connection used, String next) {
        Sealed sealed = seal.close(used.user(), purpose(used, TOKEN), next);
        database.write(tx -> {
            Connection now =
                    ConnectionTable.find(tx, used.user(), used.number()).orElse(null);
            if (now == null || !isSame(now.held().token(), used.held().token())) {
                return false;
            }
            ConnectionTable.store(tx, now.with(new Connection.Held(now.held().apiKey(), sealed)));
            return true;
        });
    }

    private static boolean isSame(@Nullable Sealed one, @Nullable Sealed other) {
        return one != null && other != null && Arrays.equals(one.bytes(), other.bytes());
    }

    @Nullable
    String opened(UserId user, String purpose, @Nullable Sealed sealed) throws JobFailure {
        if (sealed == null) {
            return null;
        }
        return seal.open(user, purpose, sealed)
                .orElseThrow(() -> new JobFailure(
                        "the stored key or token cannot be opened, for this server's secret key is another one",
                        "Enter the key or token again, or bring the old secret key back"));
    }

    Sealed closed(UserId user, String purpose, String secret) {
        return seal.close(user, purpose, secret);
    }

    /** Takes down how a job of this connection ended, and what that means; empty where it was deleted meanwhile. */
    Optional<SyncEnd> ending(Tx tx, UserId user, int number, JobState end) {
        Optional<Connection> known = ConnectionTable.find(tx, user, number);
        return known.map(before -> {
            Connection after = before.after(end, now());
            ConnectionTable.store(tx, after);
            return SyncEnd.of(before, after, sources.titleOf(before.source()), end);
        });
    }

    /** What stood in the way of a job was this server's own affair: the next try waits, and no failure is counted. */
    void postpone(UserId user, int number, String why) {
        database.write(tx -> {
            ConnectionTable.find(tx, user, number)
                    .ifPresent(connection -> ConnectionTable.store(tx, connection.postponed(why, now())));
            return true;
        });
        tellWatchers();
    }

    /** The connections that are due next, soonest first. */
    List<Connection> nextDue(int limit) {
        return database.read(tx -> ConnectionTable.nextDue(tx, limit));
    }

    /** Takes one that is due for this node; its due time moves on, should the process end before its job does. */
    boolean claim(Connection due) {
        return database.write(tx -> ConnectionTable.claim(tx, due, now() + due.waitSeconds()));
    }

    /** {@code watcher} is told after every change; it must return at once. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void tellWatchers() {
        watchers.forEach(Runnable::run);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
