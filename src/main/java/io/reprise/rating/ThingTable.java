package io.reprise.rating;

import io.reprise.account.UserId;
import io.reprise.store.Tx;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the events of {@code rating_event} by what they are about, and by tag. */
final class ThingTable {
    private static final int TAGGED_MAX = 100_000;
    private static final String HOLDS =
            " and not exists (select 1 from rating_event u where u.user_id = h.user_id and u.undoes = h.number)";

    private ThingTable() {}

    /** Those about the things of these keys, newest first. */
    static List<RatingEvent> about(Tx tx, UserId user, Collection<Long> keys, int limit) {
        return tx.handle()
                .createQuery("""
                        select e.*, exists (
                            select 1 from rating_event u where u.user_id = e.user_id and u.undoes = e.number)
                            as undone
                        from rating_event e where e.user_id = :user and e.item_key in (<keys>)
                        order by e.number desc limit :limit
                        """)
                .bind("user", user.value())
                .bindList("keys", List.copyOf(keys))
                .bind("limit", limit)
                .map((row, context) -> RatingTable.read(row))
                .list();
    }

    /** The last event that holds of each thing with this folded tag, newest first. */
    static List<RatingEvent> tagged(Tx tx, UserId user, String tag, Loves.Page page) {
        Map<Long, Long> last = new HashMap<>();
        tx.handle()
                .createQuery("select h.item_key, h.number from rating_event h"
                        + " where h.user_id = :user and h.tag = :tag" + HOLDS
                        + " order by h.item_key, h.number limit :limit")
                .bind("user", user.value())
                .bind("tag", tag)
                .bind("limit", TAGGED_MAX)
                .map((row, context) -> new long[] {row.getLong("item_key"), row.getLong("number")})
                .list()
                .forEach(one -> last.put(one[0], one[1]));
        List<Long> numbers = last.values().stream()
                .sorted(Comparator.reverseOrder())
                .skip(page.offset())
                .limit(page.limit())
                .toList();
        return numbers.isEmpty() ? List.of() : numbered(tx, user, numbers);
    }

    private static List<RatingEvent> numbered(Tx tx, UserId user, List<Long> numbers) {
        return tx.handle()
                .createQuery("select e.*, false as undone from rating_event e"
                        + " where e.user_id = :user and e.number in (<numbers>) order by e.number desc")
                .bind("user", user.value())
                .bindList("numbers", numbers)
                .map((row, context) -> RatingTable.read(row))
                .list();
    }

    /** The tags that hold, those on most things first. */
    static List<Ratings.Tag> tags(Tx tx, UserId user, int limit) {
        List<Given> given = tx.handle()
                .createQuery("select h.tag, h.item_key, h.text from rating_event h"
                        + " where h.user_id = :user and h.tag is not null" + HOLDS
                        + " order by h.tag, h.item_key, h.number limit :limit")
                .bind("user", user.value())
                .bind("limit", TAGGED_MAX)
                .map((row, context) -> new Given(row.getString("tag"), row.getLong("item_key"), row.getString("text")))
                .list();
        Map<String, Set<Long>> things = new LinkedHashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Given one : given) {
            things.computeIfAbsent(one.tag(), any -> new HashSet<>()).add(one.itemKey());
            texts.putIfAbsent(one.tag(), one.text());
        }
        return things.entrySet().stream()
                .map(tag -> new Ratings.Tag(
                        texts.getOrDefault(tag.getKey(), tag.getKey()),
                        tag.getValue().size()))
                .sorted(Comparator.comparingLong(Ratings.Tag::things).reversed())
                .limit(limit)
                .toList();
    }

    /** A tag as folded and as written, on one thing. */
    private record Given(String tag, long itemKey, String text) {}
}
