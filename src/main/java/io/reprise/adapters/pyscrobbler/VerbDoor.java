package io.reprise.adapters.pyscrobbler;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Callers;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import io.reprise.imports.JsonRow;
import io.reprise.media.MediaKind;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.rating.Scale;
import io.reprise.rating.Score;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import io.reprise.store.Database;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** pyscrobbler's verbs, for music at its own paths and for every kind at ours. */
public final class VerbDoor implements Door {
    private static final String PROTOCOL = "pyscrobbler";
    private static final double SCALE = 10;
    private static final Pattern NUMBER = Pattern.compile("[-+0-9.eE\\s]*");
    private static final int EVENTS_OTHERWISE = 10;
    private static final Parameter.Bounds EVENTS = new Parameter.Bounds(1, 1000);

    private final Callers callers;
    private final Rooms rooms;
    private final CurrentItem current;
    private final Recent recent;

    public VerbDoor(Callers callers, Rooms rooms, InstantSource clock) {
        this.callers = callers;
        this.rooms = rooms;
        this.recent = new Recent(rooms.reads());
        this.current = new CurrentItem(rooms.nowPlaying(), recent, clock);
    }

    /** What the verbs write to and read from. */
    public record Rooms(Intake intake, NowPlaying nowPlaying, Ratings ratings, Reads reads) {}

    /** What they read. */
    public record Reads(Database database, ScrobbleLog log) {}

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        verbs(routes, "/music");
        verbs(routes, "/api/kinds/{kind}");
    }

    private void verbs(JavalinDefaultRoutingApi routes, String path) {
        routes.post(path + "/scrob", this::scrob);
        routes.post(path + "/rate", this::rate);
        routes.post(path + "/tag", this::tag);
        routes.post(path + "/note", this::note);
        routes.post(path + "/undo", this::undo);
        routes.delete(path + "/undo", this::undo);
        routes.get(path, this::history);
    }

    private static MediaKind kind(Context context) {
        String word = context.pathParamMap().getOrDefault("kind", "song");
        return MediaKind.ofWord(word)
                .orElseThrow(() -> Problem.notFound("There is no such kind of media.")
                        .expected("song, episode, film, article, book, picture, podcast or video")
                        .got(word)
                        .where("path")
                        .raised());
    }

    private void scrob(Context context) {
        UserId user = callers.require(context).id();
        MediaKind kind = kind(context);
        Submission submission = submission(context, kind);
        Origin origin = origin(context);
        Receipt receipt =
                rooms.intake().accept(user, origin, List.of(submission)).getFirst();
        Map<String, Object> answer = new LinkedHashMap<>();
        switch (receipt) {
            case Receipt.Stored(long number) -> answer.put("number", number);
            case Receipt.Known(long number) -> answer.put("number", number);
            case Receipt.Refused(String reason) -> throw wrong(reason);
        }
        if (submission.told().verb() == Verb.START || submission.told().verb() == Verb.PROGRESS) {
            rooms.nowPlaying().set(user, origin, submission);
        } else {
            rooms.nowPlaying().clear(user, origin);
        }
        answer.put("status", receipt instanceof Receipt.Stored ? "stored" : "known");
        answer.put("kind", kind.word());
        context.status(201).json(answer);
    }

    private static Origin origin(Context context) {
        String agent = context.header("User-Agent");
        return new Origin(PROTOCOL, agent == null ? "" : agent.strip().split("[/\\s]", 2)[0], "");
    }

    private static Submission submission(Context context, MediaKind kind) {
        try {
            return Submission.read(new ScrobFormat(kind), context.bodyAsBytes());
        } catch (Unreadable e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException wrong(String reason) {
        return Problem.badRequest("The scrob cannot be taken, so nothing was stored: " + reason)
                .where("body")
                .raised();
    }

    private void rate(Context context) {
        UserId user = callers.require(context).id();
        MediaKind kind = kind(context);
        Opinion opinion = read(context, row -> {
            String told = row.text("rating");
            if (told != null && !NUMBER.matcher(told).matches()) {
                return new Opinion.Rate(Scale.TENTHS.read(told));
            }
            Double rating = row.number("rating");
            Double most = row.number("scale");
            Double least = row.number("least");
            if (rating == null) {
                throw new Unreadable("rating: expected a number or one such as 4.5/5, got nothing");
            }
            return new Opinion.Rate(
                    most == null && least == null
                            ? Scale.TENTHS.score(rating)
                            : Score.of(rating, least == null ? 0 : least, most == null ? SCALE : most));
        });
        give(context, user, kind, opinion);
    }

    private void tag(Context context) {
        UserId user = callers.require(context).id();
        MediaKind kind = kind(context);
        give(context, user, kind, read(context, row -> new Opinion.Tag(row.needText("tag"))));
    }

    private void note(Context context) {
        UserId user = callers.require(context).id();
        MediaKind kind = kind(context);
        give(context, user, kind, read(context, row -> new Opinion.Note(row.needText("note"))));
    }

    private void give(Context context, UserId user, MediaKind kind, Opinion opinion) {
        Rated about = current.find(user, kind);
        RatingEvent event = rooms.ratings().give(user, about, opinion);
        context.status(201).json(EventJson.of(event));
    }

    private interface Reading {
        Opinion read(JsonRow row) throws Unreadable;
    }

    private static Opinion read(Context context, Reading reading) {
        try {
            return reading.read(JsonRow.of(context.bodyAsBytes()));
        } catch (Unreadable | IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .where("body")
                    .raised();
        }
    }

    private void undo(Context context) {
        UserId user = callers.require(context).id();
        MediaKind kind = kind(context);
        RatingEvent undone = rooms.ratings()
                .undoLast(user, event -> event.about().kind() == kind)
                .orElseThrow(() -> Problem.of(409, "There is no rate, tag or note that could be undone.")
                        .raised());
        context.json(EventJson.of(undone));
    }

    private void history(Context context) {
        UserId user = callers.require(context).id();
        MediaKind kind = kind(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", EVENTS_OTHERWISE, EVENTS));
        String type = Parameter.text(context, "type_");
        @Nullable String itemId = Parameter.text(context, "item_id");
        var asked = new Recent.Ask(user, kind, limit, itemId);
        context.json(
                switch (type == null ? "all" : type) {
                    case "scrob" -> EventJson.scrobs(recent.scrobbles(asked));
                    case "rate", "tag", "note" -> EventJson.events(events(asked, type), limit);
                    case "all" -> EventJson.all(EventJson.scrobs(recent.scrobbles(asked)), events(asked, null), limit);
                    default ->
                        throw Problem.badRequest("There is no such type of event.")
                                .expected("scrob, rate, tag, note or all")
                                .got(type)
                                .where("query parameter type_")
                                .raised();
                });
    }

    /** Ratings and tags that hold; those of one item only where the question names it. */
    private List<RatingEvent> events(Recent.Ask ask, @Nullable String type) {
        @Nullable Long itemKey = ask.itemId() == null ? null : (Long) recent.itemKey(ask);
        return rooms.ratings().before(ask.user(), Long.MAX_VALUE, Ratings.EVENTS_MAX).stream()
                .filter(event -> event.about().kind() == ask.kind() && !event.undone())
                .filter(event -> !(event.opinion() instanceof Opinion.Undo))
                .filter(event -> type == null || event.opinion().word().equals(type))
                .filter(event -> itemKey == null || event.about().itemKey() == itemKey)
                .toList();
    }
}
