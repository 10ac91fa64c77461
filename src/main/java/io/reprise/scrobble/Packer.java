package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Packs runs of 256 payloads that came one by one into blocks, as bulk stores them. Each block is unpacked again and
 * compared byte by byte before its rows go; block and rows change places in one transaction, so that it may be stopped
 * anywhere. Payloads read the same before and after. Thread-safe.
 */
public final class Packer {
    /** So many of the latest payloads lie in rows of their own, in one run, before it is worth packing them. */
    static final int DUE_ROWS_MIN = 1_024;

    private static final int STEP_ROWS_MAX = 2_048;
    private final Database database;

    public Packer(Database database) {
        this.database = database;
    }

    /** Where a step ended: the number to go on from, 0 where nothing more is to do; and how many payloads it packed. */
    public record Step(long next, int packed) {}

    /** Whether it is worth packing this user's payloads. */
    public boolean isDue(UserId user) {
        return database.read(tx -> {
            List<Long> latest = PayloadTable.latestSingles(tx, user, DUE_ROWS_MIN);
            return latest.size() == DUE_ROWS_MIN && latest.getFirst() - latest.getLast() == DUE_ROWS_MIN - 1;
        });
    }

    /** Packs the full runs among the next rows from this number on, in one transaction. */
    public Step step(UserId user, long from) {
        return database.write(tx -> {
            List<Long> numbers = PayloadTable.singles(tx, user, from, STEP_ROWS_MAX);
            int packed = 0;
            int run = 0;
            for (int i = 0; i < numbers.size(); i++) {
                if (i > run && numbers.get(i) != numbers.get(i - 1) + 1) {
                    run = i;
                }
                if (i - run + 1 == PayloadBlock.PAYLOADS_MAX) {
                    pack(tx, user, numbers.get(run));
                    packed += PayloadBlock.PAYLOADS_MAX;
                    run = i + 1;
                }
            }
            boolean more = numbers.size() == STEP_ROWS_MAX;
            long next = run < numbers.size() ? numbers.get(run) : more ? numbers.getLast() + 1 : 0;
            return new Step(more ? next : 0, packed);
        });
    }

    private static void pack(Tx tx, UserId user, long first) throws SQLException {
        long last = first + PayloadBlock.PAYLOADS_MAX - 1;
        Map<Long, byte[]> byNumber = PayloadTable.between(tx, user, first, last);
        List<byte[]> payloads = new ArrayList<>(byNumber.values());
        Codec.Packed packed = PayloadBlock.pack(payloads);
        demandSame(payloads, PayloadBlock.unpack(packed.codec(), packed.bytes()), first);
        PayloadTable.deleteRows(tx, user, first, last);
        PayloadTable.insertBlock(tx, user, first, payloads.size(), packed);
    }

    static void demandSame(List<byte[]> payloads, List<byte[]> unpacked, long first) {
        boolean same = payloads.size() == PayloadBlock.PAYLOADS_MAX && unpacked.size() == payloads.size();
        for (int i = 0; same && i < payloads.size(); i++) {
            same = Arrays.equals(payloads.get(i), unpacked.get(i));
        }
        if (!same) {
            throw new IllegalStateException("the payloads from " + first
                    + " on do not come out of their block as they went in; they stay as they are, run doctor");
        }
    }
}
