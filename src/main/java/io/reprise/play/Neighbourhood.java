package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.catalog.Finder;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that has to be judged together with a batch of new tellings: plays of the same items within reach in time,
 * and whatever lies within reach of those, until nothing more is found. Read from the store range by range.
 */
final class Neighbourhood {
    private static final int PROBED_PLAYS_MAX = 100;
    private static final int DAY_SECONDS = 86_400;
    /** No clock is further from UTC than this, so a local day lies within it. */
    private static final int OFFSET_SECONDS_MAX = 14 * 3_600;

    private final Tx tx;
    private final UserId user;
    private final ScrobbleLog log;
    private final boolean coarse;
    private final Map<Long, Play> stored = new HashMap<>();
    private final Map<Integer, List<Telling>> byItem = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();

    Neighbourhood(Tx tx, UserId user, ScrobbleLog log, boolean coarse) {
        this.tx = tx;
        this.user = user;
        this.log = log;
        this.coarse = coarse;
    }

    /** The tellings of each group that is to be judged as one: the new ones and what belongs to them. */
    List<List<Telling>> of(List<Telling> fresh) throws SQLException {
        fresh.forEach(this::add);
        Reach reach = new Reach();
        Collection<Telling> open = fresh;
        while (!open.isEmpty()) {
            List<Telling> found = new ArrayList<>();
            for (Reach.Range range : uncovered(reach, open)) {
                found.addAll(load(range));
            }
            found.forEach(this::add);
            open = found;
        }
        Set<Integer> undated = withUndated();
        if (!undated.isEmpty()) {
            take(PlayTable.ofItems(tx, user, undated)).forEach(this::add);
        }
        Set<Long> numbers = new HashSet<>();
        fresh.forEach(telling -> numbers.add(telling.number()));
        List<List<Telling>> groups = new ArrayList<>();
        byItem.forEach((item, tellings) ->
                groups.addAll(undated.contains(item) ? List.of(tellings) : together(tellings, numbers)));
        return groups;
    }

    /** Items of which some play has no date: whether that one counts depends on all the others, whenever they were. */
    private Set<Integer> withUndated() throws SQLException {
        Set<Integer> items = new HashSet<>();
        if (coarse) {
            byItem.forEach((item, tellings) -> {
                if (tellings.stream().anyMatch(telling -> telling.at() == Play.UNDATED)) {
                    items.add(item);
                }
            });
            PlayTable.between(tx, user, Play.UNDATED, Play.UNDATED, byItem.keySet())
                    .forEach(play -> items.add(play.item()));
        }
        return items;
    }

    /** Takes a play that is stored already as one of those to judge. */
    Telling stored(Play play) throws SQLException {
        stored.put(play.number(), play);
        return decoded(play);
    }

    /** The same of all plays of these scrobbles that were read already. */
    List<Telling> stored(List<Fresh> known) throws SQLException {
        Map<Long, Play> plays = new HashMap<>();
        for (int from = 0; from < known.size(); from += PROBED_PLAYS_MAX) {
            List<Scrobble> some = known.subList(from, Math.min(known.size(), from + PROBED_PLAYS_MAX)).stream()
                    .map(Fresh::scrobble)
                    .toList();
            PlayTable.of(tx, some).forEach(play -> plays.put(play.number(), play));
        }
        List<Telling> tellings = new ArrayList<>(known.size());
        for (Fresh fresh : known) {
            Play play = plays.get(fresh.scrobble().number());
            if (play != null && play.reason() != Reason.UNREADABLE) {
                stored.put(play.number(), play);
                tellings.add(Telling.of(fresh, new Finder.Found(play.item(), play.container()), play.day()));
            }
        }
        return tellings;
    }

    /** The row of a telling that was judged before, for comparison; absent for a new one. */
    Map<Long, Play> stored() {
        return stored;
    }

    private void add(Telling telling) {
        if (seen.add(telling.number())) {
            byItem.computeIfAbsent(telling.item(), item -> new ArrayList<>()).add(telling);
        }
    }

    private List<Reach.Range> uncovered(Reach reach, Collection<Telling> tellings) {
        List<Reach.Range> ranges = new ArrayList<>();
        for (Telling telling : tellings) {
            if (telling.at() == Play.UNDATED) {
                continue;
            }
            int idle = telling.hasTime() ? Windows.idle(telling.kind()) : DAY_SECONDS + OFFSET_SECONDS_MAX;
            ranges.addAll(reach.add(telling.at() - idle, telling.moment() + idle));
            if (coarse && telling.hasTime()) {
                long midnight = (long) telling.day() * DAY_SECONDS;
                ranges.addAll(reach.add(midnight, midnight));
            }
        }
        return ranges;
    }

    private List<Telling> load(Reach.Range range) throws SQLException {
        return take(PlayTable.between(tx, user, range.from(), range.to(), byItem.keySet()));
    }

    private List<Telling> take(List<Play> found) throws SQLException {
        List<Play> plays = found.stream()
                .filter(play -> !seen.contains(play.number()) && play.reason() != Reason.UNREADABLE)
                .toList();
        Map<Long, Scrobble> scrobbles =
                log.rows(tx, user, plays.stream().map(Play::number).toList());
        List<Telling> tellings = new ArrayList<>(plays.size());
        for (Play play : plays) {
            Scrobble scrobble = scrobbles.get(play.number());
            if (scrobble == null) {
                throw new IllegalStateException("play " + play.number() + " has no scrobble; run doctor");
            }
            stored.put(play.number(), play);
            tellings.add(scrobble.verb().isPiece() ? decoded(play) : Telling.ofPlayed(play, scrobble, kindOf(play)));
        }
        return tellings;
    }

    private MediaKind kindOf(Play play) {
        return byItem.getOrDefault(play.item(), List.of()).getFirst().kind();
    }

    /** How far a piece got stands in its payload alone. */
    private Telling decoded(Play play) throws SQLException {
        ScrobbleLog.Entry entry = log.find(tx, user, play.number()).orElseThrow();
        if (entry instanceof ScrobbleLog.Entry.Read(var fresh, var payload)) {
            return Telling.of(fresh, new Finder.Found(play.item(), play.container()), play.day());
        }
        throw new IllegalStateException(
                "the payload of scrobble " + play.number() + " was readable before and is not now; run rebuild");
    }

    /** Cuts an item's tellings where nothing can reach across, and keeps the parts that hold a new one. */
    private static List<List<Telling>> together(List<Telling> tellings, Set<Long> fresh) {
        List<Telling> inTime =
                tellings.stream().sorted(Comparator.comparingLong(Telling::at)).toList();
        List<List<Telling>> groups = new ArrayList<>();
        List<Telling> group = new ArrayList<>();
        long until = Long.MIN_VALUE;
        for (Telling telling : inTime) {
            if (!group.isEmpty() && telling.at() > until) {
                groups.add(group);
                group = new ArrayList<>();
            }
            group.add(telling);
            int idle = telling.hasTime() ? Windows.idle(telling.kind()) : DAY_SECONDS + OFFSET_SECONDS_MAX;
            until = Math.max(until, telling.moment() + idle);
        }
        groups.add(group);
        groups.removeIf(part -> part.stream().noneMatch(telling -> fresh.contains(telling.number())));
        return groups;
    }
}
