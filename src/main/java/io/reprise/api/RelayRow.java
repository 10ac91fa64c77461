package io.reprise.api;

import io.reprise.relay.Letters;
import io.reprise.relay.Matter;
import io.reprise.relay.Target;
import io.reprise.relay.Targets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target or webhook as the API shows it; keys are never shown. */
record RelayRow(
        int number,
        String party,
        String label,
        String address,
        String username,
        List<String> events,
        boolean enabled,
        String state,
        @Nullable String refused,
        @Nullable String lastError,
        @Nullable String lastSentAt,
        long sent,
        long waiting,
        long dead,
        @Nullable String nextDueAt,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable String secret) {
    /** {@code secret} is shown once, when it was made. */
    static RelayRow of(Target target, Targets.Load load, @Nullable String secret) {
        Target.Standing standing = target.standing();
        return new RelayRow(
                target.number(),
                target.party(),
                target.label(),
                target.address().toString(),
                target.account(),
                target.matters().stream().sorted().map(Matter::word).toList(),
                target.enabled(),
                target.state(),
                standing.refused(),
                standing.lastError(),
                Desk.time(standing.lastSentAt()),
                standing.sent(),
                load.waiting(),
                load.dead(),
                Desk.time(standing.dueAt()),
                Desk.time(target.createdAt()),
                Desk.time(target.updatedAt()),
                secret);
    }

    /** Something that was given up. */
    record Dead(
            long number,
            String type,
            String about,
            @Nullable String since,
            int attempts,
            @Nullable String error) {
        static Dead of(Letters.Letter letter) {
            return new Dead(
                    letter.number(),
                    letter.word(),
                    letter.about(),
                    Desk.time(letter.queuedAt()),
                    letter.attempts(),
                    letter.why());
        }
    }

    /** What came of a request; {@code link} is where to allow access. */
    record Tried(boolean ok, String message, @Nullable String link) {}

    /** How many were sent again or dropped. */
    record Count(long count) {}
}
