package io.reprise.relay;

import io.reprise.account.UserId;
import io.reprise.play.Play;
import io.reprise.play.Plays;
import io.reprise.play.Reason;
import io.reprise.scrobble.Fresh;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Scrobble;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a scrobble is the first live one to tell a play that counts, so that a play is passed on once however many
 * origins tell it, and whichever of them stands for it later. No play is passed on to a party that told it itself.
 */
final class FirstTold {
    private final Tx tx;
    private final Books books;
    private final Outlet outlet;
    private final Target target;
    private @Nullable Map<Integer, Origin> origins;

    FirstTold(Tx tx, Books books, Outlet outlet, Target target) {
        this.tx = tx;
        this.books = books;
        this.outlet = outlet;
        this.target = target;
    }

    boolean is(Fresh fresh) throws SQLException {
        if (!Books.isLive(fresh.scrobble())) {
            return false;
        }
        Play play = Plays.of(tx, fresh.scrobble()).orElse(null);
        if (play == null || !tells(play)) {
            return false;
        }
        Play whole = whole(play);
        if (whole == null || !outlet.takes(Books.event(fresh, whole, origins()))) {
            return false;
        }
        List<Play> group = new ArrayList<>(Plays.parts(tx, user(), whole));
        group.add(whole);
        for (Play each : group) {
            if (isThere(each.origin())) {
                return false;
            }
        }
        Map<Long, Scrobble> earlier = earlier(group, play.number());
        return group.stream().noneMatch(each -> tells(each) && Books.isLive(earlier.get(each.number())));
    }

    private UserId user() {
        return target.user();
    }

    /** Whether it tells the whole play, and not a piece of it. */
    private static boolean tells(Play play) {
        return play.isCounted() || play.reason() == Reason.DUPLICATE;
    }

    /** The play that counts; null where none does. */
    private @Nullable Play whole(Play play) throws SQLException {
        if (play.isCounted()) {
            return play;
        }
        Long number = play.partOf();
        Scrobble scrobble = number == null
                ? null
                : books.log().rows(tx, user(), List.of(number)).get(number);
        Play whole = scrobble == null ? null : Plays.of(tx, scrobble).orElse(null);
        return whole != null && whole.isCounted() ? whole : null;
    }

    private Map<Long, Scrobble> earlier(List<Play> group, long before) throws SQLException {
        List<Long> numbers = group.stream()
                .map(Play::number)
                .filter(number -> number < before)
                .toList();
        return numbers.isEmpty() ? Map.of() : books.log().rows(tx, user(), numbers);
    }

    private boolean isThere(int origin) throws SQLException {
        Origin told = origins().get(origin);
        return told != null && outlet.isThere(told, new Outlet.Account(target.address(), target.account(), Keys.NONE));
    }

    private Map<Integer, Origin> origins() throws SQLException {
        Map<Integer, Origin> known = origins;
        if (known == null) {
            known = new HashMap<>(books.log().origins(tx, user()));
            origins = known;
        }
        return known;
    }
}
