package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.rating.Loves;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code feedback}: love (1), hate (-1) and neither (0), given to recordings by their MSID or MBID. */
final class FeedbackRoutes {
    private static final Set<String> KEYS = Set.of("recording_msid", "recording_mbid", "score");
    private static final String NEITHER =
            "JSON document must contain either recording_msid or recording_mbid, and score top level keys";

    private final Caller caller;
    private final Loves loves;
    private final Recordings recordings;
    private final JsonMapper mapper;

    FeedbackRoutes(Caller caller, Loves loves, Recordings recordings, JsonMapper mapper) {
        this.caller = caller;
        this.loves = loves;
        this.recordings = recordings;
        this.mapper = mapper;
    }

    /** {@code POST feedback/recording-feedback}. */
    void give(Context context) {
        User user = caller.require(context);
        JsonNode body = RequestJson.object(mapper, context);
        if (!body.has("score")) {
            throw Problem.badRequest(NEITHER).where("score").raised();
        }
        RecordingIds ids = RecordingIds.read(body, NEITHER);
        if (!KEYS.containsAll(body.propertyNames())) {
            throw Problem.badRequest("JSON document may only contain recording_msid, recording_mbid and score top level"
                            + " keys")
                    .where("body")
                    .raised();
        }
        int score = score(body.path("score"));
        Rated about = ids.about(user, recordings);
        switch (score) {
            case Loves.LOVED -> loves.love(user.id(), about);
            case Loves.HATED -> loves.hate(user.id(), about);
            default -> clear(user, ids, about);
        }
        RequestJson.ok(context);
    }

    /** Takes it back wherever it was given to a song of this id. */
    private void clear(User user, RecordingIds ids, Rated about) {
        loves.clear(user.id(), about);
        String mbid = ids.mbid();
        if (mbid != null) {
            Map<Long, RatingEvent> given = loves.of(user.id(), recordings.allKeysOf(user, mbid));
            given.values().forEach(event -> loves.clear(user.id(), event.about()));
        }
    }

    private static int score(JsonNode told) {
        String text = told.isString() ? told.stringValue().strip() : told.toString();
        return switch (text) {
            case "1" -> Loves.LOVED;
            case "-1" -> Loves.HATED;
            case "0" -> Loves.NONE;
            default ->
                throw Problem.badRequest("Invalid JSON document submitted: score should be 1, 0 or -1, not "
                                + RequestJson.shown(text))
                        .where("score")
                        .raised();
        };
    }

    /** {@code GET feedback/user/{user}/get-feedback}. */
    void list(Context context) {
        User user = caller.requireNamed(context);
        Slice slice = Slice.read(context);
        Loves.Listed listed = loves.list(user.id(), asked(context), new Loves.Page(slice.limit(), slice.offset()));
        List<RatingEvent> events = listed.events().stream().limit(slice.count()).toList();
        answer(context, user, events, listed.total());
    }

    private static int asked(Context context) {
        String text = context.queryParam("score");
        if (text == null || text.isBlank()) {
            return Loves.NONE;
        }
        return switch (text.strip()) {
            case "1" -> Loves.LOVED;
            case "-1" -> Loves.HATED;
            case "0" -> Loves.NONE;
            default ->
                throw Problem.badRequest("Score can have a value of 1 or -1.")
                        .where("score")
                        .raised();
        };
    }

    /** {@code GET feedback/recording/{msid}/get-feedback}: what the caller gave; nobody else's is shown. */
    void ofMsid(Context context) {
        User user = caller.require(context);
        UUID msid = uuid(context, "msid");
        ofKeys(context, user, List.of(Recordings.keyOf(msid)));
    }

    /** {@code GET feedback/recording/{mbid}/get-feedback-mbid}. */
    void ofMbid(Context context) {
        User user = caller.require(context);
        ofKeys(context, user, recordings.allKeysOf(user, uuid(context, "mbid").toString()));
    }

    private void ofKeys(Context context, User user, List<Long> keys) {
        Slice slice = Slice.read(context);
        int score = asked(context);
        List<RatingEvent> events = loves.of(user.id(), keys).values().stream()
                .filter(event -> score == Loves.NONE || Loves.score(event) == score)
                .sorted(Comparator.comparingLong(RatingEvent::number).reversed())
                .toList();
        List<RatingEvent> page =
                events.stream().skip(slice.offset()).limit(slice.count()).toList();
        answer(context, user, page, events.size());
    }

