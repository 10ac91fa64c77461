package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.rating.Held;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinion;
import io.reprise.rating.Opinions;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.rating.Scale;
import io.reprise.rating.Score;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import io.reprise.report.Totals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code /api/items/{number}/opinion} and the same of creators and containers: what the caller thinks of a thing of the
 * library; and {@code /api/tags}: what was tagged how.
 */
final class OpinionDoor implements Door {
    private static final Parameter.Bounds ROWS = new Parameter.Bounds(1, Ratings.EVENTS_MAX);
    private static final int ROWS_OTHERWISE = 100;
    private static final List<String> SAYINGS = List.of("rating", "love", "tag", "untag", "note");

    private final Desk desk;

    OpinionDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/items/{number}/opinion", context -> show(context, Subject.ITEM));
        routes.get("/api/creators/{number}/opinion", context -> show(context, Subject.CREATOR));
        routes.get("/api/containers/{number}/opinion", context -> show(context, Subject.CONTAINER));
        routes.post("/api/items/{number}/opinion", context -> say(context, Subject.ITEM));
        routes.post("/api/creators/{number}/opinion", context -> say(context, Subject.CREATOR));
        routes.post("/api/containers/{number}/opinion", context -> say(context, Subject.CONTAINER));
        routes.get("/api/tags", this::tags);
        routes.get("/api/tags/{tag}", this::tagged);
    }

    /** A rating from 0 to 100, and as it is on the scale that the caller sees. */
    record Rating(long number, int value, String shown, double told, double least, double scale) {
        static @Nullable Rating of(Held held, Scale scale) {
            RatingEvent event = held.rating();
            Score score = held.score().orElse(null);
            return event == null || score == null
                    ? null
                    : new Rating(
                            event.number(),
                            score.value(),
                            scale.text(score),
                            score.told(),
                            score.least(),
                            score.most());
        }
    }

    /** A tag or a note, and the number by which it is undone. */
    record Said(long number, @Nullable String at, String text) {
        static Said of(RatingEvent event) {
            return new Said(
                    event.number(),
                    Desk.time(event.at()),
                    switch (event.opinion()) {
                        case Opinion.Tag(var tag) -> tag;
                        case Opinion.Note(var note) -> note;
                        case Opinion.Rate rate -> "";
                        case Opinion.Undo undo -> "";
                    });
        }
    }

    /** What holds of one thing, and everything that was said, newest first. */
    record Shape(
            String of,
            int number,
            String name,
            String credit,
            String love,
            @Nullable Rating rating,
            List<Said> tags,
            List<Said> notes,
            List<RatingDoor.Row> history) {}

    private Opinions opinions() {
        return desk.rooms().books().told().opinions();
    }

    private Opinions.Called called(Context context, UserId user, Subject subject) {
        History history = desk.history(user);
        int asked = Asked.count(context, "number");
        Standing standing =
                Standing.of(history, subject, asked).orElseThrow(() -> Asked.missing(subject.word(), asked));
        int number = standing.what().number();
        MediaKind kind = Totals.of(history, Range.ALL, Filter.NONE.with(subject, number))
                .mainKind()
                .orElse(subject == Subject.ITEM ? history.names().kind(number) : MediaKind.SONG);
        return new Opinions.Called(
                new Thing(kind(subject), number),
                kind,
                standing.what().name(),
                standing.what().credit());
    }

    private static SubjectKind kind(Subject subject) {
        return switch (subject) {
            case ITEM -> SubjectKind.ITEM;
            case CREATOR -> SubjectKind.CREATOR;
            case CONTAINER -> SubjectKind.CONTAINER;
        };
    }

    private void show(Context context, Subject subject) {
        UserId user = desk.user(context);
        answer(context, user, called(context, user, subject));
    }

    private void answer(Context context, UserId user, Opinions.Called called) {
        Held held = opinions().held(user, called.thing());
        String word = Parameter.text(context, "scale");
        Scale scale = word == null
                ? opinions().ratings().scale(user)
                : Scale.ofWord(word)
                        .orElseThrow(() -> Problem.badRequest("There is no such scale.")
                                .expected("one of " + Scale.words())
                                .got(word)
                                .where("query parameter scale")
                                .raised());
        desk.answer(
                context,
                new Shape(
                        called.thing().kind().word(),
                        called.thing().number(),
                        called.title(),
                        called.credit(),
                        love(held.love()),
                        Rating.of(held, scale),
                        held.tags().stream().map(Said::of).toList(),
                        held.notes().stream().map(Said::of).toList(),
                        held.history().stream().map(RatingDoor.Row::of).toList()));
    }

    private static String love(int love) {
        return switch (love) {
            case Loves.LOVED -> "loved";
            case Loves.HATED -> "hated";
            default -> "none";
        };
    }

    private void say(Context context, Subject subject) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        if (SAYINGS.stream().noneMatch(fields::has)) {
            throw Problem.badRequest("Nothing was said of it.")
                    .expected("one or more of " + String.join(", ", SAYINGS))
                    .where("body")
                    .raised();
        }
        Opinions.Called called = called(context, user, subject);
        // All is read before anything is written, so that a fault in one leaves nothing half said.
        Score score = fields.has("rating")
                ? RatingDoor.score(fields, opinions().ratings().scale(user))
                : null;
        Integer love = fields.has("love") ? love(fields) : null;
        Opinion.Tag tag =
                fields.has("tag") ? Asked.read("tag", null, () -> new Opinion.Tag(fields.needText("tag"))) : null;
        Opinion.Note note =
                fields.has("note") ? Asked.read("note", null, () -> new Opinion.Note(fields.needText("note"))) : null;
        String untag = fields.text("untag");
        if (score != null) {
            opinions().rate(user, called, score);
        }
        if (love != null) {
            opinions().love(user, called, love);
        }
        if (untag != null) {
            opinions().untag(user, called.thing(), untag);
        }
        if (tag != null) {
            opinions().tag(user, called, tag.text());
        }
        if (note != null) {
            opinions().note(user, called, note.text());
        }
        context.status(201);
        answer(context, user, called);
    }

    private static Integer love(Fields fields) {
        JsonNode told = fields.node().path("love");
        return switch (told.isString() ? told.stringValue().strip() : "") {
            case "love", "loved" -> Loves.LOVED;
            case "hate", "hated" -> Loves.HATED;
            case "none" -> Loves.NONE;
            default -> throw fields.refused("love", "love, hate or none");
        };
    }

    private void tags(Context context) {
        desk.answer(context, opinions().ratings().tags(desk.user(context)));
    }

    /** One thing with a tag; {@code number} is null where the library does not have it. */
    record Row(
            String of,
            @Nullable Integer number,
            String name,
            String credit,
            String kind,
            @Nullable String at) {}

    private void tagged(Context context) {
        UserId user = desk.user(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", ROWS_OTHERWISE, ROWS));
        int offset =
                Math.toIntExact(Parameter.number(context, "offset", 0, new Parameter.Bounds(0, Integer.MAX_VALUE)));
        List<RatingEvent> events =
                opinions().ratings().tagged(user, context.pathParam("tag"), new Loves.Page(limit, offset));
        List<Row> rows = new ArrayList<>();
        opinions().addresses(user, events).forEach((event, number) -> {
            Rated about = event.about();
            rows.add(new Row(
                    about.sort().word(),
                    number == 0 ? null : number,
                    about.title(),
                    about.credit(),
                    about.kind().word(),
                    Desk.time(event.at())));
        });
        desk.answer(context, rows);
    }
}
