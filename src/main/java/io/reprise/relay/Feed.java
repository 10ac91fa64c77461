package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.job.EndedJobs;
import io.reprise.play.CountedPlays;
import io.reprise.play.Play;
import io.reprise.play.Plays;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What happened, for other programs: the plays that count, ratings, ends of jobs, read from the books from any place
 * on. A play that ceases to count later is not taken back here. Thread-safe.
 */
public final class Feed implements AutoCloseable {
    public static final int EVENTS_MAX = 500;
    private static final int WATCHES_MAX = 20;

    private final Database database;
    private final Books books;
    private final Map<UserId, List<Runnable>> watchers = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public Feed(Database database, ScrobbleLog log) {
        this.database = database;
        this.books = new Books(log);
    }

    /** An event, and the place after it. */
    public record Noted(Event event, Place place) {}

    /** A part of the feed; {@code more} says that the books go on after {@code end}. */
    public record Page(List<Noted> events, Place end, boolean more) {}

    /** The place after all that has been read as plays by now. */
    public Place latest(UserId user) {
        return database.read(tx ->
                new Place(CountedPlays.version(tx, user).derived(), Ratings.last(tx, user), EndedJobs.last(tx, user)));
    }

    /** What follows a place, at most so many events, in the order in which it became known. */
    public Page after(UserId user, Place place, int limit) {
        if (limit < 1 || limit > EVENTS_MAX) {
            throw new IllegalArgumentException("a page has 1 to " + EVENTS_MAX + " events, not " + limit);
        }
        return database.read(tx -> page(tx, user, place, limit));
    }

    private Page page(Tx tx, UserId user, Place place, int limit) throws SQLException {
        List<ScrobbleLog.Entry> entries = books.readable(tx, user, place.plays(), limit);
        Deque<Event> plays = new ArrayDeque<>(plays(tx, user, entries));
        Deque<Event> ratings = new ArrayDeque<>();
        for (RatingEvent event : Ratings.after(tx, user, place.ratings(), limit)) {
            ratings.add(books.rating(tx, user, event));
        }
        Deque<Event> jobs = new ArrayDeque<>();
        EndedJobs.after(tx, user, place.jobs(), limit).forEach(ended -> jobs.add(Event.JobEnded.of(ended)));
        boolean isFull = entries.size() == limit || ratings.size() == limit || jobs.size() == limit;
        List<Noted> events = new ArrayList<>();
        Place at = place;
        while (events.size() < limit) {
            Optional<Deque<Event>> next = soonest(plays, ratings, jobs);
            if (next.isEmpty()) {
                break;
            }
            Event event = next.get().removeFirst();
            at = moved(at, event);
            events.add(new Noted(event, at));
        }
        boolean isEmpty = plays.isEmpty() && ratings.isEmpty() && jobs.isEmpty();
        long read =
                entries.isEmpty() ? at.plays() : entries.getLast().scrobble().number();
        Place end = plays.isEmpty() ? new Place(read, at.ratings(), at.jobs()) : at;
        return new Page(events, end, isFull || !isEmpty);
    }

    private static List<Event> plays(Tx tx, UserId user, List<ScrobbleLog.Entry> entries, Map<Integer, Origin> origins)
            throws SQLException {
        Map<Long, Play> plays =
                Plays.of(tx, entries.stream().map(ScrobbleLog.Entry::scrobble).toList());
        List<Event> events = new ArrayList<>();
        for (ScrobbleLog.Entry entry : entries) {
            Play play = plays.get(entry.scrobble().number());
            if (play != null
                    && play.isCounted()
                    && entry instanceof ScrobbleLog.Entry.Read(Fresh fresh, byte[] payload)) {
                events.add(Books.event(fresh, play, origins));
            }
        }
        return events;
    }

    private List<Event> plays(Tx tx, UserId user, List<ScrobbleLog.Entry> entries) throws SQLException {
        return entries.isEmpty()
                ? List.of()
                : plays(tx, user, entries, books.log().origins(tx, user));
    }

    @SafeVarargs
    private static Optional<Deque<Event>> soonest(Deque<Event>... books) {
        Deque<Event> soonest = null;
        for (Deque<Event> book : books) {
            boolean isSooner = !book.isEmpty()
                    && (soonest == null
                            || book.getFirst().at() < soonest.getFirst().at());
            soonest = isSooner ? book : soonest;
        }
        return Optional.ofNullable(soonest);
    }

    private static Place moved(Place at, Event event) {
        return switch (event) {
            case Event.Play play -> new Place(play.scrobble().number(), at.ratings(), at.jobs());
            case Event.Rating rating -> new Place(at.plays(), rating.event().number(), at.jobs());
            case Event.JobEnded ended -> new Place(at.plays(), at.ratings(), ended.number());
            case Event.NowPlaying playing -> at;
            case Event.Digest digest -> at;
            case Event.Test test -> at;
        };
    }

    /** A subscription; closing it ends it. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Calls {@code ring} whenever a book of this user has grown; it must return at once. Empty where too many watch.
     */
    public Optional<Watch> watch(UserId user, Runnable ring) {
        List<Runnable> ofUser = watchers.computeIfAbsent(user, any -> new CopyOnWriteArrayList<>());
        if (ofUser.size() >= WATCHES_MAX) {
            return Optional.empty();
        }
        Runnable own = ring::run;
        ofUser.add(own);
        return Optional.of(() -> ofUser.remove(own));
    }

    /** Whether the streams that read this are to end. */
    public boolean isClosed() {
        return closed;
    }

    /** Ends the streams that read this; called before the server stops, which waits for them. */
    @Override
    public void close() {
        closed = true;
        watchers.values().forEach(ofUser -> ofUser.forEach(Runnable::run));
    }

    /** A book of this user has grown. Returns at once. */
    public void ring(UserId user) {
        watchers.getOrDefault(user, List.of()).forEach(Runnable::run);
    }
}
