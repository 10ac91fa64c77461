package io.reprise.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.reprise.account.Calendar;
import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.history.Loaded.Version;
import io.reprise.play.CountedPlays;
import io.reprise.play.UnfinishedPlays;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives users' histories, kept in a cache bounded by memory, and large ones in files for a cold start. Each call looks
 * at the user's head rows (two indexed reads) and appends or loads what came since, so it also sees what other nodes
 * wrote. Thread-safe.
 */
public final class Histories implements AutoCloseable {
    private static final Duration IDLE_MAX = Duration.ofMinutes(30);

    private final Database database;
    private final ScrobbleLog log;
    private final Function<UserId, Calendar> calendars;
    private final Cache<UserId, Loaded> cache;
    private final Optional<Snapshots> snapshots;
    private final Semaphore asides = new Semaphore(1);
    private final ConcurrentHashMap<UserId, Object> locks = new ConcurrentHashMap<>();

    public Histories(Database database, ScrobbleLog log, Function<UserId, Calendar> calendars, Keeping keeping) {
        this.database = database;
        this.log = log;
        this.calendars = calendars;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(keeping.bytesMax())
                .weigher((UserId user, Loaded loaded) ->
                        (int) Math.min(Integer.MAX_VALUE, loaded.history().weight()))
                .expireAfterAccess(IDLE_MAX)
                .build();
        this.snapshots = keeping.folder()
                .map(folder ->
                        new Snapshots(new SnapshotFiles(database, folder), keeping.playsMin(), cache::getIfPresent));
    }

    /** From now on large histories are also written to their files; before, they are only read from there. */
    public void start() {
        snapshots.ifPresent(Snapshots::start);
    }

    /** This user's history, with everything in it that was derived before the call. */
    public History of(UserId user) {
        synchronized (locks.computeIfAbsent(user, any -> new Object())) {
            Loaded known = cache.getIfPresent(user);
            Loaded now = database.read(tx -> bring(tx, user, known));
            if (now != known) {
                cache.put(user, now);
                snapshots.ifPresent(files -> files.follow(user, now));
            }
            return now.history();
        }
    }

    /** Forgets the file of a user, inside the caller's step. */
    public void forget(Tx tx, UserId user) throws SQLException {
        if (snapshots.isPresent()) {
            snapshots.get().forget(tx, user);
        }
    }

    private Loaded bring(Tx tx, UserId user, @Nullable Loaded known) throws SQLException {
        Version version =
                new Version(CountedPlays.version(tx, user), CatalogRows.version(tx, user), calendars.apply(user));
        if (known == null || !version.continues(known.version())) {
            return new Loaded(version, load(tx, user, version));
        }
        return version.equals(known.version())
                ? known
                : new Loaded(version, append(tx, user, known, version.calendar()));
    }

    private History load(Tx tx, UserId user, Version version) throws SQLException {
        Optional<Snapshot> kept = snapshots.isPresent() ? snapshots.get().find(tx, user, version) : Optional.empty();
        return kept.isPresent() ? resume(tx, user, kept.get(), version) : loadAll(tx, user, version);
    }

    private History loadAll(Tx tx, UserId user, Version version) throws SQLException {
        NamesAside aside = NamesAside.begin(database, user, asides);
        Columns columns = new Columns(Math.toIntExact(CountedPlays.rows(version.plays())));
        CountedPlays.all(
                tx,
                user,
                (at, number, item, container, seconds, day, origin, precision) ->
                        columns.append(new Columns.Row(at, number, item, container, seconds, day, origin, precision)));
        Names names = aside.as(version.catalog()).orElseGet(() -> new Names(version.catalog()));
        names.fill(tx, user, version.catalog());
        Unfinished.Growing unfinished = new Unfinished.Growing();
        UnfinishedPlays.all(tx, user, unfinished::add);
        return new History(columns, names, version.calendar(), log.origins(tx, user), unfinished.end());
    }

    /** From a file, and what came since. */
    private History resume(Tx tx, UserId user, Snapshot kept, Version version) throws SQLException {
        long derived = kept.stamp().derived();
        Columns columns = plays(tx, user, kept.columns(), derived);
        Names names = kept.names() == null ? new Names(version.catalog()) : kept.names();
        names.fill(tx, user, version.catalog());
        Unfinished unfinished = unfinished(tx, user, kept.unfinished(), derived);
        return new History(columns, names, version.calendar(), log.origins(tx, user), unfinished);
    }

    private History append(Tx tx, UserId user, Loaded known, Calendar calendar) throws SQLException {
        History history = known.history();
        long derived = known.version().plays().derived();
        Columns columns = plays(tx, user, history.columns().view(), derived);
        Names names = names(tx, user, history.names(), known.version().catalog());
        Unfinished unfinished = unfinished(tx, user, history.unfinished(), derived);
        return new History(columns, names, calendar, log.origins(tx, user), unfinished);
    }

    /** These plays, and those of the scrobbles read since. */
    private static Columns plays(Tx tx, UserId user, Columns known, long derived) throws SQLException {
        Columns[] columns = {known};
        CountedPlays.since(tx, user, derived, (at, number, item, container, seconds, day, origin, precision) -> {
            Columns.Row row = new Columns.Row(at, number, item, container, seconds, day, origin, precision);
            if (columns[0].isLast(at)) {
                columns[0].append(row);
            } else {
                columns[0] = columns[0].with(row);
            }
        });
        return columns[0];
    }

    private static Unfinished unfinished(Tx tx, UserId user, Unfinished known, long derived) throws SQLException {
        Unfinished.Growing growing = Unfinished.Growing.from(known);
        UnfinishedPlays.since(tx, user, derived, growing::add);
        return growing.size() == known.size() ? known : growing.end();
    }

    /** The names as they are now: the same, grown, differently decided upon, or read anew. */
    private static Names names(Tx tx, UserId user, Names known, CatalogRows.Version before) throws SQLException {
        CatalogRows.Version now = CatalogRows.version(tx, user);
        if (now.equals(before)) {
            return known;
        }
        Names names = now.epoch() == before.epoch() ? known.copy() : new Names(now);
        names.fill(tx, user, now);
        return names;
    }

    /** Writes those that fell behind to their files. */
    @Override
    public void close() {
        snapshots.ifPresent(Snapshots::close);
    }
}
