package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.rating.Rated;
import io.reprise.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code pin}: one recording at a time that stands at the top, for a week unless told otherwise. */
final class PinRoutes {
    private static final long PINNED_SECONDS = 7 * 86_400;
    private static final long PINNED_UNTIL_MAX = 1L << 40;
    private static final int PINS_MAX = 10_000;

    private final Caller caller;
    private final Database database;
    private final Recordings recordings;
    private final InstantSource clock;
    private final JsonMapper mapper;

    PinRoutes(Caller caller, Database database, Recordings recordings, InstantSource clock, JsonMapper mapper) {
        this.caller = caller;
        this.database = database;
        this.recordings = recordings;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** {@code POST pin}: ends what was pinned before. */
    void pin(Context context) {
        User user = caller.require(context);
        JsonNode body = RequestJson.object(mapper, context);
        RecordingIds ids =
                RecordingIds.read(body, "JSON document must contain either recording_msid or recording_mbid");
        Pin told = told(ids, body);
        Pin kept = database.write(tx -> {
            if (PinTable.count(tx, user.id()) >= PINS_MAX) {
                throw Problem.badRequest("There are " + PINS_MAX + " pins already; delete one before adding another.")
                        .raised();
            }
            PinTable.end(tx, user.id(), told.createdAt());
            Pin pin = new Pin(
                    PinTable.next(tx, user.id()),
                    told.createdAt(),
                    told.pinnedUntil(),
                    told.msid(),
                    told.mbid(),
                    told.blurb());
            PinTable.insert(tx, user.id(), pin);
            return pin;
        });
        ObjectNode answer = mapper.createObjectNode();
        write(answer.putObject("pinned_recording"), user, kept);
        RequestJson.answer(mapper, context, answer);
    }

    private Pin told(RecordingIds ids, JsonNode body) {
        long now = now();
        JsonNode until = body.path("pinned_until");
        JsonNode blurb = body.path("blurb_content");
        boolean isOpen = until.isMissingNode() || until.isNull();
        OptionalLong end = isOpen ? OptionalLong.of(now + PINNED_SECONDS) : RequestJson.second(until);
        if (end.isEmpty() || end.getAsLong() > PINNED_UNTIL_MAX) {
            throw invalid("pinned_until should be epoch seconds, not " + RequestJson.shown(until));
        }
        if (!blurb.isMissingNode() && !blurb.isNull() && !blurb.isString()) {
            throw invalid("blurb_content should be text, not " + RequestJson.shown(blurb));
        }
        if (end.getAsLong() <= now) {
            throw invalid("pinned_until must be greater than now, " + now + ", not " + end.getAsLong());
        }
        try {
            return new Pin(
                    0,
                    now,
                    end.getAsLong(),
                    Objects.toString(ids.msid(), ""),
                    Objects.toString(ids.mbid(), ""),
                    blurb.isString() ? blurb.stringValue() : "");
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static RuntimeException invalid(String why) {
        return Problem.badRequest("Invalid JSON document submitted: " + why)
                .where("body")
                .raised();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** {@code POST pin/unpin}. */
    void unpin(Context context) {
        User user = caller.require(context);
        long now = now();
        int ended = database.write(tx -> PinTable.end(tx, user.id(), now));
        if (ended == 0) {
            throw Problem.notFound("Cannot find an active pinned recording for user '" + user.name() + "' to unpin")
                    .raised();
        }
        RequestJson.ok(context);
    }

    /** {@code POST pin/delete/{number}}. */
    void delete(Context context) {
        User user = caller.require(context);
        String told = context.pathParam("number");
        boolean isNumber = told.matches("\\d{1,9}");
        int deleted = isNumber ? database.write(tx -> PinTable.delete(tx, user.id(), Integer.parseInt(told))) : 0;
        if (deleted == 0) {
            throw Problem.notFound("Cannot find pin with row_id '" + RequestJson.shown(told) + "' for user '"
                            + user.name() + "'")
                    .where("path")
                    .raised();
        }
        RequestJson.ok(context);
    }

    /** {@code GET {user}/pins}. */
    void list(Context context) {
        User user = caller.requireNamed(context);
        Slice slice = Slice.read(context);
        List<Pin> pins = database.read(tx -> PinTable.list(tx, user.id(), slice));
        long total = database.read(tx -> PinTable.count(tx, user.id()));
        ObjectNode body = mapper.createObjectNode();
        write(body.putArray("pinned_recordings"), user, pins);
        body.put("total_count", total);
        page(body, user, slice, pins.size());
        RequestJson.answer(mapper, context, body);
    }

    /** {@code GET {user}/pins/following}: nobody follows anybody here. */
    void following(Context context) {
        User user = caller.requireNamed(context);
        ObjectNode body = mapper.createObjectNode();
        body.putArray("pinned_recordings");
        page(body, user, Slice.read(context), 0);
        RequestJson.answer(mapper, context, body);
    }

    private static void page(ObjectNode body, User user, Slice slice, int count) {
        body.put("count", count);
        body.put("offset", slice.offset());
        body.put("user_name", user.name());
    }

    /** {@code GET {user}/pins/current}. */
    void current(Context context) {
        User user = caller.requireNamed(context);
        long now = now();
        ObjectNode body = mapper.createObjectNode();
        List<Pin> last = database.read(tx -> PinTable.list(tx, user.id(), new Slice(1, 0)));
        if (last.isEmpty() || !last.getFirst().isActive(now)) {
            body.putNull("pinned_recording");
        } else {
            write(body.putObject("pinned_recording"), user, last.getFirst());
        }
        body.put("user_name", user.name());
        RequestJson.answer(mapper, context, body);
    }

    private void write(ArrayNode list, User user, List<Pin> pins) {
        pins.forEach(pin -> write(list.addObject(), user, pin));
    }

    private void write(ObjectNode into, User user, Pin pin) {
        into.put("row_id", pin.number());
        into.put("created", pin.createdAt());
        into.put("pinned_until", pin.pinnedUntil());
        into.put("blurb_content", pin.blurb().isEmpty() ? null : pin.blurb());
        into.put("recording_msid", pin.msid().isEmpty() ? null : pin.msid());
        into.put("recording_mbid", pin.mbid().isEmpty() ? null : pin.mbid());
        UUID msid = pin.msid().isEmpty() ? null : UUID.fromString(pin.msid());
        Rated about = new RecordingIds(msid, pin.mbid().isEmpty() ? null : pin.mbid()).about(user, recordings);
        RecordingIds.writeMetadata(
                into, about, recordings.known(user, List.of(about.itemKey())).get(about.itemKey()));
    }
}
