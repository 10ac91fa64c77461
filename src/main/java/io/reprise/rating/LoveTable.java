package io.reprise.rating;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.util.Collection;
import java.util.List;

/**
 * Reads the events of {@code rating_event} that are love or hate. Two indexes hold these alone; their numbers are found
 * in the index and the rows by their key, since SQLite otherwise reads all of a user's ratings.
 */
final class LoveTable {
    private static final int HELD_MAX = 5000;

    /** A love or hate {@code h} of the user that was not taken back. */
    private static final String HELD = """
            from rating_event h where h.user_id = :user and h.love is not null
                and not exists (select 1 from rating_event u where u.user_id = h.user_id and u.undoes = h.number)
            """;
    /** The same, where no later one of the item holds, between two scores. */
    private static final String LAST = HELD + """
                and h.love between :low and :high and h.sort = :sort
                and not exists (select 1 from rating_event l
                    where l.user_id = h.user_id and l.item_key = h.item_key and l.number > h.number
                    and l.love is not null
                    and not exists (select 1 from rating_event v where v.user_id = l.user_id and v.undoes = l.number))
            """;

    private static final String ROWS =
            "select e.*, false as undone from rating_event e where e.user_id = :user and e.number in (select h.number ";

    private LoveTable() {}

    /** Of one thing, newest first. */
    static List<RatingEvent> held(Tx tx, UserId user, long itemKey) {
        return held(tx, user, List.of(itemKey));
    }

    /** Of the things of these keys, newest first. */
    static List<RatingEvent> held(Tx tx, UserId user, Collection<Long> itemKeys) {
        if (itemKeys.isEmpty()) {
            return List.of();
        }
        return tx.handle()
                .createQuery(ROWS + HELD + " and h.item_key in (<keys>)) order by e.number desc limit :limit")
                .bind("user", user.value())
                .bindList("keys", List.copyOf(itemKeys))
                .bind("limit", HELD_MAX)
                .map((row, context) -> RatingTable.read(row))
                .list();
    }

    static List<RatingEvent> list(Tx tx, UserId user, int score, Loves.Page page) {
        return tx.handle()
                .createQuery(
                        ROWS + LAST + " order by h.number desc limit :limit offset :offset) order by e.number desc")
                .bind("user", user.value())
                .bind("low", low(score))
                .bind("sort", Rated.Sort.ITEM.code())
                .bind("high", high(score))
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map((row, context) -> RatingTable.read(row))
                .list();
    }

    static long count(Tx tx, UserId user, int score) {
        return tx.handle()
                .createQuery("select count(*) " + LAST)
                .bind("user", user.value())
                .bind("low", low(score))
                .bind("sort", Rated.Sort.ITEM.code())
                .bind("high", high(score))
                .mapTo(Long.class)
                .one();
    }

    private static int low(int score) {
        return score == Loves.LOVED ? Loves.LOVED : Loves.HATED;
    }

    private static int high(int score) {
        return score == Loves.HATED ? Loves.HATED : Loves.LOVED;
    }
}
