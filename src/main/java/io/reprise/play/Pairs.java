package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.catalog.Finder;
import io.reprise.catalog.Ledger;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pairs of plays that were folded across origins, with the reason for each. Reads only; thread-safe. */
public final class Pairs {
    /** How many pairs one call gives at most. */
    public static final int PAIRS_MAX = 100;

    private static final int ANY_ORIGIN = 0;
    private final Database database;
    private final ScrobbleLog log;
    private final Ledger ledger;

    Pairs(Database database, ScrobbleLog log, Ledger ledger) {
        this.database = database;
        this.log = log;
        this.ledger = ledger;
    }

    /** A play that does not count, the one of another origin that stands for it, and why they are the same. */
    public record Pair(Play folded, Play stands, Likeness likeness) {}

    /** Where a page begins: after the pair whose folded play has this time and number. */
    public record After(long at, long number) {
        public static final After NEWEST = new After(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * The pairs from the latest back, those whose folded play one origin told where that is given; at most
     * {@code limit}.
     */
    public List<Pair> latest(UserId user, OptionalInt origin, Window window) {
        return database.read(tx -> latest(tx, user, origin, window));
    }

    /** Every source of this user, by its number. */
    public Map<Integer, Origin> origins(UserId user) {
        return database.read(tx -> log.origins(tx, user));
    }

    private List<Pair> latest(Tx tx, UserId user, OptionalInt origin, Window window) throws SQLException {
        List<Play> folded = PlayTable.duplicates(tx, user, origin.orElse(ANY_ORIGIN), window);
        TreeSet<Long> numbers = new TreeSet<>();
        for (Play play : folded) {
            numbers.add(play.number());
            Optional.ofNullable(play.partOf()).ifPresent(numbers::add);
        }
        Map<Long, ScrobbleLog.Entry> entries = log.numbered(tx, user, numbers);
        Duplicates rule = new OpenBooks(tx, user, log, ledger).rule();
        List<Pair> pairs = new ArrayList<>(folded.size());
        for (Play play : folded) {
            Optional<Play> stands = standing(tx, entries.get(play.partOf()));
            stands.ifPresent(one -> pairs.add(new Pair(play, one, likeness(rule, entries, new Two(play, one)))));
        }
        return pairs;
    }

    /** A page: where it begins, and how many pairs it has. */
    public record Window(After after, int limit) {
        public Window {
            if (limit < 1 || limit > PAIRS_MAX) {
                throw new IllegalArgumentException("a page has 1 to " + PAIRS_MAX + " pairs, not " + limit);
            }
        }
    }

    private static Optional<Play> standing(Tx tx, ScrobbleLog.@Nullable Entry entry) throws SQLException {
        return entry == null ? Optional.empty() : Plays.of(tx, entry.scrobble());
    }

    private record Two(Play folded, Play stands) {}

    private static Likeness likeness(Duplicates rule, Map<Long, ScrobbleLog.Entry> entries, Two two) {
        Play folded = two.folded();
        Play stands = two.stands();
        if (entries.get(folded.number()) instanceof ScrobbleLog.Entry.Read(var one, var onePayload)
                && entries.get(stands.number()) instanceof ScrobbleLog.Entry.Read(var other, var otherPayload)) {
            return rule.likeness(candidate(one, folded), candidate(other, stands));
        }
        return new Likeness("one of them cannot be read by this version", 0);
    }

    private static Candidate candidate(Fresh fresh, Play play) {
        Telling telling = Telling.of(fresh, new Finder.Found(play.item(), play.container()), play.day());
        return Candidate.ofPlayed(telling);
    }
}
