package io.reprise.scrobble;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks whether a stretch of a user's log is whole: every number is there, with one payload that unpacks and that its
 * format reads. Reads only. Stateless but for the formats; thread-safe.
 */
public final class LogAudit {
    /** How many numbers one call may cover: their payloads are in memory together. */
    public static final int NUMBERS_MAX = 512;

    private final Formats formats;

    public LogAudit(Formats formats) {
        this.formats = formats;
    }

    /** What can be wrong with the scrobble of a number. */
    public enum Fault {
        /** A number up to the head has no scrobble. */
        MISSING,
        /** A scrobble has a number above the head. */
        BEYOND_HEAD,
        NO_PAYLOAD,
        TWO_PAYLOADS,
        /** The payload does not unpack. */
        BROKEN,
        /** The payload unpacks and its format refuses it. */
        UNREADABLE
    }

    /** Told every fault as it is found. */
    @FunctionalInterface
    public interface Sink {
        void found(Fault fault, long number);
    }

    /** Looks at the numbers greater than {@code after}, at most {@link #NUMBERS_MAX} of them, up to {@code upTo}. */
    public void between(Tx tx, UserId user, Stretch stretch, Sink sink) throws SQLException {
        Map<Long, Integer> formatOf = LogAuditTable.formats(tx, user, stretch);
        Payloads payloads = payloads(tx, user, stretch);
        for (long number = stretch.after() + 1; number <= stretch.upTo(); number++) {
            Integer format = formatOf.get(number);
            int copies = payloads.copies.getOrDefault(number, 0);
            if (format == null) {
                sink.found(Fault.MISSING, number);
            } else if (copies > 1) {
                sink.found(Fault.TWO_PAYLOADS, number);
            } else if (payloads.broken.contains(number)) {
                sink.found(Fault.BROKEN, number);
            } else if (copies == 0) {
                sink.found(Fault.NO_PAYLOAD, number);
            } else if (!isReadable(format, payloads.plain.getOrDefault(number, new byte[0]))) {
                sink.found(Fault.UNREADABLE, number);
            }
        }
    }

    /** The numbers greater than {@code after} up to {@code upTo}. */
    public record Stretch(long after, long upTo) {
        public Stretch {
            if (upTo < after || upTo - after > NUMBERS_MAX) {
                throw new IllegalArgumentException(
                        "a stretch has at most " + NUMBERS_MAX + " numbers, not those from " + after + " to " + upTo);
            }
        }
    }

    /** Looks for scrobbles above the head, at most {@code limit} of them. */
    public void beyond(Tx tx, UserId user, int limit, Sink sink) throws SQLException {
        long head = HeadTable.scrobbles(tx, user);
        LogAuditTable.beyond(tx, user, head, limit).forEach(number -> sink.found(Fault.BEYOND_HEAD, number));
    }

    /** The greatest number that has a scrobble; the head says the same in a log that is whole. */
    public long greatest(Tx tx, UserId user) throws SQLException {
        return LogAuditTable.greatest(tx, user);
    }

    private static final class Payloads {
        final Map<Long, Integer> copies = new TreeMap<>();
        final Map<Long, byte[]> plain = new TreeMap<>();
        final Set<Long> broken = new HashSet<>();

        void add(long number, byte[] payload) {
            copies.merge(number, 1, Integer::sum);
            plain.put(number, payload);
        }

        void addBroken(long number) {
            copies.merge(number, 1, Integer::sum);
            broken.add(number);
        }
    }

    private static Payloads payloads(Tx tx, UserId user, Stretch stretch) throws SQLException {
        Payloads payloads = new Payloads();
        for (LogAuditTable.Packed packed : LogAuditTable.payloads(tx, user, stretch)) {
            List<byte[]> unpacked = unpacked(packed);
            for (int i = 0; i < packed.n(); i++) {
                if (unpacked.size() == packed.n()) {
                    payloads.add(packed.first() + i, unpacked.get(i));
                } else {
                    payloads.addBroken(packed.first() + i);
                }
            }
        }
        return payloads;
    }

    /** Empty where it does not unpack: whatever goes wrong there is what is looked for here. */
    private static List<byte[]> unpacked(LogAuditTable.Packed packed) {
        try {
            return packed.isBlock()
                    ? PayloadBlock.unpack(packed.codec(), packed.bytes())
                    : List.of(Codec.unpack(packed.codec(), packed.bytes()));
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private boolean isReadable(int format, byte[] payload) {
        try {
            formats.ofCode(format).decode(payload);
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }
}
