package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.OutsideFailure;
import io.reprise.http.TryLater;
import io.reprise.scrobble.Playing;
import io.reprise.store.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One batch for one target: takes it from the outbox, tells the party, writes down what came of it. Thread-safe. */
final class Sending {
    private static final Logger LOG = System.getLogger("reprise.relay");
    private static final Duration AFTER_FAULT = Duration.ofMinutes(5);
    private static final Duration HOLD_MAX = Duration.ofDays(1);
    private static final int ERROR_CHARS_MAX = 500;

    private final Targets targets;
    private final InstantSource clock;

    Sending(Targets targets, InstantSource clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /** What a row became: something to tell, or nothing, because what it was about no longer counts. */
    private record Ready(OutboxTable.Row row, Optional<Event> event) {}

    private sealed interface Outcome {
        record Done(Map<Long, String> refused) implements Outcome {}

        record Later(String why, Duration after) implements Outcome {}

        record Refused(String why) implements Outcome {}

        record Never(String why) implements Outcome {}

        record Nothing() implements Outcome {}
    }

    /** Sends what is due for a target that is claimed, one batch of it. */
    void send(Target target) {
        Outlet outlet = targets.outlet(target);
        List<Ready> all = targets.database().read(tx -> ready(tx, target, outlet.playsMax()));
        List<Ready> gone = all.stream().filter(ready -> ready.event().isEmpty()).toList();
        List<Ready> batch = batch(all, outlet);
        Outcome outcome = batch.isEmpty() ? new Outcome.Nothing() : tell(target, outlet, batch);
        // The server may be closing; what came of it is still written down.
        boolean wasInterrupted = Thread.interrupted();
        targets.database().write(tx -> {
            gone.forEach(ready -> OutboxTable.delete(
                    tx, target.user(), target.number(), ready.row().number()));
            store(tx, target, batch, outcome);
            TargetTable.settle(tx, target.user(), target.number());
            return true;
        });
        targets.tellWatchers();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Ready> ready(Tx tx, Target target, int playsMax) throws SQLException {
        List<Ready> all = new ArrayList<>();
        for (OutboxTable.Row row : OutboxTable.due(tx, target, now(), playsMax)) {
            all.add(new Ready(row, targets.event(tx, target.user(), row)));
        }
        return all;
    }

    /** As many plays as the party takes, or one of something else; what failed often goes alone. */
    private static List<Ready> batch(List<Ready> all, Outlet outlet) {
        List<Ready> batch = new ArrayList<>();
        for (Ready ready : all) {
            if (ready.event().isEmpty()) {
                continue;
            }
            boolean isAlone = ready.row().attempts() >= BackOff.ALONE_ATTEMPTS
                    || !(ready.event().get() instanceof Event.Play);
            if (isAlone && !batch.isEmpty()) {
                return batch;
            }
            batch.add(ready);
            if (isAlone || batch.size() == outlet.playsMax()) {
                return batch;
            }
        }
        return batch;
    }

    private Outcome tell(Target target, Outlet outlet, List<Ready> batch) {
        List<Outlet.Parcel> parcels = batch.stream()
                .map(ready -> new Outlet.Parcel(
                        target.number(), ready.row().number(), ready.event().orElseThrow()))
                .toList();
        Optional<Outlet.Account> account = targets.account(target);
        if (account.isEmpty()) {
            return new Outcome.Refused(Targets.UNOPENED);
        }
        try {
            return new Outcome.Done(outlet.send(account.get(), parcels));
        } catch (OutsideFailure failure) {
            String why = shortened(account.get().keys().hidden(String.valueOf(failure.getMessage())));
            return switch (failure) {
                case NotAllowed notAllowed -> new Outcome.Refused(why);
                case TryLater later -> new Outcome.Later(why, later.after());
                case GiveUp giveUp -> new Outcome.Never(why);
            };
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "telling target " + target.number() + " of user " + target.user() + " failed", e);
            return new Outcome.Later("a fault of this server: " + e.getClass().getSimpleName(), AFTER_FAULT);
        }
    }

    private void store(Tx tx, Target target, List<Ready> batch, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(Map<Long, String> refused) -> {
                for (Ready ready : batch) {
                    String why = refused.get(ready.row().number());
                    if (why == null) {
                        OutboxTable.delete(
                                tx, target.user(), target.number(), ready.row().number());
                    } else {
                        bury(tx, target, ready.row(), shortened(why));
                    }
                }
                TargetTable.succeeded(tx, target, batch.size() - refused.size(), now());
            }
            case Outcome.Later(String why, Duration after) -> {
                Duration hold = after.compareTo(HOLD_MAX) > 0 ? HOLD_MAX : after;
                batch.forEach(ready -> postpone(tx, target, ready.row(), new Outcome.Later(why, hold)));
                TargetTable.failed(tx, target, why, now() + hold.toSeconds());
            }
            case Outcome.Nothing nothing -> TargetTable.release(tx, target);
            case Outcome.Refused(String why) -> TargetTable.refuse(tx, target, why);
            case Outcome.Never(String why) -> {
                if (batch.size() == 1) {
                    bury(tx, target, batch.getFirst().row(), why);
                } else {
                    batch.forEach(ready -> OutboxTable.store(tx, target, alone(ready.row(), why)));
                }
                TargetTable.failed(tx, target, why, 0);
            }
        }
    }

