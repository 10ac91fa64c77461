package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads large histories from files and, once {@link #start}ed, writes those anew that fell behind: a while later, on
 * one thread of its own, and what waits then when it is closed. A history that is no longer in memory by then is left.
 * Thread-safe.
 */
final class Snapshots implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("reprise.history");
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final SnapshotFiles files;
    private final int playsMin;
    private final Function<UserId, @Nullable Loaded> known;
    /** Of the files read or written last. */
    private final Map<UserId, Stamp> stamps = new ConcurrentHashMap<>();

    private final Set<UserId> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor writer;
    private volatile boolean started;

    /** {@code known} answers the histories in memory. */
    Snapshots(SnapshotFiles files, int playsMin, Function<UserId, @Nullable Loaded> known) {
        this.files = files;
        this.playsMin = playsMin;
        this.known = known;
        writer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().name("snapshots").daemon(true).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** From now on files are written. */
    void start() {
        started = true;
        writer.execute(this::tidy);
    }

    private void tidy() {
        try {
            files.tidy();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the files of histories could not be looked through", e);
        }
    }

    /** What of this user's history may be taken from its file. */
    Optional<Snapshot> find(Tx tx, UserId user, Loaded.Version now) throws SQLException {
        if (now.plays().derived() < playsMin) {
            return Optional.empty();
        }
        Optional<Snapshot> found = files.find(tx, user, now);
        found.ifPresent(snapshot -> stamps.put(user, snapshot.stamp()));
        return found;
    }

    /** Has the history written by and by where its file is too far behind. */
    void follow(UserId user, Loaded now) {
        if (started && isBehind(user, now) && waiting.add(user)) {
            Duration wait = stamps.containsKey(user) ? AGAIN_AFTER : FIRST_AFTER;
            writer.schedule(() -> write(user), wait.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private boolean isBehind(UserId user, Loaded now) {
        Stamp stamp = stamps.get(user);
        return now.history().size() >= playsMin
                && (stamp == null
                        || !stamp.holdsPlaysOf(now.version())
                        || !stamp.holdsNamesOf(now.version())
                        || stamp.behind(now.version()) >= playsMin);
    }

    private void write(UserId user) {
        Loaded loaded = waiting.remove(user) ? known.apply(user) : null;
        if (loaded == null || !isBehind(user, loaded)) {
            return;
        }
        try {
            files.put(user, loaded).ifPresent(stamp -> stamps.put(user, stamp));
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the history of user " + user + " could not be written to a file", e);
        }
    }

    /** Forgets a user, inside the caller's step. */
    void forget(Tx tx, UserId user) throws SQLException {
        files.forget(tx, user);
        stamps.remove(user);
    }

    /** Writes what waits, for some seconds at most. */
    @Override
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        started = false;
        Future<?> last = writer.submit(() -> List.copyOf(waiting).forEach(this::write));
        try {
            last.get(CLOSE_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(System.Logger.Level.INFO, "not every history was written to its file within " + CLOSE_MAX, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.shutdownNow();
    }
}
