package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Database;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way into the log. Every submission is answered: stored, known, or refused with the reason. What is answered as
 * stored is on disk. Thread-safe; submissions that arrive together share a commit.
 */
public final class Intake {
    /**
     * The same report without a time, again within this time, is the same delivery repeated (interpretation, ladder 2).
     */
    private static final long REDELIVERY_SECONDS_MAX = 15;

    /** The number of an origin that has told nothing yet. */
    private static final int NO_ORIGIN = 0;

    private final Database database;
    private final InstantSource clock;
    private final Consumer<UserId> stored;

    /** {@code stored} is told the user after each commit that stored something; it must return at once. */
    public Intake(Database database, InstantSource clock, Consumer<UserId> stored) {
        this.database = database;
        this.clock = clock;
        this.stored = stored;
    }

    /**
     * Why this would be refused if it came now; empty where it would be taken. For callers that take all or nothing.
     */
    public Optional<String> refusal(Submission submission) {
        long now = clock.instant().getEpochSecond();
        return Limits.refusal(Keyed.of(submission, now), now);
    }

    /** Stores what is new, all in one transaction, and answers each submission in order. */
    public List<Receipt> accept(UserId user, Origin origin, List<Submission> submissions) {
        return acceptAt(user, origin, submissions, clock.instant().getEpochSecond());
    }

    /** The same, for what came at that second (UTC) and could not be read then. */
    public List<Receipt> acceptAt(UserId user, Origin origin, List<Submission> submissions, long receivedAt) {
        List<Keyed> keyed = submissions.stream()
                .map(submission -> Keyed.of(submission, receivedAt))
                .toList();
        List<Codec.Packed> packed = submissions.stream()
                .map(submission -> Codec.pack(submission.payload()))
                .toList();
        List<Receipt> receipts = database.write(tx -> append(tx, user, origin, new Batch(keyed, packed, receivedAt)));
        if (receipts.stream().anyMatch(Receipt.Stored.class::isInstance)) {
            stored.accept(user);
        }
        return receipts;
    }

    /** The way in of one import run; its origin gets its number here. */
    public BulkIntake bulk(UserId user, Origin origin, int run) {
        int number = database.write(tx -> HeadTable.origin(tx, user, origin));
        return new BulkIntake(
                database, new Place(user, number, run, clock.instant().getEpochSecond()));
    }

    /** A way to look at what would come of submissions of this origin, for {@link BulkIntake#look} alone. */
    public BulkIntake looking(UserId user, Origin origin) {
        int number = database.read(tx -> ScrobbleLog.originOf(tx, user, origin)).orElse(NO_ORIGIN);
        return new BulkIntake(
                database, new Place(user, number, 0, clock.instant().getEpochSecond()));
    }

    private record Batch(List<Keyed> keyed, List<Codec.Packed> packed, long now) {}

    private static List<Receipt> append(Tx tx, UserId user, Origin origin, Batch batch) throws SQLException {
        long last = HeadTable.lock(tx, user);
        long before = last;
        Place place = new Place(user, HeadTable.origin(tx, user, origin), 0, batch.now());
        MultiInsert rows = ScrobbleTable.insert(tx);
        MultiInsert payloads = PayloadTable.insertRows(tx);
        Map<ByteBuffer, Long> inBatch = new HashMap<>();
        List<Receipt> receipts = new ArrayList<>(batch.keyed().size());
        for (int i = 0; i < batch.keyed().size(); i++) {
            Keyed keyed = batch.keyed().get(i);
            Receipt receipt = judge(tx, place, keyed, inBatch);
            if (receipt == null) {
                last++;
                inBatch.put(ByteBuffer.wrap(keyed.key()), last);
                ScrobbleTable.row(rows, keyed.numbered(place, last), keyed.key());
                Codec.Packed packed = batch.packed().get(i);
                payloads.row(user.value(), last, packed.codec(), packed.bytes());
                receipt = new Receipt.Stored(last);
            }
            receipts.add(receipt);
        }
        rows.flush();
        payloads.flush();
        if (last > before) {
            HeadTable.moveTo(tx, user, last);
        }
        return receipts;
    }

    /** Known or refused; null where the submission is new. */
    private static @Nullable Receipt judge(Tx tx, Place place, Keyed keyed, Map<ByteBuffer, Long> inBatch)
            throws SQLException {
        var refusal = Limits.refusal(keyed, place.receivedAt());
        if (refusal.isPresent()) {
            return new Receipt.Refused(refusal.get());
        }
        Long here = inBatch.get(ByteBuffer.wrap(keyed.key()));
        if (here != null) {
            return new Receipt.Known(here);
        }
        Told told = keyed.submission().told();
        OptionalLong known = told.isProvisional()
                ? ScrobbleTable.findAgain(tx, place, keyed, place.receivedAt() - REDELIVERY_SECONDS_MAX)
                : ScrobbleTable.find(tx, place, keyed.key());
        return known.isPresent() ? new Receipt.Known(known.getAsLong()) : null;
    }
}