    /** One of a batch was refused, and nobody knows which: from now on each goes by itself. */
    private OutboxTable.Row alone(OutboxTable.Row row, String why) {
        return new OutboxTable.Row(
                row.number(), row.matter(), row.subject(), BackOff.ALONE_ATTEMPTS, row.queuedAt(), now(), why);
    }

    private void postpone(Tx tx, Target target, OutboxTable.Row row, Outcome.Later later) {
        int attempts = row.attempts() + 1;
        if (BackOff.isOver(attempts, row.queuedAt(), now())) {
            bury(tx, target, row, later.why());
            return;
        }
        long wait = Math.max(BackOff.after(attempts).toSeconds(), later.after().toSeconds());
        OutboxTable.store(
                tx,
                target,
                new OutboxTable.Row(
                        row.number(),
                        row.matter(),
                        row.subject(),
                        attempts,
                        row.queuedAt(),
                        now() + wait,
                        later.why()));
    }

    private static void bury(Tx tx, Target target, OutboxTable.Row row, String why) {
        OutboxTable.store(
                tx,
                target,
                new OutboxTable.Row(
                        row.number(), row.matter(), row.subject(), row.attempts() + 1, row.queuedAt(), null, why));
    }

    /** Tells what is being played, once, to each target that wants to know it and is not in trouble. */
    void playing(UserId user, Playing playing) {
        Event.NowPlaying event = new Event.NowPlaying(playing);
        for (Target target : targets.of(user)) {
            Outlet outlet = targets.outlet(target);
            Optional<Outlet.Account> account = targets.account(target);
            boolean isAsked = target.isSending()
                    && target.wants(Matter.NOW_PLAYING)
                    && target.standing().notBefore() <= now()
                    && outlet.takes(event);
            if (!isAsked
                    || account.isEmpty()
                    || outlet.isThere(playing.origin(), account.get())
                    || playing.until() <= now()) {
                continue;
            }
            try {
                outlet.send(account.get(), List.of(new Outlet.Parcel(target.number(), 0, event)));
            } catch (OutsideFailure failure) {
                // It will have ended when the party can be asked again; plays, which must not be lost, find out too.
                LOG.log(Level.DEBUG, "target {0} was not told what is played: {1}", target.number(), failure);
            }
        }
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= ERROR_CHARS_MAX ? clean : clean.substring(0, ERROR_CHARS_MAX) + "...";
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
