package io.reprise.scrobble;

import io.reprise.media.Fingerprint;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A submission with the 16 bytes that make it one of its kind within its origin (ADR 0004): five bytes of told time, so
 * that the index grows at its end, then 88 bits of what was told. With an id of the origin's own the time is left out,
 * for the origin may correct it later.
 */
record Keyed(
        Submission submission,
        byte[] key,
        long itemKey,
        @Nullable Long at,
        @Nullable Long ended) {
    static final int KEY_BYTES = 16;
    static final int TIME_BYTES = 5;
    /** Makes times before 1970 sort before those after it. */
    private static final long TIME_BIAS = 1L << 39;

    static Keyed of(Submission submission, long receivedAt) {
        return of(submission, Fingerprint.of(submission.told().mention().identity()), receivedAt);
    }

    /** {@code item} is the fingerprint of the mention's identity. */
    static Keyed of(Submission submission, Fingerprint item, long receivedAt) {
        Told told = submission.told();
        Times times = told.times();
        if (told.eventId() != null) {
            byte[] key = key(0, Fingerprint.of("id\u001f" + told.eventId()).tail());
            return new Keyed(submission, key, item.key(), at(told, receivedAt), ended(times));
        }
        if (times.isNow()) {
            byte[] key = key(
                    receivedAt + TIME_BIAS, Fingerprint.of(submission.payload()).tail());
            return new Keyed(submission, key, item.key(), receivedAt, null);
        }
        byte[] tail = told.verb().isPiece()
                ? Fingerprint.of(told.verb().word() + '\u001f' + told.mention().identity())
                        .tail()
                : item.tail();
        Long at = at(told, receivedAt);
        Long lead = times.start() != null ? times.start() : times.end();
        return new Keyed(submission, key(lead == null ? 0 : lead + TIME_BIAS, tail), item.key(), at, ended(times));
    }

    /** The least and the greatest key of those told (or received) between two seconds, both included. */
    static byte[] lowest(long epochSecond) {
        return key(epochSecond + TIME_BIAS, new byte[KEY_BYTES - TIME_BYTES]);
    }

    private static byte[] key(long time, byte[] tail) {
        byte[] eight = ByteBuffer.allocate(Long.BYTES)
                .putLong(Math.clamp(time, 0, 2 * TIME_BIAS - 1))
                .array();
        return ByteBuffer.allocate(KEY_BYTES)
                .put(eight, Long.BYTES - TIME_BYTES, TIME_BYTES)
                .put(tail)
                .array();
    }

    private static @Nullable Long at(Told told, long receivedAt) {
        Times times = told.times();
        if (times.precision() == Precision.UNKNOWN) {
            return null;
        }
        if (times.start() != null) {
            return times.start();
        }
        if (times.end() == null) {
            return receivedAt;
        }
        return told.activeSeconds() == null ? times.end() : (Long) (times.end() - told.activeSeconds());
    }

    private static @Nullable Long ended(Times times) {
        return times.end();
    }

    /** What was told, without the time in front of it. */
    byte[] tail() {
        return Arrays.copyOfRange(key, TIME_BYTES, KEY_BYTES);
    }

    Scrobble numbered(Place place, long number) {
        Told told = submission.told();
        return new Scrobble(
                place.user(),
                number,
                at,
                ended,
                place.receivedAt(),
                place.run(),
                place.origin(),
                submission.format().code(),
                told.verb(),
                told.times().precision(),
                told.times().offsetMinutes());
    }
}
