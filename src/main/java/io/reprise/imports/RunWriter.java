package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.catalog.Finder;
import io.reprise.catalog.LedgerCopy;
import io.reprise.job.Progress;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Chunk;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The writing half of an import: stores batches step by step, each step with its plays and with the run's counters in
 * one transaction. Used by one thread.
 */
final class RunWriter {
    static final int REFUSALS_STORED_MAX = 1_000;
    private static final long QUARANTINED_STEP_BYTES_MAX = 8L * 1024 * 1024;
    private static final int LATER_STEP_ROWS_MAX = 500;
    private static final int PLACE_CHARS_MAX = 400;
    private static final int REASON_CHARS_MAX = 600;

    private final ImportRooms rooms;
    private final InstantSource clock;
    private final UserId user;
    private final Map<String, Integer> leftOut = new HashMap<>();
    private Finder finder;
    private ImportRun run;
    private int refusalsStored;

    RunWriter(ImportRooms rooms, InstantSource clock, UserId user, ImportRun run) {
        this.rooms = rooms;
        this.clock = clock;
        this.user = user;
        this.run = run;
        this.finder = new Finder(user);
    }

    ImportRun run() {
        return run;
    }

    /** Counts what an earlier run of the very same file has read, and says so. */
    String knows(ImportRun earlier) {
        Tally was = earlier.tally();
        run = run.with(new Tally(0, was.fresh() + was.known(), was.refused(), was.leftOut()), earlier.range());
        return "the very same file was read to its end by import run " + earlier.number()
                + (earlier.message().isEmpty() ? "" : ", which said: " + earlier.message());
    }

    /** Stores these batches. When it throws, nothing of them is stored. */
    void store(List<Batch> batches) {
        store(batches, null);
    }

    /** The same; the run's boundary moves to this second in the same transaction. */
    void store(List<Batch> batches, @Nullable Long boundary) {
        boolean[] triedBefore = {false};
        run = rooms.database().write(tx -> {
            if (triedBefore[0]) {
                // A step that shared the commit failed, so what the finder remembers of this one was rolled back.
                finder = new Finder(user);
            }
            triedBefore[0] = true;
            return step(tx, batches, boundary);
        });
        for (Batch batch : batches) {
            refusalsStored = Math.min(
                    REFUSALS_STORED_MAX, refusalsStored + batch.refused().size());
            batch.leftOut().forEach((reason, count) -> leftOut.merge(reason, count, Integer::sum));
        }
        tellIntakes(batches);
        rooms.bell().ring(user);
    }

    private ImportRun step(Tx tx, List<Batch> batches, @Nullable Long boundary) throws SQLException {
        List<Batch.Refused> refused = new ArrayList<>();
        Range range = run.range();
        long prepared = 0;
        long left = 0;
        List<Fresh> fresh = append(tx, batches);
        for (Batch batch : batches) {
            Batch.Packed packed = batch.packed();
            if (packed != null) {
                prepared += packed.chunk().read() - packed.chunk().refused().size();
            }
            refused.addAll(batch.refused());
            left += batch.leftOutRows();
            range = range.and(batch.range());
        }
        rooms.aggregator().derive(tx, user, finder, fresh);
        Map<Integer, Long> ofOtherRuns = fresh.stream()
                .map(one -> one.scrobble().run())
                .filter(number -> number != run.number())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        ofOtherRuns.forEach((number, count) -> RunTable.addNew(tx, user, number, count));
        storeRefusals(tx, refused);
        Tally more = new Tally(fresh.size(), prepared - fresh.size(), refused.size(), left);
        ImportRun next = run.with(run.tally().plus(more), range).upTo(boundary);
        RunTable.store(tx, user, next);
        return next;
    }

    /** Chunks of one origin that follow one another go in together, for a statement takes many rows. */
    private static List<Fresh> append(Tx tx, List<Batch> batches) throws SQLException {
        List<Fresh> fresh = new ArrayList<>();
        List<Chunk> together = new ArrayList<>();
        BulkIntake of = null;
        for (Batch batch : batches) {
            Batch.Packed packed = batch.packed();
            if (packed == null) {
                continue;
            }
            if (of != null && of != packed.bulk()) {
                fresh.addAll(of.append(tx, together));
                together.clear();
            }
            of = packed.bulk();
            together.add(packed.chunk());
        }
        if (of != null) {
            fresh.addAll(of.append(tx, together));
        }
        return fresh;
    }

