package io.reprise.relay;

import io.reprise.account.Seal;
import io.reprise.account.UserId;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The book of targets. What a caller gives wrongly ends in an {@link IllegalArgumentException} that names the member,
 * what was expected and what came. Asks nobody over the network. Thread-safe.
 */
public final class Targets {
    static final int TARGETS_MAX = 50;
    static final String UNOPENED = "the stored keys cannot be opened, for this server's secret key is another one;"
            + " enter them again, or bring the old secret key back";
    /** Longer than a party may take to answer; a process that ends meanwhile leaves the claim behind. */
    private static final long CLAIM_SECONDS = 5 * 60;

    private static final int SECRET_BYTES = 24;

    private final Database database;
    private final InstantSource clock;
    private final Locks locks;
    private final Outlets outlets;
    private final Books books;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** What keys are sealed with, and the chance that new ones come from. */
    public record Locks(Seal seal, SecureRandom random) {}

    public Targets(Database database, InstantSource clock, Locks locks, Outlets outlets, ScrobbleLog log) {
        this.database = database;
        this.clock = clock;
        this.locks = locks;
        this.outlets = outlets;
        this.books = new Books(log);
    }

    /**
     * A target as made, with the secret that was thought out for it, to be shown this once; null where it was given.
     */
    public record Made(Target target, @Nullable String secret) {}

    /** How much waits for a target, and how much was given up. */
    public record Load(long waiting, long dead) {}

    public Outlets outlets() {
        return outlets;
    }

    public List<Target> of(UserId user) {
        return database.read(tx -> TargetTable.of(tx, user, TARGETS_MAX));
    }

    public Optional<Target> find(UserId user, int number) {
        return database.read(tx -> TargetTable.find(tx, user, number));
    }

    public Load load(Target target) {
        return database.read(tx -> new Load(
                OutboxTable.waiting(tx, target.user(), target.number()),
                OutboxTable.dead(tx, target.user(), target.number())));
    }

    /** Makes a target; it is told of what comes from now on. */
    public Made make(UserId user, TargetOrder order) {
        String party = order.party();
        if (party == null) {
            throw new IllegalArgumentException("party: expected the word of an outside party, got nothing");
        }
        Outlet outlet = outlets.ofWord(party);
        boolean isThoughtOut =
                outlet.word().equals(Outlets.WEBHOOK) && order.keys().token() == null;
        Keys keys = isThoughtOut ? order.keys().withToken(secret()) : order.keys();
        demand(outlet, keys);
        URI address = order.address(outlet, null);
        String account = order.account();
        long now = now();
        Target made = database.write(tx -> {
            if (TargetTable.of(tx, user, TARGETS_MAX).size() == TARGETS_MAX) {
                throw new IllegalArgumentException(
                        "a user has at most " + TARGETS_MAX + " targets and webhooks; delete one first");
            }
            Target fresh = new Target(
                    user,
                    TargetTable.nextNumber(tx, user),
                    outlet.word(),
                    label(order, outlet, address),
                    address,
                    account == null ? "" : account,
                    null,
                    order.matters(outlet, null),
                    order.enabled() == null || order.enabled(),
                    isReady(outlet, keys),
                    Target.Standing.NEW,
                    books.now(tx, user),
                    now,
                    now);
            Target sealed = sealed(fresh, keys);
            TargetTable.insert(tx, sealed);
            return sealed;
        });
        tellWatchers();
        return new Made(made, isThoughtOut ? keys.token() : null);
    }

