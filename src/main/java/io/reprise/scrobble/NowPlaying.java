package io.reprise.scrobble;

import io.reprise.account.UserId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What each user's origins say is being played now: kept in memory alone, one for an origin, forgotten when the item
 * would have ended (10 minutes where its length is not told, a day at most). Told again, it is renewed. It never
 * becomes a scrobble. Thread-safe.
 */
public final class NowPlaying {
    static final int ORIGINS_MAX = 16;
    static final int WATCHES_MAX = 64;
    private static final int UNTOLD_SECONDS = 600;
    private static final int LIFE_SECONDS_MAX = 86_400;

    private final InstantSource clock;
    /** Of each user in the order in which they began. */
    private final Map<UserId, LinkedHashMap<Origin, Playing>> playing = new HashMap<>();

    private final Map<UserId, List<Consumer<List<Playing>>>> watchers = new HashMap<>();

    private final List<BiConsumer<UserId, Playing>> begins = new CopyOnWriteArrayList<>();

    public NowPlaying(InstantSource clock) {
        this.clock = clock;
    }

    /** A subscription; closing it ends it, closing it again does nothing. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** The origin plays this now, in place of what it played before. */
    public Playing set(UserId user, Origin origin, Submission submission) {
        long now = clock.instant().getEpochSecond();
        Playing fresh;
        boolean isOther;
        synchronized (this) {
            LinkedHashMap<Origin, Playing> ofUser = alive(user, now);
            Playing before = ofUser.get(origin);
            long since = before != null && before.isSameItem(submission.told()) ? before.since() : now;
            isOther = before == null || !before.isSameItem(submission.told());
            fresh = new Playing(origin, submission, since, now + life(submission.told()));
            if (since == now) {
                ofUser.remove(origin);
            }
            ofUser.put(origin, fresh);
            if (ofUser.size() > ORIGINS_MAX) {
                ofUser.pollFirstEntry();
            }
            playing.put(user, ofUser);
        }
        tell(user);
        if (isOther) {
            begins.forEach(told -> told.accept(user, fresh));
        }
        return fresh;
    }

    /** {@code told} hears whenever somebody begins to play something else; it must return at once. */
    public void whenBegun(BiConsumer<UserId, Playing> told) {
        begins.add(told);
    }

    /** What is being played, begun last comes first. */
    public synchronized List<Playing> of(UserId user) {
        return List.copyOf(
                alive(user, clock.instant().getEpochSecond()).sequencedValues().reversed());
    }

    /** The origin no longer plays; answers whether it did. */
    public boolean clear(UserId user, Origin origin) {
        boolean played;
        synchronized (this) {
            LinkedHashMap<Origin, Playing> ofUser = alive(user, clock.instant().getEpochSecond());
            played = ofUser.remove(origin) != null;
            keep(user, ofUser);
        }
        if (played) {
            tell(user);
        }
        return played;
    }

    /**
     * Hands over what is being played whenever that changes, on the thread that changes it, so the watcher returns at
     * once. What ends by itself is not told: {@link Playing#until} says when. Empty where the user is watched too often
     * already.
     */
    public synchronized Optional<Watch> watch(UserId user, Consumer<List<Playing>> watcher) {
        List<Consumer<List<Playing>>> ofUser = watchers.computeIfAbsent(user, any -> new CopyOnWriteArrayList<>());
        if (ofUser.size() >= WATCHES_MAX) {
            return Optional.empty();
        }
        Consumer<List<Playing>> own = watcher::accept;
        ofUser.add(own);
        return Optional.of(() -> unwatch(user, own));
    }

    private synchronized void unwatch(UserId user, Consumer<List<Playing>> watcher) {
        watchers.computeIfPresent(user, (same, ofUser) -> {
            ofUser.remove(watcher);
            return ofUser.isEmpty() ? null : ofUser;
        });
    }

    private void tell(UserId user) {
        List<Consumer<List<Playing>>> ofUser;
        synchronized (this) {
            ofUser = watchers.getOrDefault(user, List.of());
        }
        if (!ofUser.isEmpty()) {
            List<Playing> now = of(user);
            ofUser.forEach(watcher -> watcher.accept(now));
        }
    }

    private LinkedHashMap<Origin, Playing> alive(UserId user, long now) {
        LinkedHashMap<Origin, Playing> ofUser = playing.getOrDefault(user, new LinkedHashMap<>());
        ofUser.values().removeIf(each -> each.until() <= now);
        keep(user, ofUser);
        return ofUser;
    }

    private void keep(UserId user, LinkedHashMap<Origin, Playing> ofUser) {
        if (ofUser.isEmpty()) {
            playing.remove(user);
        }
    }

    private static int life(Told told) {
        Integer length = told.mention().length();
        return length == null ? UNTOLD_SECONDS : Math.min(length, LIFE_SECONDS_MAX);
    }
}
