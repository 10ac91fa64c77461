package io.reprise.play;

import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.catalog.Finder;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.LedgerCopy;
import io.reprise.catalog.SubjectKind;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of scrobbles that are not stored which of them would be one play with what another origin told. Asks the rules
 * themselves, and only reads. Used by one thread at a time.
 */
public final class Foresight {
    private final ScrobbleLog log;
    private final Ledger ledger;
    private final ZoneHistory zones;

    Foresight(ScrobbleLog log, Ledger ledger, ZoneHistory zones) {
        this.log = log;
        this.ledger = ledger;
        this.zones = zones;
    }

    /** A scrobble that would come, by its number below zero, the stored one it would be the same as, and why. */
    public record Foreseen(long coming, long stored, Likeness likeness) {}

    /** What would be folded, in the order of what comes; their numbers are below zero. */
    public List<Foreseen> foresee(Tx tx, UserId user, List<Fresh> coming) throws SQLException {
        Map<Long, Integer> items = LedgerCopy.numbers(
                tx, user, SubjectKind.ITEM, coming.stream().map(Fresh::itemKey).toList());
        List<Telling> tellings = new ArrayList<>();
        for (Fresh fresh : coming) {
            Integer item = items.get(fresh.itemKey());
            if (item != null) {
                int day = Aggregator.day(fresh.scrobble(), zones);
                tellings.add(Telling.of(fresh, new Finder.Found(item, 0), day));
            }
        }
        List<Foreseen> foreseen = new ArrayList<>();
        if (!tellings.isEmpty()) {
            boolean coarse =
                    PlayHeadTable.isCoarse(tx, user) || tellings.stream().anyMatch(one -> !one.hasTime());
            for (List<Telling> group : new Neighbourhood(tx, user, log, coarse).of(tellings)) {
                foreseen.addAll(folded(tx, user, group));
            }
        }
        foreseen.sort(Comparator.comparingLong(Foreseen::coming).reversed());
        return foreseen;
    }

    private List<Foreseen> folded(Tx tx, UserId user, List<Telling> group) throws SQLException {
        Map<Long, Telling> byNumber = new HashMap<>();
        group.forEach(telling -> byNumber.put(telling.number(), telling));
        OpenBooks books = new OpenBooks(tx, user, log, ledger);
        Verdicts.Decided decided = books.decided(byNumber.keySet(), books.rule());
        List<Foreseen> foreseen = new ArrayList<>();
        for (Play play : Verdicts.judge(group, decided).values()) {
            Long stands = play.partOf();
            if (play.reason() == Reason.DUPLICATE && stands != null && (play.number() < 0) != (stands < 0)) {
                Telling one = byNumber.get(play.number());
                Telling other = byNumber.get(stands);
                if (one != null && other != null) {
                    foreseen.add(new Foreseen(
                            Math.min(play.number(), stands),
                            Math.max(play.number(), stands),
                            decided.rule().likeness(Candidate.ofPlayed(one), Candidate.ofPlayed(other))));
                }
            }
        }
        return foreseen;
    }
}