    private static String label(TargetOrder order, Outlet outlet, URI address) {
        String label = order.label();
        boolean isUsual = address.equals(outlet.address());
        String where =
                address.getHost() == null ? " to " + address.getSchemeSpecificPart() : " at " + address.getHost();
        return label != null && !label.isBlank() ? label : isUsual ? outlet.title() : outlet.title() + where;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        locks.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether nobody has to allow access first, in a browser. */
    private static boolean isReady(Outlet outlet, Keys keys) {
        return keys.token() != null || outlet.approval().isEmpty();
    }

    private static void demand(Outlet outlet, Keys keys) {
        Outlet.Needs needs = outlet.needs();
        String missing = needs.apiKey() && keys.apiKey() == null
                ? "api_key"
                : needs.secret() && keys.secret() == null
                        ? "secret"
                        : needs.token() && keys.token() == null ? "token" : null;
        if (missing != null) {
            throw new IllegalArgumentException(
                    missing + ": " + outlet.title() + " takes nothing without one; expected it, got nothing");
        }
    }

    /**
     * Changes the target of this number; empty where this user has none. One that was refused is asked again; what
     * happened while it was off is passed over.
     */
    public Optional<Target> change(UserId user, int number, TargetOrder order) {
        Optional<Target> changed = database.write(tx -> {
            Target was = TargetTable.find(tx, user, number).orElse(null);
            return was == null ? Optional.empty() : Optional.of(changed(tx, was, order));
        });
        tellWatchers();
        return changed;
    }

    private Target changed(Tx tx, Target was, TargetOrder order) throws SQLException {
        Outlet outlet = outlet(was);
        Keys keys = keys(was).orElse(Keys.NONE).with(order.keys());
        demand(outlet, keys);
        String label = order.label();
        String account = order.account();
        boolean enabled = order.enabled() == null ? was.enabled() : order.enabled();
        boolean begins = !was.isTaking() && enabled && isReady(outlet, keys);
        Target.Standing before = was.standing();
        Target next = new Target(
                was.user(),
                was.number(),
                was.party(),
                label == null ? was.label() : label,
                order.address(outlet, was.address()),
                account == null ? was.account() : account,
                was.keys(),
                order.matters(outlet, was.matters()),
                enabled,
                isReady(outlet, keys),
                new Target.Standing(null, null, before.lastSentAt(), before.sent(), before.notBefore(), null),
                begins ? books.now(tx, was.user()) : was.read(),
                was.createdAt(),
                now());
        Target sealed = sealed(next, keys);
        TargetTable.store(tx, sealed);
        TargetTable.settle(tx, sealed.user(), sealed.number());
        return TargetTable.find(tx, sealed.user(), sealed.number()).orElse(sealed);
    }

    /** Forgets a target, its keys and what waits for it. False where this user has none of this number. */
    public boolean delete(UserId user, int number) {
        boolean deleted = database.write(tx -> {
            OutboxTable.clear(tx, user, number);
            return TargetTable.delete(tx, user, number);
        });
        tellWatchers();
        return deleted;
    }

    private Target sealed(Target target, Keys keys) {
        return new Target(
                target.user(),
                target.number(),
                target.party(),
                target.label(),
                target.address(),
                target.account(),
                locks.seal().close(target.user(), purpose(target), keys.text()),
                target.matters(),
                target.enabled(),
                target.ready(),
                target.standing(),
                target.read(),
                target.createdAt(),
                target.updatedAt());
    }

    private static String purpose(Target target) {
        return "relay " + target.number();
    }

    private Optional<Keys> keys(Target target) {
        return target.keys() == null
                ? Optional.of(Keys.NONE)
                : locks.seal()
                        .open(target.user(), purpose(target), target.keys())
                        .map(Keys::ofText);
    }

    /** The account with its keys, for the moment in which the party is asked; empty where they cannot be opened. */
    Optional<Outlet.Account> account(Target target) {
        return keys(target).map(keys -> new Outlet.Account(target.address(), target.account(), keys));
    }

    Outlet outlet(Target target) {
        return outlets.ofWord(target.party());
    }

    Books books() {
        return books;
    }

    Database database() {
        return database;
    }

    /** What a row is about; empty where that is gone or no longer counts. */
    Optional<Event> event(Tx tx, UserId user, OutboxTable.Row row) throws SQLException {
        return switch (row.matter()) {
            case PLAYS -> books.play(tx, user, row.subject()).map(event -> event);
            case RATINGS, LOVES -> books.rating(tx, user, row.subject()).map(event -> event);
            case JOBS, SYNC_FAILURES -> Books.job(tx, user, row.subject()).map(event -> event);
            case DIGESTS -> PostTable.find(tx, user, row.subject()).map(event -> event);
            case NOW_PLAYING -> Optional.empty();
        };
    }

    /** Whether this target has a use for digests. */
    public boolean takesDigests(Target target) {
        return outlet(target).takes(new Event.Digest(0, 0, new Post("", "", "", "{}")));
    }

    /**
     * Lays a post into the outbox of a target, inside the caller's step; false where this user has no such target or it
     * is turned off. Call {@link #tellWatchers} after the commit.
     */
    public boolean post(Tx tx, UserId user, int number, Post post) {
        Target target = TargetTable.find(tx, user, number)
                .filter(Target::isTaking)
                .filter(this::takesDigests)
                .orElse(null);
        Optional<Long> row = target == null ? Optional.empty() : TargetTable.nextRow(tx, target);
        if (target == null || row.isEmpty()) {
            return false;
        }
        PostTable.tidy(tx, user);
        long subject = PostTable.insert(tx, user, post, now());
        OutboxTable.insert(tx, target, new OutboxTable.Row(row.get(), Matter.DIGESTS, subject, 0, now(), now(), null));
        TargetTable.settle(tx, user, number);
        return true;
    }

    /** The targets for which something is due next, soonest first. */
    List<Target> due(int limit) {
        return database.read(tx -> TargetTable.nextDue(tx, limit));
    }

    /** Takes one that is due for this node. */
    boolean claim(Target due) {
        return database.write(tx -> TargetTable.claim(tx, due, now() + CLAIM_SECONDS));
    }

    /** {@code watcher} is told after every change; it must return at once. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Has what waits looked at anew; returns at once. */
    public void tellWatchers() {
        watchers.forEach(Runnable::run);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}
