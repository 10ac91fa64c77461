package io.reprise.scrobble;

import java.util.Optional;

/** What no source can tell: a play in the future, or before anything could be recorded. */
final class Limits {
    /** Clocks go wrong by a zone; a play further ahead than a day is an error of the sender. */
    private static final long AHEAD_SECONDS_MAX = 86_400;
    /** 1800-01-01: books were read before there were records. */
    private static final long EPOCH_SECOND_MIN = -5_364_662_400L;

    static final int PAYLOAD_BYTES_MAX = 1 << 20;

    private Limits() {}

    static Optional<String> refusal(Keyed keyed, long now) {
        Long at = keyed.at();
        if (at != null && at > now + AHEAD_SECONDS_MAX) {
            return Optional.of(
                    "the time told (" + java.time.Instant.ofEpochSecond(at) + ") lies more than a day ahead of now");
        }
        if (at != null && at < EPOCH_SECOND_MIN) {
            return Optional.of("the time told (" + java.time.Instant.ofEpochSecond(at) + ") lies before the year 1800");
        }
        int bytes = keyed.submission().payload().length;
        return bytes > PAYLOAD_BYTES_MAX
                ? Optional.of("a report has at most " + PAYLOAD_BYTES_MAX + " bytes, not " + bytes)
                : Optional.empty();
    }
}
