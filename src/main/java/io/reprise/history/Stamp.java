package io.reprise.history;

import io.reprise.play.CountedPlays;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Of which store and which state of it a file of columns is: {@code token} stands in the store as well
 * ({@link SnapshotTable}), the rest is what of a {@link Loaded.Version} has to agree.
 */
record Stamp(UUID token, long derived, long playsEpoch, long namesEpoch, String zones) {
    /** "reprise" and the number of the format: a greater one with every change of what is written in which order. */
    private static final long MAGIC = 0x7265_7072_6973_6501L;

    /** A new token for a history of this version. */
    static Stamp of(Loaded.Version version) {
        return new Stamp(
                UUID.randomUUID(),
                version.plays().derived(),
                version.plays().epoch(),
                version.catalog().epoch(),
                zones(version));
    }

    private static String zones(Loaded.Version version) {
        return version.calendar().zones().toString();
    }

    /** Whether the plays known then, on their days, are those known now, or the first of them. */
    boolean holdsPlaysOf(Loaded.Version now) {
        return isPast(now.plays()) && zones.equals(zones(now));
    }

    /** Whether the names known then are still those names. */
    boolean holdsNamesOf(Loaded.Version now) {
        return namesEpoch == now.catalog().epoch();
    }

    /** Whether these plays are the ones known then, or those and more. */
    boolean isPast(CountedPlays.Version now) {
        return playsEpoch == now.epoch() && derived <= now.derived();
    }

    /** Whether it pays to go on from there: what came since is read less quickly than all. */
    boolean isHalfOf(Loaded.Version now) {
        return derived >= (now.plays().derived() + 1) / 2;
    }

    /** How many scrobbles were read since. */
    long behind(Loaded.Version now) {
        return now.plays().derived() - derived;
    }

    static Stamp read(ColumnInput in) throws IOException {
        long magic = in.number();
        if (magic != MAGIC) {
            throw new IOException(
                    "expected columns of the format " + Long.toHexString(MAGIC) + ", got " + Long.toHexString(magic));
        }
        UUID token = new UUID(in.number(), in.number());
        long derived = in.number();
        long playsEpoch = in.number();
        long namesEpoch = in.number();
        int length = in.size();
        return new Stamp(
                token, derived, playsEpoch, namesEpoch, new String(in.bytes(length, length), StandardCharsets.UTF_8));
    }

    void write(ColumnOutput out) throws IOException {
        byte[] text = zones.getBytes(StandardCharsets.UTF_8);
        out.number(MAGIC);
        out.number(token.getMostSignificantBits());
        out.number(token.getLeastSignificantBits());
        out.number(derived);
        out.number(playsEpoch);
        out.number(namesEpoch);
        out.number(text.length);
        out.bytes(text, text.length);
    }
}