    private static UUID uuid(Context context, String name) {
        String text = context.pathParam(name);
        return Msid.parse(text)
                .orElseThrow(() -> Problem.badRequest(RequestJson.shown(text) + " " + name + " format invalid.")
                        .where("path")
                        .raised());
    }

    private void answer(Context context, User user, List<RatingEvent> events, long total) {
        boolean withMetadata = "true".equalsIgnoreCase(context.queryParam("metadata"));
        Map<Long, Recordings.Known> known = recordings.known(
                user, events.stream().map(event -> event.about().itemKey()).toList());
        ObjectNode body = mapper.createObjectNode();
        ArrayNode list = body.putArray("feedback");
        for (RatingEvent event : events) {
            ObjectNode row = list.addObject();
            Recordings.Known song = known.get(event.about().itemKey());
            row.put("created", event.at());
            RecordingIds.write(row, event.about(), song);
            row.put("score", Loves.score(event));
            row.put("user_id", user.name());
            if (withMetadata) {
                RecordingIds.writeMetadata(row, event.about(), song);
            } else {
                row.putNull("track_metadata");
            }
        }
        body.put("count", events.size());
        body.put("total_count", total);
        body.put("offset", Slice.read(context).offset());
        RequestJson.answer(mapper, context, body);
    }

    /** {@code GET} and {@code POST feedback/user/{user}/get-feedback-for-recordings}; the score of others is 0. */
    void ofRecordings(Context context) {
        User user = caller.requireNamed(context);
        boolean isPost = context.method().name().equals("POST");
        JsonNode body = isPost ? RequestJson.object(mapper, context) : mapper.createObjectNode();
        List<UUID> msids = asked(context, body, "recording_msids");
        if (msids.isEmpty()) {
            msids = asked(context, body, "recordings");
        }
        List<UUID> mbids = asked(context, body, "recording_mbids");
        if (msids.isEmpty() && mbids.isEmpty()) {
            throw Problem.badRequest("No valid recording msid or recording mbid found.")
                    .raised();
        }
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode list = answer.putArray("feedback");
        for (UUID msid : msids) {
            List<Long> keys = List.of(Recordings.keyOf(msid));
            row(list, user, loves.of(user.id(), keys)).put("recording_msid", msid.toString());
        }
        for (UUID mbid : mbids) {
            List<Long> keys = recordings.allKeysOf(user, mbid.toString());
            row(list, user, loves.of(user.id(), keys)).put("recording_mbid", mbid.toString());
        }
        RequestJson.answer(mapper, context, answer);
    }

    private static ObjectNode row(ArrayNode list, User user, Map<Long, RatingEvent> given) {
        RatingEvent last = given.values().stream()
                .max(Comparator.comparingLong(RatingEvent::number))
                .orElse(null);
        ObjectNode row = list.addObject();
        row.put("created", last == null ? null : (Long) last.at());
        row.putNull("recording_mbid");
        row.putNull("recording_msid");
        row.put("score", last == null ? Loves.NONE : Loves.score(last));
        row.put("user_id", user.name());
        row.putNull("track_metadata");
        return row;
    }

    private static List<UUID> asked(Context context, JsonNode body, String name) {
        List<String> texts = new ArrayList<>();
        String listed = context.queryParam(name);
        if (listed != null) {
            texts.addAll(Arrays.asList(listed.split(",", -1)));
        }
        JsonNode told = body.path(name);
        if (told.isString()) {
            texts.addAll(Arrays.asList(told.stringValue().split(",", -1)));
        }
        for (JsonNode each : told.isArray() ? told : List.<JsonNode>of()) {
            texts.add(textOf(each));
        }
        List<UUID> ids = texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> RecordingIds.uuid(text, name))
                .toList();
        if (ids.size() > Slice.COUNT_MAX) {
            throw Problem.badRequest("At most " + Slice.COUNT_MAX + " recordings may be asked for at once.")
                    .where(name)
                    .raised();
        }
        return ids;
    }

    private static String textOf(@Nullable JsonNode node) {
        return node == null || node.isNull() ? "" : node.isString() ? node.stringValue() : node.toString();
    }
}
