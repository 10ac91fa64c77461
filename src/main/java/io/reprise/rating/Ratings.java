package io.reprise.rating;

import io.reprise.account.UserId;
import io.reprise.media.Fold;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import io.reprise.store.Work;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * The door of this room: gives, takes back and lists opinions, and keeps the scale that a user wants to see.
 * Thread-safe.
 */
public final class Ratings {
    public static final int EVENTS_MAX = 1000;
    /** How far back the last event of a sort is looked for. */
    private static final int LOOKED_BACK_EVENTS_MAX = 1000;

    private final Database database;
    private final InstantSource clock;
    private final Consumer<UserId> given;

    public Ratings(Database database, InstantSource clock) {
        this(database, clock, user -> {});
    }

    /** {@code given} is told the user after each commit that added an event; it must return at once. */
    public Ratings(Database database, InstantSource clock, Consumer<UserId> given) {
        this.database = database;
        this.clock = clock;
        this.given = given;
    }

    public RatingEvent give(UserId user, Rated about, Opinion opinion) {
        RatingEvent event = database.write(tx -> append(tx, user, about, opinion));
        given.accept(user);
        return event;
    }

    /**
     * Takes the last event of this sort back that still holds; empty where there is none. Answers what was taken back.
     */
    public Optional<RatingEvent> undoLast(UserId user, Predicate<RatingEvent> sort) {
        return told(user, tx -> {
            Optional<RatingEvent> last = RatingTable.before(tx, user, Long.MAX_VALUE, LOOKED_BACK_EVENTS_MAX).stream()
                    .filter(event -> holds(event) && sort.test(event))
                    .findFirst();
            last.ifPresent(event -> append(tx, user, event.about(), new Opinion.Undo(event.number())));
            return last;
        });
    }

    /** Takes this event back; empty where there is none of this number, or it does not hold any more. */
    public Optional<RatingEvent> undo(UserId user, long number) {
        return told(user, tx -> {
            Optional<RatingEvent> event = RatingTable.find(tx, user, number).filter(Ratings::holds);
            event.ifPresent(found -> append(tx, user, found.about(), new Opinion.Undo(number)));
            return event;
        });
    }

    private Optional<RatingEvent> told(UserId user, Work<Optional<RatingEvent>> step) {
        Optional<RatingEvent> undone = database.write(step);
        undone.ifPresent(event -> given.accept(user));
        return undone;
    }

    /**
     * The events with a number greater than {@code after}, in order, at most {@code limit}. Inside the caller's step.
     */
    public static List<RatingEvent> after(Tx tx, UserId user, long after, int limit) {
        return RatingTable.after(tx, user, after, limit);
    }

    /** One event of this user. Inside the caller's step. */
    public static Optional<RatingEvent> find(Tx tx, UserId user, long number) {
        return RatingTable.find(tx, user, number);
    }

    /** The number of the last event, 0 where there is none. Inside the caller's step. */
    public static long last(Tx tx, UserId user) {
        return RatingTable.before(tx, user, Long.MAX_VALUE, 1).stream()
                .mapToLong(RatingEvent::number)
                .findFirst()
                .orElse(0);
    }

    /** Events of this user were added by {@link #append}, and are stored. */
    void appended(UserId user) {
        given.accept(user);
    }

    /** At most {@code limit} events with a number below {@code before}, newest first. */
    public List<RatingEvent> before(UserId user, long before, int limit) {
        if (limit < 1 || limit > EVENTS_MAX) {
            throw new IllegalArgumentException("a list of ratings has 1 to " + EVENTS_MAX + " of them, not " + limit);
        }
        return database.read(tx -> RatingTable.before(tx, user, before, limit));
    }

    /** A tag as it was first written, and on how many things it is. */
    public record Tag(String text, long things) {}

    /** The tags that hold, those on most things first, at most {@link #EVENTS_MAX}. */
    public List<Tag> tags(UserId user) {
        return database.read(tx -> ThingTable.tags(tx, user, EVENTS_MAX));
    }

    /** What has this tag, however it is written: the last event of each, newest first. */
    public List<RatingEvent> tagged(UserId user, String tag, Loves.Page page) {
        return database.read(tx -> ThingTable.tagged(tx, user, Fold.fold(tag.strip()), page));
    }

    /** The scale that this user wants to see ratings on. */
    public Scale scale(UserId user) {
        return database.read(tx -> RatingTable.scale(tx, user))
                .flatMap(Scale::ofWord)
                .orElse(Scale.USUAL);
    }

    public void setScale(UserId user, Scale scale) {
        database.write(tx -> {
            RatingTable.setScale(tx, user, scale.word());
            return scale;
        });
    }

    /** An event that was given elsewhere, with its time; its number is given anew. Inside the caller's step. */
    public static long bring(Tx tx, UserId user, RatingEvent event) {
        RatingEvent here =
                new RatingEvent(RatingTable.next(tx, user), event.at(), event.about(), event.opinion(), false);
        RatingTable.insert(tx, user, here);
        return here.number();
    }

    /** The same, unless it is here already: same second, item and words. Inside the caller's step. */
    public static void bringOnce(Tx tx, UserId user, RatingEvent event) {
        boolean isKnown = RatingTable.at(tx, user, event.at(), event.about().itemKey()).stream()
                .anyMatch(known -> known.opinion().equals(event.opinion()));
        if (!isKnown) {
            bring(tx, user, event);
        }
    }

    /** The same event (of the same second, item and words) among those that may be it. Inside the caller's step. */
    public static OptionalLong find(Tx tx, UserId user, RatingEvent event, LongPredicate mayBe) {
        return RatingTable.at(tx, user, event.at()).stream()
                .filter(known -> known.about().itemKey() == event.about().itemKey()
                        && known.opinion().equals(event.opinion()))
                .mapToLong(RatingEvent::number)
                .filter(mayBe)
                .findFirst();
    }

    private static boolean holds(RatingEvent event) {
        return !event.undone() && !(event.opinion() instanceof Opinion.Undo);
    }

    RatingEvent append(Tx tx, UserId user, Rated about, Opinion opinion) {
        RatingEvent event =
                new RatingEvent(RatingTable.next(tx, user), clock.instant().getEpochSecond(), about, opinion, false);
        RatingTable.insert(tx, user, event);
        return event;
    }
}
