package io.reprise.scrobble;

import io.reprise.media.Fingerprint;
import io.reprise.media.Mention;
import io.reprise.store.Database;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One import run's way into the log, in two halves so that two threads can share the work: {@link #prepare} leaves out
 * what is known and packs the rest, {@link #append} stores it inside the importer's transaction. Chunks are appended in
 * the order they were prepared. {@code prepare} is for one thread, {@code append} for another.
 */
public final class BulkIntake {
    /** How many submissions one chunk takes at most. */
    public static final int CHUNK_SUBMISSIONS_MAX = PayloadBlock.PAYLOADS_MAX;

    private static final int ITEMS_REMEMBERED_MAX = 20_000;

    private final Database database;
    private final Place place;
    private final Map<Mention, Fingerprint> items = new HashMap<>();
    private final Set<ByteBuffer> inFlight = ConcurrentHashMap.newKeySet();
    private final Seen seen = new Seen();

    BulkIntake(Database database, Place place) {
        this.database = database;
        this.place = place;
    }

    /** Leaves out what was told before and packs the rest. */
    public Chunk prepare(List<Submission> submissions) {
        if (submissions.size() > CHUNK_SUBMISSIONS_MAX) {
            throw new IllegalArgumentException(
                    "a chunk takes at most " + CHUNK_SUBMISSIONS_MAX + " submissions, not " + submissions.size());
        }
        Map<Integer, String> refused = new LinkedHashMap<>();
        List<Keyed> candidates = new ArrayList<>(submissions.size());
        for (int i = 0; i < submissions.size(); i++) {
            Keyed keyed = Keyed.of(submissions.get(i), item(submissions.get(i)), place.receivedAt());
            var refusal = Limits.refusal(keyed, place.receivedAt());
            if (refusal.isPresent()) {
                refused.put(i, refusal.get());
            } else if (inFlight.add(ByteBuffer.wrap(keyed.key()))) {
                candidates.add(keyed);
            }
        }
        List<Keyed> fresh = unknown(candidates);
        return new Chunk(submissions.size(), refused, fresh, pack(fresh));
    }

    /** Says what would come of these, which is nothing yet: neither is anything stored nor are payloads packed. */
    public Outlook look(List<Submission> submissions) {
        Map<Integer, String> refused = new LinkedHashMap<>();
        List<Keyed> candidates = new ArrayList<>(submissions.size());
        List<Integer> indexes = new ArrayList<>(submissions.size());
        for (int i = 0; i < submissions.size(); i++) {
            Keyed keyed = Keyed.of(submissions.get(i), item(submissions.get(i)), place.receivedAt());
            var refusal = Limits.refusal(keyed, place.receivedAt());
            if (refusal.isPresent()) {
                refused.put(i, refusal.get());
            } else if (seen.add(keyed.key())) {
                candidates.add(keyed);
                indexes.add(i);
            }
        }
        List<byte[]> keys = candidates.stream().map(Keyed::key).toList();
        Set<ByteBuffer> known = database.read(tx -> ScrobbleTable.known(tx, place.user(), place.origin(), keys));
        List<Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Keyed keyed = candidates.get(i);
            if (!known.contains(ByteBuffer.wrap(keyed.key()))) {
                Scrobble scrobble = keyed.numbered(place, -1L - indexes.get(i));
                fresh.add(new Fresh(scrobble, keyed.submission().told(), keyed.itemKey()));
            }
        }
        return new Outlook(refused, fresh);
    }

    /** Most of a history is the same few thousand things over again. */
    private Fingerprint item(Submission submission) {
        if (items.size() >= ITEMS_REMEMBERED_MAX) {
            items.clear();
        }
        return items.computeIfAbsent(submission.told().mention(), mention -> Fingerprint.of(mention.identity()));
    }

    private List<Keyed> unknown(List<Keyed> candidates) {
        List<byte[]> keys = candidates.stream().map(Keyed::key).toList();
        Set<ByteBuffer> known = database.read(tx -> ScrobbleTable.known(tx, place.user(), place.origin(), keys));
        if (known.isEmpty()) {
            return candidates;
        }
        known.forEach(inFlight::remove);
        return candidates.stream()
                .filter(keyed -> !known.contains(ByteBuffer.wrap(keyed.key())))
                .toList();
    }

    private static Codec.Packed pack(List<Keyed> fresh) {
        return PayloadBlock.pack(
                fresh.stream().map(keyed -> keyed.submission().payload()).toList());
    }

    /** Stores chunks inside the caller's write step and returns what is new, in the order of their numbers. */
    public List<Fresh> append(Tx tx, List<Chunk> chunks) throws SQLException {
        long before = HeadTable.lock(tx, place.user());
        long last = before;
        MultiInsert rows = ScrobbleTable.insert(tx);
        List<Fresh> stored = new ArrayList<>();
        for (Chunk chunk : chunks) {
            Chunk still = withoutStoredSince(tx, chunk);
            if (!still.fresh().isEmpty()) {
                PayloadTable.insertBlock(
                        tx, place.user(), last + 1, still.fresh().size(), still.packed());
            }
            for (Keyed keyed : still.fresh()) {
                Scrobble scrobble = keyed.numbered(place, ++last);
                ScrobbleTable.row(rows, scrobble, keyed.key());
                stored.add(new Fresh(scrobble, keyed.submission().told(), keyed.itemKey()));
            }
        }
        rows.flush();
        if (last > before) {
            HeadTable.moveTo(tx, place.user(), last);
        }
        return stored;
    }

    /** Tells that these chunks are on disk: their keys are found in the store from now on. */
    public void committed(List<Chunk> chunks) {
        for (Chunk chunk : chunks) {
            chunk.fresh().forEach(keyed -> inFlight.remove(ByteBuffer.wrap(keyed.key())));
        }
    }

    /**
     * Somebody else of the same origin may have stored some of it between the two halves; then the rest is packed anew.
     */
    private Chunk withoutStoredSince(Tx tx, Chunk chunk) throws SQLException {
        List<byte[]> keys = chunk.fresh().stream().map(Keyed::key).toList();
        Set<ByteBuffer> known = new HashSet<>(ScrobbleTable.known(tx, place.user(), place.origin(), keys));
        if (known.isEmpty()) {
            return chunk;
        }
        List<Keyed> rest = chunk.fresh().stream()
                .filter(keyed -> !known.contains(ByteBuffer.wrap(keyed.key())))
                .toList();
        return new Chunk(chunk.read(), chunk.refused(), rest, pack(rest));
    }
}
