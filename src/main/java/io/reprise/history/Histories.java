package io.reprise.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.reprise.account.Calendar;
import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.play.CountedPlays;
import io.reprise.play.UnfinishedPlays;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives users' histories, kept in a cache bounded by memory. Each call looks at the user's head rows (two indexed
 * reads) and appends or loads what came since, so it also sees what other nodes wrote. Thread-safe.
 */
public final class Histories {
    private static final Duration IDLE_MAX = Duration.ofMinutes(30);

    private final Database database;
    private final ScrobbleLog log;
    private final Function<UserId, Calendar> calendars;
    private final Cache<UserId, Loaded> cache;
    private final Semaphore asides = new Semaphore(1);
    private final ConcurrentHashMap<UserId, Object> locks = new ConcurrentHashMap<>();

    /** {@code bytesMax} bounds the memory that all cached histories take together. */
    public Histories(Database database, ScrobbleLog log, Function<UserId, Calendar> calendars, long bytesMax) {
        this.database = database;
        this.log = log;
        this.calendars = calendars;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((UserId user, Loaded loaded) ->
                        (int) Math.min(Integer.MAX_VALUE, loaded.history().weight()))
                .expireAfterAccess(IDLE_MAX)
                .build();
    }

    private record Version(CountedPlays.Version plays, CatalogRows.Version catalog, Calendar calendar) {
        /** Whether the plays known then are still those plays. */
        boolean continues(Version older) {
            return plays.epoch() == older.plays.epoch() && calendar.zones().equals(older.calendar.zones());
        }
    }

    private record Loaded(Version version, History history) {}

    /** This user's history, with everything in it that was derived before the call. */
    public History of(UserId user) {
        synchronized (locks.computeIfAbsent(user, any -> new Object())) {
            Loaded known = cache.getIfPresent(user);
            Loaded now = database.read(tx -> bring(tx, user, known));
            if (now != known) {
                cache.put(user, now);
            }
            return now.history();
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

    private History append(Tx tx, UserId user, Loaded known, Calendar calendar) throws SQLException {
        History history = known.history();
        Columns[] columns = {history.columns().view()};
        CountedPlays.since(
                tx,
                user,
                known.version().plays().derived(),
                (at, number, item, container, seconds, day, origin, precision) -> {
                    Columns.Row row = new Columns.Row(at, number, item, container, seconds, day, origin, precision);
                    if (columns[0].isLast(at)) {
                        columns[0].append(row);
                    } else {
                        columns[0] = columns[0].with(row);
                    }
                });
        Names names = names(tx, user, history.names(), known.version().catalog());
        return new History(columns[0], names, calendar, log.origins(tx, user), unfinished(tx, user, known));
    }

    private static Unfinished unfinished(Tx tx, UserId user, Loaded known) throws SQLException {
        Unfinished before = known.history().unfinished();
        Unfinished.Growing growing = Unfinished.Growing.from(before);
        UnfinishedPlays.since(tx, user, known.version().plays().derived(), growing::add);
        return growing.size() == before.size() ? before : growing.end();
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
}
