package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.catalog.Finder;
import io.reprise.catalog.LedgerCopy;
import io.reprise.scrobble.BulkIntake;
import io.reprise.scrobble.Chunk;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads rows again that no format could read, after a fix. What can be read now is stored with its plays and leaves the
 * quarantine in the same transaction, so it moves on exactly once; the rest stays. Thread-safe.
 */
public final class QuarantineRetry {
    /** How many rows of a run are tried at a time. */
    public static final int ROWS_MAX = 1_000;

    private final ImportRooms rooms;
    private final FileFormats formats;

    public QuarantineRetry(ImportRooms rooms, FileFormats formats) {
        this.rooms = rooms;
        this.formats = formats;
    }

    /** What became of a row. */
    public enum Outcome {
        /** It is in the log now. */
        STORED,
        /** The log held it already; it left the quarantine. */
        KNOWN,
        /** It still cannot be read and stays. */
        REFUSED,
        /** Somebody else moved it on in this moment. */
        GONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A row that was tried; {@code reason} says why it stays, else it is empty. */
    public record Tried(long number, Outcome outcome, String reason) {}

    /** Tries one row; empty where none of this number waits. */
    public Optional<Tried> retry(UserId user, long number) {
        return rooms.quarantine().find(user, number).map(kept -> retry(user, kept));
    }

    /** Tries the rows of one import run, at most {@value #ROWS_MAX} from the number {@code after} on. */
    public List<Tried> retryRun(UserId user, int run, long after) {
        List<Tried> tried = new ArrayList<>();
        for (Quarantine.Kept kept : rooms.quarantine().ofRun(user, run, after, ROWS_MAX)) {
            tried.add(retry(user, kept));
        }
        return tried;
    }

    private Tried retry(UserId user, Quarantine.Kept kept) {
        FileFormat format = formats.ofWord(kept.row().format()).orElse(null);
        if (format == null) {
            return refused(
                    kept, "this server knows no file format " + kept.row().format());
        }
        RowAgain again = RowAgain.read(format, kept.row());
        Afterword afterword = again.afterword();
        if (afterword != null) {
            return apply(user, kept, afterword);
        }
        RowAgain.Readable readable = again.readable();
        if (readable == null) {
            return refused(kept, again.reason());
        }
        BulkIntake bulk =
                rooms.intake().bulk(user, readable.origin(), kept.row().run());
        Chunk chunk = bulk.prepare(List.of(readable.submission()));
        if (!chunk.refused().isEmpty()) {
            return refused(kept, chunk.refused().getOrDefault(0, ""));
        }
        Outcome outcome = rooms.database().write(tx -> {
            if (!rooms.quarantine().resolve(tx, user, kept.number())) {
                return Outcome.GONE;
            }
            List<Fresh> fresh = bulk.append(tx, List.of(chunk));
            rooms.aggregator().derive(tx, user, new Finder(user), fresh);
            return fresh.isEmpty() ? Outcome.KNOWN : Outcome.STORED;
        });
        rooms.bell().ring(user);
        return new Tried(kept.number(), outcome, "");
    }

    /** What it names may be there by now. */
    private Tried apply(UserId user, Quarantine.Kept kept, Afterword afterword) {
        Tried tried = rooms.database().write(tx -> {
            try {
                afterword.apply(tx, user, rooms.aggregator());
            } catch (Unreadable e) {
                return refused(kept, String.valueOf(e.getMessage()));
            }
            LedgerCopy.recompute(tx, user);
            boolean moved = rooms.quarantine().resolve(tx, user, kept.number());
            return new Tried(kept.number(), moved ? Outcome.STORED : Outcome.GONE, "");
        });
        rooms.aggregator().rules().follow(user, (judged, of) -> {});
        rooms.bell().ring(user);
        return tried;
    }

    private static Tried refused(Quarantine.Kept kept, String reason) {
        return new Tried(kept.number(), Outcome.REFUSED, reason);
    }
}
