package io.reprise.rating;

import io.reprise.account.UserId;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Love and hate: ratings on the scale from -1 to 1 ({@link Scale#THUMBS}). Of one item (by its key, played or not) the
 * last one holds that was not taken back; to love what is loved already changes nothing. Thread-safe.
 */
public final class Loves {
    public static final int LOVED = 1;
    public static final int HATED = -1;
    /** Neither loved nor hated; as a question: either. */
    public static final int NONE = 0;

    private static final Score LOVE = Score.of(LOVED, HATED, LOVED);
    private static final Score HATE = Score.of(HATED, HATED, LOVED);

    private final Database database;
    private final Ratings ratings;

    public Loves(Database database, Ratings ratings) {
        this.database = database;
        this.ratings = ratings;
    }

    /** Which part of a list: {@code limit} (1 to {@link Ratings#EVENTS_MAX}) after the first {@code offset}. */
    public record Page(int limit, int offset) {
        public Page {
            if (limit < 1 || limit > Ratings.EVENTS_MAX || offset < 0) {
                throw new IllegalArgumentException("a list of loves gives 1 to " + Ratings.EVENTS_MAX
                        + " after the first 0 or more, not " + limit + " after " + offset);
            }
        }
    }

    /** A part of a list, newest first, and how many there are in all. */
    public record Listed(List<RatingEvent> events, long total) {}

    /** How many items are loved and how many hated. */
    public record Counts(long loved, long hated) {}

    public void love(UserId user, Rated about) {
        give(user, about, LOVE);
    }

    public void hate(UserId user, Rated about) {
        give(user, about, HATE);
    }

    /** Takes back love and hate; nothing where there is none. */
    public void clear(UserId user, Rated about) {
        database.write(tx -> {
            takeBack(tx, user, LoveTable.held(tx, user, about.itemKey()));
            return about;
        });
        ratings.appended(user);
    }

    /** {@link #LOVED}, {@link #HATED} or {@link #NONE}. */
    public int of(UserId user, long itemKey) {
        return database.read(tx -> LoveTable.held(tx, user, itemKey)).stream()
                .findFirst()
                .map(Loves::score)
                .orElse(NONE);
    }

    /** The event that holds of each of these items, by the item's key; items without one are left out. */
    public Map<Long, RatingEvent> of(UserId user, Collection<Long> itemKeys) {
        return database.read(tx -> {
            Map<Long, RatingEvent> last = new HashMap<>();
            LoveTable.held(tx, user, Set.copyOf(itemKeys))
                    .forEach(event -> last.putIfAbsent(event.about().itemKey(), event));
            return last;
        });
    }

    /** The last event of each item that holds, newest first: the loved ones, the hated ones or ({@link #NONE}) both. */
    public Listed list(UserId user, int score, Page page) {
        return database.read(tx -> new Listed(LoveTable.list(tx, user, score, page), LoveTable.count(tx, user, score)));
    }

    public Counts counts(UserId user) {
        return database.read(tx -> new Counts(LoveTable.count(tx, user, LOVED), LoveTable.count(tx, user, HATED)));
    }

    /** What a listed event says: {@link #LOVED} or {@link #HATED}; {@link #NONE} for any other event. */
    public static int score(RatingEvent event) {
        return event.opinion() instanceof Opinion.Rate(var score) && score.isLove()
                ? (int) Math.signum(score.told())
                : NONE;
    }

    /**
     * Whether love or hate that was given elsewhere says nothing new here: it was brought before (and taken back or
     * not), the same holds, or what holds was given later. Inside the caller's step.
     */
    public static boolean isKnown(Tx tx, UserId user, RatingEvent event) {
        if (Ratings.find(tx, user, event, number -> true).isPresent()) {
            return true;
        }
        return LoveTable.held(tx, user, event.about().itemKey()).stream()
                .findFirst()
                .filter(held -> score(held) == score(event) || held.at() > event.at())
                .isPresent();
    }

    /** Love or hate that was given elsewhere, with its time, in place of what holds. Inside the caller's step. */
    public static void bring(Tx tx, UserId user, RatingEvent event) {
        for (RatingEvent held : LoveTable.held(tx, user, event.about().itemKey())) {
            Opinion undo = new Opinion.Undo(held.number());
            Ratings.bring(tx, user, new RatingEvent(0, event.at(), held.about(), undo, false));
        }
        Ratings.bring(tx, user, event);
    }

    /**
     * Makes this what holds of a thing that goes by all of these keys, where it does not hold already. Inside the
     * caller's step, after which {@link Ratings#appended} has to follow.
     */
    void set(Tx tx, UserId user, Rated about, Collection<Long> keys, int score) {
        List<RatingEvent> held = LoveTable.held(tx, user, keys);
        boolean isSaid = held.isEmpty() ? score == NONE : score(held.getFirst()) == score;
        if (!isSaid) {
            takeBack(tx, user, held);
            if (score != NONE) {
                ratings.append(tx, user, about, new Opinion.Rate(score == LOVED ? LOVE : HATE));
            }
        }
    }

    private void give(UserId user, Rated about, Score score) {
        database.write(tx -> {
            List<RatingEvent> held = LoveTable.held(tx, user, about.itemKey());
            if (held.isEmpty() || score(held.getFirst()) != Math.round(score.told())) {
                takeBack(tx, user, held);
                ratings.append(tx, user, about, new Opinion.Rate(score));
            }
            return about;
        });
        ratings.appended(user);
    }

    private void takeBack(Tx tx, UserId user, List<RatingEvent> held) {
        held.forEach(event -> ratings.append(tx, user, event.about(), new Opinion.Undo(event.number())));
    }
}
