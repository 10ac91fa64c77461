package io.reprise.rating;

import io.reprise.account.UserId;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.media.MediaKind;
import io.reprise.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code rating_head} and {@code rating_event}: rows are added and read, never changed. */
final class RatingTable {
    private static final int OF_A_SECOND_MAX = 1_000;

    private RatingTable() {}

    /** The next number; the user's row is locked by this until the end of the transaction. */
    static long next(Tx tx, UserId user) {
        tx.handle().createUpdate("""
                        insert into rating_head (user_id, events) values (:user, 1)
                        on conflict (user_id) do update set events = rating_head.events + 1
                        """).bind("user", user.value()).execute();
        return tx.handle()
                .createQuery("select events from rating_head where user_id = :user")
                .bind("user", user.value())
                .mapTo(Long.class)
                .one();
    }

    static Optional<String> scale(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("select scale from rating_head where user_id = :user and scale is not null")
                .bind("user", user.value())
                .mapTo(String.class)
                .findOne();
    }

    static void setScale(Tx tx, UserId user, String scale) {
        tx.handle()
                .createUpdate("""
                        insert into rating_head (user_id, events, scale) values (:user, 0, :scale)
                        on conflict (user_id) do update set scale = excluded.scale
                        """)
                .bind("user", user.value())
                .bind("scale", scale)
                .execute();
    }

    static void insert(Tx tx, UserId user, RatingEvent event) {
        Opinion opinion = event.opinion();
        Score score = opinion instanceof Opinion.Rate(var given) ? given : null;
        tx.handle()
                .createUpdate("""
                        insert into rating_event (user_id, number, at, sort, item_key, media, title, credit, external_id,
                            scrobble, position, kind, value, told, least, most, love, text, tag,
                            undoes)
                        values (:user, :number, :at, :sort, :itemKey, :media, :title, :credit, :id, :scrobble,
                            :position, :kind, :value, :told, :least, :most, :love, :text, :tag, :undoes)
                        """)
                .bind("user", user.value())
                .bind("number", event.number())
                .bind("at", event.at())
                .bind("sort", event.about().sort().code())
                .bind("itemKey", event.about().itemKey())
                .bind("media", event.about().kind().code())
                .bind("title", event.about().title())
                .bind("credit", event.about().credit())
                .bind("id", Objects.toString(event.about().id(), ""))
                .bind("scrobble", event.about().scrobble())
                .bind("position", event.about().position())
                .bind("kind", opinion.code())
                .bind("value", score == null ? null : (Integer) score.value())
                .bind("told", score == null ? null : (Double) score.told())
                .bind("least", score == null ? null : (Double) score.least())
                .bind("most", score == null ? null : (Double) score.most())
                .bind("love", Loves.score(event) == Loves.NONE ? null : (Integer) Loves.score(event))
                .bind("text", text(opinion))
                .bind("tag", opinion instanceof Opinion.Tag(var tag) ? Fold.fold(tag) : null)
                .bind("undoes", opinion instanceof Opinion.Undo(var undone) ? (Long) undone : null)
                .execute();
    }

    private static String text(Opinion opinion) {
        return switch (opinion) {
            case Opinion.Tag(var tag) -> tag;
            case Opinion.Note(var note) -> note;
            case Opinion.Rate rate -> "";
            case Opinion.Undo undo -> "";
        };
    }

    /** Those with a number below {@code before}, newest first. */
    static List<RatingEvent> before(Tx tx, UserId user, long before, int limit) {
        return tx.handle()
                .createQuery("""
                        select e.*, exists (
                            select 1 from rating_event u where u.user_id = e.user_id and u.undoes = e.number)
                            as undone
                        from rating_event e where e.user_id = :user and e.number < :before
                        order by e.number desc limit :limit
                        """)
                .bind("user", user.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Those with a number above {@code after}, oldest first. */
    static List<RatingEvent> after(Tx tx, UserId user, long after, int limit) {
        return tx.handle()
                .createQuery("""
                        select e.*, exists (
                            select 1 from rating_event u where u.user_id = e.user_id and u.undoes = e.number)
                            as undone
                        from rating_event e where e.user_id = :user and e.number > :after
                        order by e.number limit :limit
                        """)
                .bind("user", user.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Those of one second, oldest first, at most {@value #OF_A_SECOND_MAX}. */
    static List<RatingEvent> at(Tx tx, UserId user, long second) {
        return tx.handle()
                .createQuery("""
                        select e.*, false as undone from rating_event e
                        where e.user_id = :user and e.at = :at order by e.number limit :limit
                        """)
                .bind("user", user.value())
                .bind("at", second)
                .bind("limit", OF_A_SECOND_MAX)
                .map((row, context) -> read(row))
                .list();
    }

    /** Those of one second about one item, oldest first, at most {@value #OF_A_SECOND_MAX}. */
    static List<RatingEvent> at(Tx tx, UserId user, long second, long itemKey) {
        return tx.handle()
                .createQuery("""
                        select e.*, false as undone from rating_event e
                        where e.user_id = :user and e.at = :at and e.item_key = :itemKey
                        order by e.number limit :limit
                        """)
                .bind("user", user.value())
                .bind("at", second)
                .bind("itemKey", itemKey)
                .bind("limit", OF_A_SECOND_MAX)
                .map((row, context) -> read(row))
                .list();
    }

    static Optional<RatingEvent> find(Tx tx, UserId user, long number) {
        return before(tx, user, number + 1, 1).stream()
                .filter(event -> event.number() == number)
                .findFirst();
    }

    static RatingEvent read(ResultSet row) throws SQLException {
        Double position = row.getObject("position") == null ? null : (Double) row.getDouble("position");
        String id = row.getString("external_id");
        Rated about = new Rated(
                Rated.Sort.ofCode(row.getInt("sort")),
                row.getLong("item_key"),
                MediaKind.ofCode(row.getInt("media")),
                row.getString("title"),
                row.getString("credit"),
                id.isEmpty() ? null : ExternalId.parse(id),
                row.getLong("scrobble"),
                position);
        Opinion opinion = Opinion.ofCode(row.getInt("kind"), score(row), row.getString("text"), row.getLong("undoes"));
        return new RatingEvent(row.getLong("number"), row.getLong("at"), about, opinion, row.getBoolean("undone"));
    }

    private static @Nullable Score score(ResultSet row) throws SQLException {
        return row.getObject("value") == null
                ? null
                : new Score(row.getInt("value"), row.getDouble("told"), row.getDouble("least"), row.getDouble("most"));
    }
}