    private void storeRefusals(Tx tx, List<Batch.Refused> refused) throws SQLException {
        int room = Math.min(refused.size(), REFUSALS_STORED_MAX - refusalsStored);
        List<Refusal> stored = new ArrayList<>(room);
        long bytes = 0;
        for (Batch.Refused row : refused.subList(0, room)) {
            Refusal refusal = new Refusal(
                    shortened(row.place().toString(), PLACE_CHARS_MAX), shortened(row.reason(), REASON_CHARS_MAX));
            stored.add(refusal);
            bytes += row.bytes().length;
            if (row.bytes().length > 0 && bytes <= QUARANTINED_STEP_BYTES_MAX) {
                Quarantine.Row kept =
                        new Quarantine.Row(run.number(), refusal.place(), row.format(), refusal.reason(), row.bytes());
                rooms.quarantine().keep(tx, user, kept);
            }
        }
        RefusalTable.insert(tx, user, run.number(), refusalsStored + 1, stored);
    }

    /**
     * Applies what waited for the end, some rows a step; a row that cannot be applied is refused. Answers the import
     * runs that count, or do not, since then: their plays are to follow.
     */
    Set<Integer> apply(List<Later> later, Progress progress) {
        Set<Integer> before = retracted();
        for (int from = 0; from < later.size(); from += LATER_STEP_ROWS_MAX) {
            progress.check();
            List<Later> some = later.subList(from, Math.min(later.size(), from + LATER_STEP_ROWS_MAX));
            List<Batch.Refused> refused = new ArrayList<>();
            run = rooms.database().write(tx -> {
                refused.clear();
                for (Later row : some) {
                    try {
                        row.afterword().apply(tx, user, rooms.aggregator());
                    } catch (Unreadable e) {
                        refused.add(new Batch.Refused(
                                row.place(), row.format(), row.line(), String.valueOf(e.getMessage())));
                    }
                }
                LedgerCopy.recompute(tx, user);
                storeRefusals(tx, refused);
                ImportRun next = run.with(run.tally().plus(new Tally(0, 0, refused.size(), 0)), run.range());
                RunTable.store(tx, user, next);
                return next;
            });
            refusalsStored = Math.min(REFUSALS_STORED_MAX, refusalsStored + refused.size());
        }
        Set<Integer> after = retracted();
        Set<Integer> changed = new TreeSet<>(before);
        changed.addAll(after);
        changed.removeIf(number -> before.contains(number) && after.contains(number));
        return changed;
    }

    private Set<Integer> retracted() {
        return rooms.database().read(tx -> rooms.aggregator().retractedRuns(tx, user));
    }

    private static String shortened(String text, int charsMax) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= charsMax ? clean : clean.substring(0, charsMax) + "...";
    }

    private static void tellIntakes(List<Batch> batches) {
        Map<BulkIntake, List<Chunk>> stored = new IdentityHashMap<>();
        for (Batch batch : batches) {
            Batch.Packed packed = batch.packed();
            if (packed != null) {
                stored.computeIfAbsent(packed.bulk(), none -> new ArrayList<>()).add(packed.chunk());
            }
        }
        stored.forEach(BulkIntake::committed);
    }

    /** Ends the run with what there is to say about it. */
    ImportRun end(ImportRun.State state, List<String> remarks) {
        List<String> sentences = new ArrayList<>(remarks);
        leftOut.forEach((reason, count) -> sentences.add(count + " left out: " + reason));
        if (run.tally().refused() > REFUSALS_STORED_MAX) {
            sentences.add("the first " + REFUSALS_STORED_MAX + " of "
                    + run.tally().refused() + " refusals are kept with their reasons");
        }
        Set<Integer> undone = retracted();
        if (run.tally().known() > 0 && !undone.isEmpty()) {
            sentences.add("some of what is known may belong to what was undone, import run "
                    + undone.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))
                    + "; redo it to have that count");
        }
        ImportRun ended = run.ended(state, clock.instant().getEpochSecond(), String.join(". ", sentences));
        rooms.database().write(tx -> {
            RunTable.store(tx, user, ended);
            return true;
        });
        run = ended;
        return ended;
    }
}
