package io.reprise.resolve;

import io.reprise.account.UserId;
import io.reprise.catalog.Refusal;
import io.reprise.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The book of standing orders to ask authorities on the network, one for each user who gave one. Thread-safe. */
public final class ResolveOrders {
    /** How long one that fell due waits where its job could not be started, or a process ended before that was. */
    static final Duration TRIED_AGAIN_AFTER = Duration.ofHours(1);

    private final Database database;
    private final List<Authority> authorities;
    private final InstantSource clock;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    public ResolveOrders(ResolveJob.Rooms rooms) {
        this.database = rooms.database();
        this.authorities = rooms.authorities();
        this.clock = rooms.clock();
    }

    /** Whether an authority on the network is switched on. */
    public boolean canAsk() {
        return authorities.stream().anyMatch(authority -> !authority.isLocal());
    }

    public Optional<ResolveOrder> of(UserId user) {
        return database.read(tx -> ResolveOrderTable.find(tx, user));
    }

    /**
     * Orders to ask every so many days (1 to {@value ResolveOrder#EVERY_DAYS_MAX}, else an
     * {@link IllegalArgumentException} that says so). A first order is due at once; another number of days brings the
     * next asking no later than so many days from now. A {@link Refusal} where nobody could be asked.
     */
    public ResolveOrder set(UserId user, int everyDays) {
        ResolveOrder fresh = new ResolveOrder(user, everyDays, now());
        if (!canAsk()) {
            throw new Refusal("no authority on the network is switched on, so nobody could be asked;"
                    + " switch one on in the settings of the server");
        }
        ResolveOrder set = database.write(tx -> {
            ResolveOrder order = ResolveOrderTable.find(tx, user)
                    .map(known -> known.every(everyDays, now()))
                    .orElse(fresh);
            ResolveOrderTable.put(tx, order);
            return order;
        });
        watchers.forEach(Runnable::run);
        return set;
    }

    /** From now on authorities on the network are asked only when the user starts it; so too where none was given. */
    public void end(UserId user) {
        database.write(tx -> {
            ResolveOrderTable.delete(tx, user);
            return true;
        });
    }

    /** The orders that are due next, soonest first. */
    List<ResolveOrder> nextDue(int limit) {
        return database.read(tx -> ResolveOrderTable.nextDue(tx, limit));
    }

    /**
     * Takes one that is due for this node, and answers how it stands then; empty where another node took it or it was
     * changed. Until its job is told to be {@linkplain #begun begun} it is due again in an hour.
     */
    Optional<ResolveOrder> claim(ResolveOrder due) {
        ResolveOrder claimed = new ResolveOrder(due.user(), due.everyDays(), now() + TRIED_AGAIN_AFTER.toSeconds());
        return database.write(tx -> ResolveOrderTable.move(tx, due, claimed.nextDueAt()))
                ? Optional.of(claimed)
                : Optional.empty();
    }

    /** The job of a claimed order is on its way, so it is due in so many days. */
    void begun(ResolveOrder claimed) {
        database.write(tx -> ResolveOrderTable.move(tx, claimed, claimed.dueAfter(now())));
    }

    /** {@code watcher} is told after every change that may bring an asking nearer; it must return at once. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
