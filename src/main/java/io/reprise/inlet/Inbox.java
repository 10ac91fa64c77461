package io.reprise.inlet;

import io.reprise.http.Problem;
import io.reprise.rating.Rated;
import io.reprise.rating.Ratings;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Database;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes calls: has the inlet's party read them, stores what was told, and takes down how it went. A call that cannot be
 * read is kept in quarantine and answered 202, for most parties would send it again and again after an error.
 * Thread-safe.
 */
public final class Inbox {
    static final int MATTER_BYTES_MAX = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Inlets inlets;
    private final Rooms rooms;
    private final InstantSource clock;

    /** Where what was told goes. */
    public record Rooms(
            Database database, Intake intake, NowPlaying nowPlaying, Ratings ratings, Quarantine quarantine) {}

    public Inbox(Inlets inlets, Rooms rooms, InstantSource clock) {
        this.inlets = inlets;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** What came at an inlet's address, before its party reads it. */
    record Arrival(String method, String path, Map<String, String> headers, byte[] body) {}

    /** Takes one call and answers it; never throws for what is in it, save a problem 413. */
    Reply take(Inlet inlet, Arrival arrival) {
        InletParty party = inlets.parties().need(inlet.party());
        Call call = new Call(
                arrival.method(), arrival.path(), arrival.headers(), arrival.body(), context(inlet, now(), false));
        byte[] matter = party.matter(call);
        if (matter.length > MATTER_BYTES_MAX) {
            throw Problem.of(413, "One report is larger than this server takes.")
                    .expected("at most " + MATTER_BYTES_MAX + " bytes")
                    .got(matter.length + " bytes")
                    .where("body")
                    .raised();
        }
        Read read = read(party, call);
        Outcome outcome = read.taken() == null
                ? kept(inlet, arrival.path(), matter, read.reason())
                : done(inlet, read.taken(), call.context());
        if (outcome.word().equals("refused")) {
            outcome = kept(inlet, arrival.path(), matter, outcome.sentence());
        }
        if (!outcome.word().equals("asked")) {
            takeDown(inlet, read.taken(), outcome);
        }
        return outcome.reply();
    }

    private void takeDown(Inlet inlet, @Nullable Taken taken, Outcome outcome) {
        String account = taken instanceof Taken.Heard heard ? heard.account() : "";
        rooms.database().write(tx -> {
            InletTable.called(
                    tx,
                    inlet,
                    new InletTable.Call(
                            new Inlet.Last(now(), account.replace('\0', ' '), outcome.line()),
                            outcome.stored(),
                            outcome.isLeftOut() ? 1 : 0,
                            outcome.isRefused() ? 1 : 0));
            return true;
        });
    }

    Call.Context context(Inlet inlet, long at, boolean again) {
        return new Call.Context(inlets.key(inlet), name -> inlets.note(inlet, name), at, again);
    }

    /** What a party made of a call; where it is nothing, why. */
    record Read(@Nullable Taken taken, String reason) {}

    static Read read(InletParty party, Call call) {
        try {
            return new Read(party.take(call), "");
        } catch (Unreadable | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return new Read(null, String.valueOf(e.getMessage()));
        }
    }

    /** Does what the call says, as if it came at the second of its context. */
    Outcome done(Inlet inlet, Taken taken, Call.Context context) {
        return switch (taken) {
            case Taken.Heard heard ->
                inlet.takes(heard.account())
                        ? heard(inlet, heard, context)
                        : leftOut(
                                "this inlet takes " + inlet.account() + " alone, not " + heard.account(),
                                heard.reply());
            case Taken.LeftOut(var reason, var reply) -> leftOut(reason, reply);
            case Taken.Turned(var reason, var reply) -> new Outcome("turned away", reason, reply, 0);
            case Taken.Asked(var reply) -> new Outcome("asked", "", reply, 0);
        };
    }

    private static Outcome leftOut(String reason, @Nullable Reply reply) {
        return new Outcome("left out", reason, reply == null ? usual(200, "left out", reason) : reply, 0);
    }

    private Outcome heard(Inlet inlet, Taken.Heard heard, Call.Context context) {
        Origin origin = origin(inlet, heard.account());
        List<Receipt> receipts = heard.submissions().isEmpty()
                ? List.of()
                : rooms.intake().acceptAt(inlet.user(), origin, heard.submissions(), context.at());
        if (!context.again()) {
            if (heard.playing() != null) {
                rooms.nowPlaying().set(inlet.user(), origin, heard.playing());
            } else if (heard.stopped()) {
                rooms.nowPlaying().clear(inlet.user(), origin);
            }
        }
        for (Taken.Rating rating : heard.ratings()) {
            rooms.ratings().give(inlet.user(), Rated.of(rating.about(), 0, null), rating.opinion());
        }
        if (!heard.notes().isEmpty()) {
            rooms.database().write(tx -> {
                heard.notes().forEach(note -> NoteTable.put(tx, inlet, note, context.at()));
                return true;
            });
        }
        return outcome(heard, receipts);
    }

    /** Two addresses of one user that the same account calls tell the same things, so the inlet is no part of it. */
    private Origin origin(Inlet inlet, String account) {
        return new Origin(inlet.party(), inlets.parties().need(inlet.party()).title(), account);
    }

    private static Outcome outcome(Taken.Heard heard, List<Receipt> receipts) {
        int stored =
                (int) receipts.stream().filter(Receipt.Stored.class::isInstance).count();
        String refused = receipts.stream()
                .filter(Receipt.Refused.class::isInstance)
                .map(receipt -> ((Receipt.Refused) receipt).reason())
                .findFirst()
                .orElse("");
        String word = stored > 0 ? "stored" : !refused.isEmpty() ? "refused" : word(heard, receipts);
        String sentence = refused.isEmpty() ? about(heard) : refused;
        Reply reply = heard.reply();
        return new Outcome(word, sentence, reply == null ? usual(200, word, sentence) : reply, stored);
    }

    private static String word(Taken.Heard heard, List<Receipt> receipts) {
        if (receipts.isEmpty() && !heard.ratings().isEmpty()) {
            return "rated";
        }
        return receipts.isEmpty() && heard.playing() != null ? "playing" : "known";
    }

    private static String about(Taken.Heard heard) {
        if (!heard.submissions().isEmpty()) {
            var told = heard.submissions().getFirst().told();
            return told.verb().word() + " of " + told.mention().title();
        }
        return heard.playing() == null ? "" : heard.playing().told().mention().title();
    }

    private Outcome kept(Inlet inlet, String path, byte[] matter, String reason) {
        Quarantine.Row row =
                new Quarantine.Row(0, InletRetry.place(inlet, path), InletRetry.format(inlet), reason, matter);
        rooms.database().write(tx -> rooms.quarantine().keep(tx, inlet.user(), row));
        return new Outcome("quarantined", reason, usual(202, "quarantined", reason), 0);
    }

    private static Reply usual(int status, String outcome, String detail) {
        return Reply.json(status, JSON.writeValueAsString(Map.of("outcome", outcome, "detail", detail)));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
