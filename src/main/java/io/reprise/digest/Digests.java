package io.reprise.digest;

import io.reprise.account.Calendar;
import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.http.Problem;
import io.reprise.relay.Post;
import io.reprise.relay.Target;
import io.reprise.relay.Targets;
import io.reprise.store.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The book of orders for digests. What a caller gives wrongly ends in an {@link IllegalArgumentException} that names
 * the member, what was expected and what came. Thread-safe.
 */
public final class Digests {
    static final int ORDERS_MAX = 20;
    /** In the morning of the day after, by the user's clock. */
    private static final LocalTime DUE = LocalTime.of(7, 0);

    private final Database database;
    private final InstantSource clock;
    private final Targets targets;
    private final Function<UserId, History> histories;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    public Digests(Database database, InstantSource clock, Targets targets, Function<UserId, History> histories) {
        this.database = database;
        this.clock = clock;
        this.targets = targets;
        this.histories = histories;
    }

    public List<Order> of(UserId user) {
        return database.read(tx -> OrderTable.of(tx, user, ORDERS_MAX));
    }

    /** The targets of this user that can be told. */
    public List<Target> targets(UserId user) {
        return targets.of(user).stream().filter(targets::takesDigests).toList();
    }

    /** Orders a digest to the target of this number; the first is that of the period that runs now. */
    public Order make(UserId user, Every every, int target) {
        if (targets(user).stream().noneMatch(known -> known.number() == target)) {
            throw new IllegalArgumentException("target: expected the number of a webhook, mailbox or messenger of yours"
                    + " at the relay, got " + target);
        }
        Calendar calendar = histories.apply(user).calendar();
        Order made = database.write(tx -> {
            if (OrderTable.of(tx, user, ORDERS_MAX).size() == ORDERS_MAX) {
                throw new IllegalArgumentException("a user has at most " + ORDERS_MAX + " digests; delete one first");
            }
            Order fresh = new Order(
                    user,
                    OrderTable.nextNumber(tx, user),
                    every,
                    target,
                    true,
                    null,
                    dueAfter(every, calendar, now()),
                    now());
            OrderTable.insert(tx, fresh);
            return fresh;
        });
        watchers.forEach(Runnable::run);
        return made;
    }

    /** Turns one on or off; empty where this user has none of this number. */
    public Optional<Order> turn(UserId user, int number, boolean on) {
        Calendar calendar = histories.apply(user).calendar();
        Optional<Order> turned = database.write(tx -> {
            Optional<Order> known = OrderTable.find(tx, user, number);
            if (known.isPresent()) {
                Long due = on ? (Long) dueAfter(known.get().every(), calendar, now()) : null;
                OrderTable.turn(tx, known.get(), due);
            }
            return OrderTable.find(tx, user, number);
        });
        watchers.forEach(Runnable::run);
        return turned;
    }

    /** False where this user has none of this number. */
    public boolean delete(UserId user, int number) {
        return database.write(tx -> OrderTable.delete(tx, user, number));
    }

    /** The digest of the period that holds this day, or of the last one that is over where none is said. */
    public Digest preview(UserId user, Every every, @Nullable LocalDate day) {
        History history = histories.apply(user);
        LocalDate today = LocalDate.ofEpochDay(history.zones().dayAt(now()));
        return Digest.of(
                history,
                every,
                day == null ? every.lastBefore(today, history.weekStart()) : every.startOf(day, history.weekStart()));
    }

    /**
     * Hands over the last period that is over, now; when it comes by itself stays as it is. Empty where this user has
     * none of this number; a target that takes nothing at this time is a {@link Problem} 409.
     */
    public Optional<Digest> sendNow(UserId user, int number) {
        Order order = database.read(tx -> OrderTable.find(tx, user, number)).orElse(null);
        if (order == null) {
            return Optional.empty();
        }
        Digest digest = preview(user, order.every(), null);
        Post post = new Told(digest).post();
        boolean isTaken = database.write(tx -> targets.post(tx, user, order.target(), post));
        if (!isTaken) {
            throw Problem.of(409, "Target " + order.target() + " of the relay is turned off or takes no digests.")
                    .raised();
        }
        targets.tellWatchers();
        return Optional.of(digest);
    }

    /** The orders that are due next, soonest first. */
    List<Order> nextDue(int limit) {
        return database.read(tx -> OrderTable.nextDue(tx, limit));
    }

    /** Writes and hands over one that is due, once; answers whether it was this call that did. */
    boolean send(Order due) {
        History history = histories.apply(due.user());
        LocalDate today = LocalDate.ofEpochDay(history.zones().dayAt(now()));
        LocalDate first = due.every().lastBefore(today, history.weekStart());
        int day = Math.toIntExact(first.toEpochDay());
        Integer last = due.toldDay();
        int told = last == null ? Integer.MIN_VALUE : last;
        boolean isTold = told >= day;
        Post post = new Told(Digest.of(history, due.every(), first)).post();
        long next = dueAfter(due.every(), history.calendar(), now());
        boolean sent = database.write(tx -> OrderTable.claim(tx, due, Math.max(told, day), next)
                && !isTold
                && targets.post(tx, due.user(), due.target(), post));
        targets.tellWatchers();
        return sent;
    }

    /** The first second after this one at which a period is over since {@link #DUE}. */
    static long dueAfter(Every every, Calendar calendar, long now) {
        LocalDate start = every.startOf(LocalDate.ofEpochDay(calendar.zones().dayAt(now)), calendar.weekStart());
        long due = second(start, calendar.zones());
        return due > now ? due : second(every.after(start), calendar.zones());
    }

    private static long second(LocalDate day, ZoneHistory zones) {
        return day.atTime(DUE).atZone(zones.zoneAt(zones.startOf(day))).toEpochSecond();
    }

    /** {@code watcher} is told after every change; it must return at once. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
