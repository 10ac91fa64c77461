package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Cursor;
import io.reprise.http.Door;
import io.reprise.http.Paging;
import io.reprise.http.Problem;
import io.reprise.media.Mention;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.rating.Scale;
import io.reprise.rating.Score;
import io.reprise.scrobble.ScrobbleLog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/ratings}: what the caller thinks of items, given about any scrobble and taken back. */
final class RatingDoor implements Door {
    private static final Paging.Rules PAGES = new Paging.Rules("ratings", 1, 100, Ratings.EVENTS_MAX - 1);
    private static final List<String> WORDS =
            Scale.CHOICES.stream().map(Scale::word).toList();
    private final Desk desk;

    RatingDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/ratings", this::list);
        routes.post("/api/ratings", this::give);
        routes.post("/api/ratings/{number}/undo", this::undo);
        routes.get("/api/ratings/scale", this::showScale);
        routes.put("/api/ratings/scale", this::setScale);
    }

    /** The scale that ratings are shown on, and all that can be chosen. */
    record Shown(String scale, List<String> scales) {}

    /** One event; {@code rating} as it was given on its scale, {@code value} from 0 to 100. */
    record Row(
            long number,
            String type,
            @Nullable String at,
            String of,
            String kind,
            String title,
            @Nullable Long scrobble,
            @Nullable Double position,
            @Nullable Double rating,
            @Nullable Double least,
            @Nullable Double scale,
            @Nullable Integer value,
            @Nullable String tag,
            @Nullable String note,
            @Nullable Long undone,
            boolean holds) {
        static Row of(RatingEvent event) {
            Score score = event.opinion() instanceof Opinion.Rate(var given) ? given : null;
            Rated about = event.about();
            return new Row(
                    event.number(),
                    event.opinion().word(),
                    Desk.time(event.at()),
                    about.sort().word(),
                    about.kind().word(),
                    about.title(),
                    about.scrobble() == 0 ? null : (Long) about.scrobble(),
                    about.position(),
                    score == null ? null : (Double) score.told(),
                    score == null ? null : (Double) score.least(),
                    score == null ? null : (Double) score.most(),
                    score == null ? null : (Integer) score.value(),
                    event.opinion() instanceof Opinion.Tag(var tag) ? tag : null,
                    event.opinion() instanceof Opinion.Note(var note) ? note : null,
                    event.opinion() instanceof Opinion.Undo(var undone) ? (Long) undone : null,
                    !event.undone());
        }
    }

    private Ratings ratings() {
        return desk.rooms().books().told().ratings();
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        Paging paging = Paging.read(context, PAGES);
        long before = paging.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        List<RatingEvent> found = ratings().before(user, before, paging.limit() + 1);
        List<RatingEvent> page = found.subList(0, Math.min(paging.limit(), found.size()));
        if (found.size() > page.size()) {
            Pages.next(context, Cursor.of(PAGES.kind(), page.getLast().number()).text());
        }
        desk.answer(context, page.stream().map(Row::of).toList());
    }

    private void give(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        int scrobble = fields.needCount("scrobble");
        Opinion opinion = opinion(fields);
        Double position = fields.number("position");
        Mention mention = mention(user, scrobble);
        Rated about = Asked.read("position", position, () -> Rated.of(mention, scrobble, position));
        context.status(201);
        desk.answer(context, Row.of(ratings().give(user, about, opinion)));
    }

    private static Opinion opinion(Fields fields) {
        if (fields.has("tag")) {
            return Asked.read("tag", null, () -> new Opinion.Tag(fields.needText("tag")));
        }
        if (fields.has("note")) {
            return Asked.read("note", null, () -> new Opinion.Note(fields.needText("note")));
        }
        return new Opinion.Rate(score(fields, null));
    }

    /**
     * The member {@code rating}: text such as 4.5/5, or a number on {@code scale}, which is the word of a scale or the
     * most that can be given (with {@code least}, else 0); {@code usual} where no scale is told.
     */
    static Score score(Fields fields, @Nullable Scale usual) {
        if (fields.node().path("rating").isString()) {
            String text = fields.needText("rating");
            Scale scale =
                    fields.node().path("scale").isString() ? scale(fields) : usual == null ? Scale.HUNDRED : usual;
            return Asked.read("rating", text, () -> scale.read(text));
        }
        double rating = fields.needNumber("rating");
        Double least = fields.number("least");
        boolean isNamed = fields.node().path("scale").isString();
        if (isNamed || usual != null && !fields.has("scale")) {
            Scale scale = isNamed || usual == null ? scale(fields) : usual;
            return Asked.read("rating", rating, () -> scale.score(rating));
        }
        double most = fields.needNumber("scale");
        return Asked.read("rating", rating, () -> Score.of(rating, least == null ? 0 : least, most));
    }

    private static Scale scale(Fields fields) {
        return Scale.ofWord(fields.needText("scale"))
                .orElseThrow(
                        () -> fields.refused("scale", "one of " + Scale.words() + ", or the most that can be given"));
    }

    private void showScale(Context context) {
        desk.answer(context, new Shown(ratings().scale(desk.user(context)).word(), WORDS));
    }

    private void setScale(Context context) {
        UserId user = desk.user(context);
        Scale scale = scale(desk.fields(context));
        ratings().setScale(user, scale);
        desk.answer(context, new Shown(scale.word(), WORDS));
    }

    private Mention mention(UserId user, long scrobble) {
        ApiRooms.Read read = desk.rooms().books().read();
        Optional<ScrobbleLog.Entry> entry =
                read.database().read(tx -> read.log().find(tx, user, scrobble));
        if (entry.isPresent() && entry.get() instanceof ScrobbleLog.Entry.Read(var fresh, var payload)) {
            return fresh.told().mention();
        }
        throw Problem.notFound("There is no scrobble with the number " + scrobble + " here that could be rated.")
                .got(scrobble)
                .where("scrobble")
                .raised();
    }

    private void undo(Context context) {
        UserId user = desk.user(context);
        long number = Asked.number(context, "number");
        RatingEvent undone =
                ratings().undo(user, number).orElseThrow(() -> Asked.missing("rating, tag or note", number));
        desk.answer(context, Row.of(undone));
    }
}
