package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.catalog.Finder;
import io.reprise.catalog.Ledger;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the log as plays: one step of code, run after the commit in live use ({@link #catchUp}), inside the importer's
 * transaction in bulk ({@link #derive}), and alone as {@link #rebuild}. Each step moves the cursor, the plays and the
 * daily plays in one transaction. Thread-safe; steps of one user are ordered by the lock on the user's row.
 */
public final class Aggregator {
    private static final int STEP_SCROBBLES_MAX = 2_000;
    /** How much of the log a step looks through for the scrobbles of one run. */
    private static final int STEP_NUMBERS_MAX = 100_000;

    private final Database database;
    private final ScrobbleLog log;
    private final Ledger ledger;
    private final Function<UserId, ZoneHistory> zones;

    public Aggregator(Database database, ScrobbleLog log, Ledger ledger, Function<UserId, ZoneHistory> zones) {
        this.database = database;
        this.log = log;
        this.ledger = ledger;
        this.zones = zones;
    }

    /**
     * Derives what an importer has just appended, inside its transaction, with a finder that lives as long as its run.
     * Where live scrobbles before it have not been read yet, they are read first.
     */
    public void derive(Tx tx, UserId user, Finder finder, List<Fresh> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        PlayHeadTable.Head head = PlayHeadTable.lock(tx, user);
        ZoneHistory zoneHistory = zones.apply(user);
        long first = batch.getFirst().scrobble().number();
        while (head.derived < first - 1) {
            int limit = Math.toIntExact(Math.min(STEP_SCROBBLES_MAX, first - 1 - head.derived));
            read(tx, user, finder, new Context(head, zoneHistory), limit);
        }
        Step step = new Step(tx, user, log, ledger);
        step.derive(tellings(tx, finder, zoneHistory, batch), head);
        head.derived = batch.getLast().scrobble().number();
        PlayHeadTable.store(tx, user, head);
    }

    /** Reads what is new in the user's log, step by step, until nothing is; returns how many scrobbles that were. */
    public long catchUp(UserId user) {
        long sum = 0;
        while (true) {
            int read = database.write(tx -> step(tx, user, new Finder(user)));
            sum += read;
            if (read < STEP_SCROBBLES_MAX) {
                return sum;
            }
        }
    }

    /**
     * Drops every reading of this user's two books and makes it anew, in one transaction; the result is the same to the
     * byte. Returns how many scrobbles were read.
     */
    public long rebuild(UserId user) {
        return rebuild(user, (read, of) -> {});
    }

    /** Told how many scrobbles of how many were read; may throw to have everything stay as it was. */
    @FunctionalInterface
    public interface Watch {
        void read(long scrobbles, long of);
    }

    /** The same, watched from inside the step: {@code watch} may not write to the store. */
    public long rebuild(UserId user, Watch watch) {
        return database.write(tx -> {
            long last = log.last(tx, user);
            watch.read(0, last);
            PlayHeadTable.Head head = PlayHeadTable.lock(tx, user);
            PlayTable.clear(tx, user);
            DailyTable.clear(tx, user);
            ledger.clearReadings(tx, user);
            head.derived = 0;
            head.coarse = false;
            head.epoch++;
            PlayHeadTable.store(tx, user, head);
            Finder finder = new Finder(user);
            long sum = 0;
            int read = STEP_SCROBBLES_MAX;
            while (read == STEP_SCROBBLES_MAX) {
                read = step(tx, user, finder);
                sum += read;
                watch.read(sum, last);
            }
            ledger.recomputeAll(tx, user);
            RuleBook.followed(ledger, tx, user);
            return sum;
        });
    }

    /** Judges one play and its neighbours again, after a decision about it; inside the caller's step. */
    public void judgeAgain(Tx tx, UserId user, long number) throws SQLException {
        PlayHeadTable.Head head = PlayHeadTable.lock(tx, user);
        ScrobbleLog.Entry entry = log.find(tx, user, number).orElseThrow();
        if (entry instanceof ScrobbleLog.Entry.Read(var fresh, var payload)) {
            new Step(tx, user, log, ledger).judgeAgain(fresh.scrobble(), head);
            PlayHeadTable.store(tx, user, head);
        }
    }

    /**
     * Judges what an import run brought, and its neighbours, once more, after a decision about the run; a bounded step
     * inside the caller's. Begins after the number {@code after} and answers how far it came; the end of the log is the
     * end.
     */
    public RunStep judgeRun(Tx tx, UserId user, int run, long after) throws SQLException {
        PlayHeadTable.Head head = PlayHeadTable.lock(tx, user);
        long upTo = Math.min(head.derived, after + STEP_NUMBERS_MAX);
        List<ScrobbleLog.Entry> entries =
                log.ofRun(tx, user, run, new ScrobbleLog.Part(after, upTo, STEP_SCROBBLES_MAX));
        List<Fresh> readable = new ArrayList<>(entries.size());
        for (ScrobbleLog.Entry entry : entries) {
            if (entry instanceof ScrobbleLog.Entry.Read(var fresh, var payload)) {
                readable.add(fresh);
            }
        }
        new Step(tx, user, log, ledger).judgeAgain(readable, head);
        PlayHeadTable.store(tx, user, head);
        long reached = entries.size() < STEP_SCROBBLES_MAX
                ? upTo
                : entries.getLast().scrobble().number();
        return new RunStep(entries.size(), reached, reached >= head.derived);
    }

    /** The rule by which duplicates are found, and what a change of it does. */
    public RuleBook rules() {
        return new RuleBook(database, log, ledger);
    }

    /** Looks at what would be folded if scrobbles came; reads only. */
    public Foresight foresight(UserId user) {
        return new Foresight(log, ledger, zones.apply(user));
    }

    /** The import runs that were undone: nothing of them counts. */
    public Set<Integer> retractedRuns(Tx tx, UserId user) throws SQLException {
        return ledger.retracted(tx, user);
    }

    /** Whether the log holds anything that this import run brought. */
    public boolean holdsRun(Tx tx, UserId user, int run) throws SQLException {
        return !log.ofRun(tx, user, run, new ScrobbleLog.Part(0, log.last(tx, user), 1))
                .isEmpty();
    }

    /** How many scrobbles a step judged, up to which number, and whether it was the last. */
    public record RunStep(int scrobbles, long reached, boolean isLast) {}

    private record Context(PlayHeadTable.Head head, ZoneHistory zones) {}

    private int step(Tx tx, UserId user, Finder finder) throws SQLException {
        if (log.last(tx, user) == 0) {
            return 0;
        }
        PlayHeadTable.Head head = PlayHeadTable.lock(tx, user);
        return read(tx, user, finder, new Context(head, zones.apply(user)), STEP_SCROBBLES_MAX);
    }

    private int read(Tx tx, UserId user, Finder finder, Context context, int limit) throws SQLException {
        long before = context.head().derived;
        long upTo = Math.min(before + limit, log.last(tx, user));
        if (upTo <= before) {
            return 0;
        }
        List<ScrobbleLog.Entry> entries = log.between(tx, user, before, upTo);
        List<Fresh> readable = new ArrayList<>(entries.size());
        List<Scrobble> unreadable = new ArrayList<>();
        for (ScrobbleLog.Entry entry : entries) {
            switch (entry) {
                case ScrobbleLog.Entry.Read(var fresh, var payload) -> readable.add(fresh);
                case ScrobbleLog.Entry.Unread(var scrobble, var payload, var reason) -> unreadable.add(scrobble);
            }
        }
        Step step = new Step(tx, user, log, ledger);
        step.derive(tellings(tx, finder, context.zones(), readable), context.head());
        step.keepUnreadable(unreadable);
        context.head().derived = upTo;
        PlayHeadTable.store(tx, user, context.head());
        return Math.toIntExact(upTo - before);
    }

    private static List<Telling> tellings(Tx tx, Finder finder, ZoneHistory zones, List<Fresh> batch)
            throws SQLException {
        List<Finder.Sought> sought = new ArrayList<>(batch.size());
        batch.forEach(fresh -> sought.add(new Finder.Sought(fresh.told().mention(), fresh.itemKey())));
        List<Finder.Found> found = finder.find(tx, sought);
        List<Telling> tellings = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Fresh fresh = batch.get(i);
            tellings.add(Telling.of(fresh, found.get(i), day(fresh.scrobble(), zones)));
        }
        return tellings;
    }

    /** The local day: of the user's clock for an instant, as told for a date. */
    static int day(Scrobble scrobble, ZoneHistory zones) {
        Long at = scrobble.at();
        if (at == null || scrobble.precision() == Precision.UNKNOWN) {
            return Play.NO_DAY;
        }
        return scrobble.precision().hasTime() ? zones.dayAt(at) : Math.toIntExact(Math.floorDiv(at, 86_400L));
    }
}
