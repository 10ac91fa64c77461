package io.reprise.inlet;

import io.reprise.account.UserId;
import io.reprise.scrobble.Quarantine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls that were not understood: lists them, and runs them again after a fix. What is understood then is stored with
 * the second of its receipt and leaves the quarantine; the rest stays. Running it twice changes nothing. Thread-safe.
 */
public final class InletRetry {
    private static final String FORMAT = "inlet.";

    private final Inlets inlets;
    private final Inbox inbox;
    private final Inbox.Rooms rooms;

    public InletRetry(Inlets inlets, Inbox inbox, Inbox.Rooms rooms) {
        this.inlets = inlets;
        this.inbox = inbox;
        this.rooms = rooms;
    }

    /** What became of a call: the word of its outcome ({@code quarantined} where it stays), and why. */
    public record Tried(long number, String outcome, String reason) {}

    static String format(Inlet inlet) {
        return FORMAT + inlet.party();
    }

    /** Where a call stood: {@code inlet 3} with the path behind its address. */
    static String place(Inlet inlet, String path) {
        return "inlet " + inlet.number() + (path.isEmpty() ? "" : ", /" + path);
    }

    /** The calls at this inlet that wait, newest first. */
    public List<Quarantine.Kept> waiting(Inlet inlet, int limit) {
        String place = place(inlet, "");
        return rooms.quarantine().ofFormat(inlet.user(), format(inlet), Quarantine.ROWS_MAX).stream()
                .filter(kept ->
                        kept.row().place().equals(place) || kept.row().place().startsWith(place + ","))
                .limit(limit)
                .toList();
    }

    /** Runs one call again; empty where no call of this number waits (it may be a row of another sort). */
    public Optional<Tried> retry(UserId user, long number) {
        return rooms.quarantine()
                .find(user, number)
                .filter(kept -> kept.row().format().startsWith(FORMAT))
                .map(kept -> retry(user, kept));
    }

    /** Runs all that wait at this inlet again. */
    public List<Tried> retryAll(Inlet inlet, int limit) {
        return waiting(inlet, limit).reversed().stream()
                .map(kept -> retry(inlet.user(), kept))
                .toList();
    }

    private Tried retry(UserId user, Quarantine.Kept kept) {
        String[] place = kept.row().place().split(", /", 2);
        Inlet inlet = inlets.find(user, Integer.parseInt(place[0].substring("inlet ".length())))
                .filter(found -> format(found).equals(kept.row().format()))
                .orElse(null);
        if (inlet == null) {
            return new Tried(kept.number(), "quarantined", "its inlet is gone, so nobody knows how to read it");
        }
        Call call = new Call(
                "POST",
                place.length > 1 ? place[1] : "",
                Map.of(),
                kept.row().bytes(),
                inbox.context(inlet, kept.receivedAt(), true));
        Inbox.Read read = Inbox.read(inlets.parties().need(inlet.party()), call);
        if (read.taken() == null) {
            return new Tried(kept.number(), "quarantined", read.reason());
        }
        Outcome outcome = inbox.done(inlet, read.taken(), call.context());
        if (outcome.isRefused()) {
            return new Tried(kept.number(), "quarantined", outcome.sentence());
        }
        rooms.database().write(tx -> rooms.quarantine().resolve(tx, user, kept.number()));
        return new Tried(kept.number(), outcome.word(), outcome.sentence());
    }
}
