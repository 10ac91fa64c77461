package io.reprise.imports;

import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads rows into submissions and gathers them, each origin's by themselves. Used by one thread. */
final class Reader implements Rows {
    /** An export of ours tells many origins, but each costs memory. */
    private static final int ORIGINS_MAX = 100;

    private static final int ASIDE_ROWS_MAX = 1_000;

    /** What is held back at a time; ordinary rows have half a kilobyte, hostile ones a megabyte. */
    private static final long HELD_BYTES_MAX = 2L * 1024 * 1024;

    private static final int REASONS_MAX = 50;
    private static final int LATER_ROWS_MAX = 100_000;
    private static final String OTHER_REASONS = "other reasons";

    private final Ways ways;
    private final Consumer<Gathered> out;
    private final Map<Way, Pending> pending = new LinkedHashMap<>();
    private final Map<Integer, Integer> runsHere = new ConcurrentHashMap<>();
    private final List<Later> later = new ArrayList<>();
    private List<Batch.Refused> refused = new ArrayList<>();
    private Map<String, Integer> leftOut = new HashMap<>();
    private int leftOutRows;
    private long refusedBytes;
    private FileFormat format;

    private static final class Pending {
        private final BulkIntake bulk;
        private List<Gathered.Row> rows = new ArrayList<>();
        private long bytes;

        Pending(BulkIntake bulk) {
            this.bulk = bulk;
        }

        void add(Gathered.Row row) {
            rows.add(row);
            bytes += row.submission().payload().length;
        }

        boolean isFull() {
            return rows.size() == BulkIntake.CHUNK_SUBMISSIONS_MAX || bytes > HELD_BYTES_MAX;
        }

        List<Gathered.Row> taken() {
            List<Gathered.Row> taken = rows;
            rows = new ArrayList<>();
            bytes = 0;
            return taken;
        }
    }

    /** What the rows of one origin and one run have in common; 0 is the run of this import. */
    private record Way(Origin origin, int runThere) {}

    /** The ways into the log. */
    interface Ways {
        /** For what this origin told; {@code run} is 0 for the run of this import. */
        BulkIntake open(Origin origin, int run);

        /** Begins a run here for what was a run elsewhere, and answers its number. */
        int begin(int runThere);
    }

    Reader(FileFormat first, Ways ways, Consumer<Gathered> out) {
        this.format = first;
        this.ways = ways;
        this.out = out;
    }

    /** Reads one file; whatever goes wrong with it is refused, not thrown. */
    void read(FileFormat as, ImportFile file) {
        format = as;
        as.read(file, this);
    }

    /** Hands on what is still held. */
    void end() {
        pending.values().forEach(this::send);
        sendAside();
    }

    @Override
    public void row(Place place, Format row, byte[] payload) {
        row(place, row, payload, format.origin());
    }

    @Override
    public void row(Place place, Format row, byte[] payload, Origin origin) {
        row(place, row, payload, origin, 0);
    }

    @Override
    public int runHere(int runThere) {
        return runsHere.getOrDefault(runThere, 0);
    }

    @Override
    public void row(Place place, Format row, byte[] payload, Origin origin, int runThere) {
        Submission submission;
        try {
            submission = Submission.read(row, payload);
        } catch (Unreadable e) {
            refuse(place, payload, String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeException e) {
            refuse(place, payload, "could not be read as " + row.word() + ": " + e);
            return;
        }
        if (submission.told().times().isNow() && submission.told().eventId() == null) {
            refuse(place, payload, "the row tells no time; in a file that cannot mean now");
            return;
        }
        Way way = new Way(origin, runThere);
        Pending into = pending.get(way);
        if (into == null) {
            if (pending.size() >= ORIGINS_MAX) {
                refuse(
                        place,
                        payload,
                        "a file tells of at most " + ORIGINS_MAX + " origins; this is one more: " + origin.label());
                return;
            }
            into = new Pending(ways.open(origin, runThere == 0 ? 0 : runsHere.computeIfAbsent(runThere, ways::begin)));
            pending.put(way, into);
        }
        into.add(new Gathered.Row(place, format.word(), submission));
        if (into.isFull()) {
            send(into);
        }
    }

    @Override
    public void refuse(Place place, byte[] bytes, String reason) {
        refused.add(new Batch.Refused(place, format.word(), bytes, reason));
        refusedBytes += bytes.length;
        sendAsideIfFull();
    }

    @Override
    public void afterwards(Place place, byte[] bytes, Afterword afterword) {
        if (later.size() >= LATER_ROWS_MAX) {
            refuse(place, bytes, "a file has at most " + LATER_ROWS_MAX + " decisions and opinions; this is one more");
            return;
        }
        later.add(new Later(place, format.word(), bytes, afterword));
    }

    /** The runs that were begun for those of another library. */
    List<Integer> runsBegun() {
        return List.copyOf(runsHere.values());
    }

    /** What waits for the end; asked after {@link #end}. */
    List<Later> later() {
        return later;
    }

    @Override
    public void leaveOut(Place place, String reason) {
        leftOut.merge(
                leftOut.size() < REASONS_MAX || leftOut.containsKey(reason) ? reason : OTHER_REASONS, 1, Integer::sum);
        leftOutRows++;
        sendAsideIfFull();
    }

    private void sendAsideIfFull() {
        if (refused.size() + leftOutRows >= ASIDE_ROWS_MAX || refusedBytes > HELD_BYTES_MAX) {
            sendAside();
        }
    }

    private void sendAside() {
        if (!refused.isEmpty() || leftOutRows > 0) {
            send(null, List.of());
        }
    }

    private void send(Pending from) {
        if (!from.rows.isEmpty()) {
            send(from.bulk, from.taken());
        }
    }

    private void send(@Nullable BulkIntake bulk, List<Gathered.Row> rows) {
        out.accept(new Gathered(bulk, rows, refused, leftOut));
        refused = new ArrayList<>();
        leftOut = new HashMap<>();
        leftOutRows = 0;
        refusedBytes = 0;
    }
}
