package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.MultiInsert;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One step of the aggregator: judges a batch, stores its plays and what changes in those before it. */
final class Step {
    private final Tx tx;
    private final UserId user;
    private final ScrobbleLog log;
    private final Ledger ledger;
    private final DailyTable.Changes daily = new DailyTable.Changes();

    Step(Tx tx, UserId user, ScrobbleLog log, Ledger ledger) {
        this.tx = tx;
        this.user = user;
        this.log = log;
        this.ledger = ledger;
    }

    void derive(List<Telling> tellings, PlayHeadTable.Head head) throws SQLException {
        head.coarse |= tellings.stream().anyMatch(telling -> !telling.hasTime());
        if (standAlone(tellings)) {
            store(tellings.stream()
                    .map(telling -> telling.judged(Reason.COUNTED, null))
                    .toList());
        } else {
            judge(tellings, new Neighbourhood(tx, user, log, head.coarse), head);
        }
        daily.store(tx, user);
    }

    /** Judges a stored play and what belongs to it once more. */
    void judgeAgain(Scrobble scrobble, PlayHeadTable.Head head) throws SQLException {
        long at = scrobble.at() == null ? Play.UNDATED : scrobble.at();
        for (Play play : PlayTable.at(tx, user, at, scrobble.number())) {
            Neighbourhood neighbourhood = new Neighbourhood(tx, user, log, head.coarse);
            judge(List.of(neighbourhood.stored(play)), neighbourhood, head);
        }
        daily.store(tx, user);
    }

    /** Judges these stored plays and what belongs to them once more. */
    void judgeAgain(List<Fresh> known, PlayHeadTable.Head head) throws SQLException {
        Neighbourhood neighbourhood = new Neighbourhood(tx, user, log, head.coarse);
        List<Telling> tellings = neighbourhood.stored(known);
        if (!tellings.isEmpty()) {
            judge(tellings, neighbourhood, head);
        }
        daily.store(tx, user);
    }

    /** Plain plays of the user's only origin, with nothing decided about any play: all of them count. */
    private boolean standAlone(List<Telling> tellings) throws SQLException {
        return tellings.stream().noneMatch(telling -> telling.verb().isPiece())
                && log.origins(tx, user).size() <= 1
                && ledger.verdicts(tx, user, numbers(tellings)).isEmpty()
                && ledger.retracted(tx, user).isEmpty();
    }

    private static List<Long> numbers(List<Telling> tellings) {
        return tellings.stream().map(Telling::number).toList();
    }

    private void judge(List<Telling> tellings, Neighbourhood neighbourhood, PlayHeadTable.Head head)
            throws SQLException {
        List<List<Telling>> groups = neighbourhood.of(tellings);
        List<Long> all =
                groups.stream().flatMap(List::stream).map(Telling::number).toList();
        OpenBooks books = new OpenBooks(tx, user, log, ledger);
        Verdicts.Decided decided = books.decided(all, books.rule());
        List<Play> fresh = new ArrayList<>();
        for (List<Telling> group : groups) {
            for (Play play : Verdicts.judge(group, decided).values()) {
                Play before = neighbourhood.stored().get(play.number());
                if (before == null) {
                    fresh.add(play);
                } else if (!before.equals(play)) {
                    change(before, play, head);
                }
            }
        }
        fresh.sort(Comparator.comparingLong(Play::number));
        store(fresh);
    }

    private void store(List<Play> plays) throws SQLException {
        MultiInsert insert = PlayTable.insert(tx);
        for (Play play : plays) {
            PlayTable.row(insert, user, play);
            daily.add(play);
        }
        insert.flush();
    }

    private void change(Play before, Play play, PlayHeadTable.Head head) throws SQLException {
        PlayTable.update(tx, user, play);
        daily.remove(before);
        daily.add(play);
        head.epoch++;
    }

    void keepUnreadable(List<Scrobble> scrobbles) throws SQLException {
        MultiInsert insert = PlayTable.insert(tx);
        for (Scrobble scrobble : scrobbles) {
            long at = scrobble.at() == null ? Play.UNDATED : scrobble.at();
            PlayTable.row(
                    insert,
                    user,
                    new Play(
                            scrobble.number(),
                            at,
                            0,
                            0,
                            null,
                            Play.NO_DAY,
                            scrobble.origin(),
                            scrobble.precision(),
                            Reason.UNREADABLE,
                            null));
        }
        insert.flush();
    }
}
