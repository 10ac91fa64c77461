package io.reprise.rating;

import io.reprise.account.UserId;
import io.reprise.catalog.ItemKeys;
import io.reprise.catalog.LedgerCopy;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.catalog.ThingKeys;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.media.MediaKind;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user thinks of the things of their library, by their numbers there: what is the same goes by all its keys, so
 * that a merge brings opinions together and its undo parts them again. Thread-safe.
 */
public final class Opinions {
    /** How much of the history of one thing is looked at. */
    public static final int HISTORY_MAX = 1_000;
    /** How many tags are listed. */
    public static final int TAGS_MAX = 1_000;

    private static final String RECORDING = "mb:recording";

    private final Database database;
    private final Ratings ratings;
    private final Loves loves;

    public Opinions(Database database, Ratings ratings) {
        this.database = database;
        this.ratings = ratings;
        this.loves = new Loves(database, ratings);
    }

    /** The events themselves, and what is asked of all of them. */
    public Ratings ratings() {
        return ratings;
    }

    /** A canonical thing of the library as it is called now, and the kind of media that most of its plays are of. */
    public record Called(Thing thing, MediaKind kind, String title, String credit) {}

    /** What holds of a canonical thing, and all that was said. */
    public Held held(UserId user, Thing thing) {
        return database.read(tx -> held(tx, user, ThingKeys.of(tx, user, thing)));
    }

    private static Held held(Tx tx, UserId user, List<Long> keys) {
        return Held.of(keys.isEmpty() ? List.of() : ThingTable.about(tx, user, keys, HISTORY_MAX));
    }

    /** The love of each of these canonical items that is loved or hated. */
    public Map<Integer, Integer> loves(UserId user, Collection<Integer> items) {
        return database.read(tx -> {
            Map<Long, Integer> keys = ThingKeys.ofItems(tx, user, items);
            Map<Integer, Integer> found = new HashMap<>();
            LoveTable.held(tx, user, keys.keySet()).forEach(event -> {
                Integer item = keys.get(event.about().itemKey());
                if (item != null) {
                    found.putIfAbsent(item, Loves.score(event));
                }
            });
            return found;
        });
    }

    /** Gives a rating; love and hate are set as {@link #love} does. */
    public void rate(UserId user, Called called, Score score) {
        if (score.isLove()) {
            love(user, called, (int) Math.signum(score.told()));
            return;
        }
        say(user, called, new Opinion.Rate(score));
    }

    /** Makes {@link Loves#LOVED}, hated or none what holds; nothing where it holds already. */
    public void love(UserId user, Called called, int love) {
        database.write(tx -> {
            List<Long> keys = ThingKeys.of(tx, user, called.thing());
            loves.set(tx, user, rated(tx, user, called, keys), keys, love);
            return keys;
        });
        ratings.appended(user);
    }

    /** Gives a tag, unless it has it already. */
    public void tag(UserId user, Called called, String text) {
        Opinion.Tag tag = new Opinion.Tag(text);
        database.write(tx -> {
            List<Long> keys = ThingKeys.of(tx, user, called.thing());
            if (tagged(held(tx, user, keys), tag.text()).isEmpty()) {
                ratings.append(tx, user, rated(tx, user, called, keys), tag);
            }
            return keys;
        });
        ratings.appended(user);
    }

    /** Takes a tag back wherever the thing has it; whether it had it. */
    public boolean untag(UserId user, Thing thing, String text) {
        boolean had = database.write(tx -> {
            List<RatingEvent> given = tagged(held(tx, user, ThingKeys.of(tx, user, thing)), text);
            given.forEach(event -> ratings.append(tx, user, event.about(), new Opinion.Undo(event.number())));
            return !given.isEmpty();
        });
        ratings.appended(user);
        return had;
    }

    public void note(UserId user, Called called, String text) {
        say(user, called, new Opinion.Note(text));
    }

    /** The number of what each of these events is about, in their order; 0 where it was never played here. */
    public Map<RatingEvent, Integer> addresses(UserId user, List<RatingEvent> events) {
        return database.read(tx -> {
            Map<RatingEvent, Integer> numbers = new LinkedHashMap<>();
            for (Rated.Sort sort : Rated.Sort.values()) {
                List<Long> keys = events.stream()
                        .filter(event -> event.about().sort() == sort)
                        .map(event -> event.about().itemKey())
                        .toList();
                Map<Long, Integer> found = LedgerCopy.numbers(tx, user, sort.kind(), keys);
                events.stream()
                        .filter(event -> event.about().sort() == sort)
                        .forEach(event -> numbers.put(
                                event, found.getOrDefault(event.about().itemKey(), 0)));
            }
            Map<RatingEvent, Integer> ordered = new LinkedHashMap<>();
            events.forEach(event -> ordered.put(event, numbers.getOrDefault(event, 0)));
            return ordered;
        });
    }

    private void say(UserId user, Called called, Opinion opinion) {
        database.write(tx -> {
            List<Long> keys = ThingKeys.of(tx, user, called.thing());
            return ratings.append(tx, user, rated(tx, user, called, keys), opinion);
        });
        ratings.appended(user);
    }

    private static List<RatingEvent> tagged(Held held, String text) {
        List<RatingEvent> given = new ArrayList<>();
        for (RatingEvent event : held.history()) {
            if (!event.undone()
                    && event.opinion() instanceof Opinion.Tag(var tag)
                    && Fold.fold(tag).equals(Fold.fold(text))) {
                given.add(event);
            }
        }
        return given;
    }

    private static Rated rated(Tx tx, UserId user, Called called, List<Long> keys) throws SQLException {
        Thing thing = called.thing();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no " + thing + " in this library");
        }
        String mbid = thing.kind() == SubjectKind.ITEM
                ? ItemKeys.ids(tx, user, RECORDING, List.of(thing.number())).get(thing.number())
                : null;
        return new Rated(
                sort(thing.kind()),
                keys.getFirst(),
                called.kind(),
                called.title(),
                called.credit(),
                mbid == null ? null : new ExternalId(RECORDING, mbid),
                0,
                null);
    }

    private static Rated.Sort sort(SubjectKind kind) {
        return switch (kind) {
            case ITEM -> Rated.Sort.ITEM;
            case CREATOR -> Rated.Sort.CREATOR;
            case CONTAINER -> Rated.Sort.CONTAINER;
            case PLAY, DECISION, RUN, RULE ->
                throw new IllegalArgumentException("nobody has an opinion of a " + kind.word());
        };
    }
}
