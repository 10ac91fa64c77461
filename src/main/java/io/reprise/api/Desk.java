package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.history.History;
import io.reprise.http.Json;
import io.reprise.play.CountedPlays;
import io.reprise.report.Period;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Where every request of the API is taken in and answered: who asks, their history, JSON in and out. Thread-safe. */
final class Desk {
    private final ApiRooms rooms;
    private final JsonMapper mapper;

    Desk(ApiRooms rooms, JsonMapper mapper) {
        this.rooms = rooms;
        this.mapper = mapper.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    ApiRooms rooms() {
        return rooms;
    }

    JsonMapper mapper() {
        return mapper;
    }

    /** The caller, or a problem 401. */
    User caller(Context context) {
        return rooms.people().callers().require(context);
    }

    UserId user(Context context) {
        return caller(context).id();
    }

    /** The caller's history. */
    History history(Context context) {
        return history(user(context));
    }

    /** A history with everything in it that was taken in before the call. */
    History history(UserId user) {
        readWhatIsNew(user);
        return rooms.books().read().histories().of(user);
    }

    /** Reads as plays what was told since the last reading; two indexed reads where nothing was. */
    void readWhatIsNew(UserId user) {
        ApiRooms.Read read = rooms.books().read();
        boolean behind = read.database()
                .read(tx ->
                        CountedPlays.version(tx, user).derived() < read.log().last(tx, user));
        if (behind) {
            read.aggregator().catchUp(user);
        }
    }

    long now() {
        return rooms.clock().instant().getEpochSecond();
    }

    /** The local day of the one whose history this is. */
    LocalDate today(History history) {
        return LocalDate.ofEpochDay(history.zones().dayAt(now()));
    }

    /** What "this week" means at this moment to the one whose history this is. */
    Period.Now clock(History history) {
        return new Period.Now(today(history), history.weekStart());
    }

    /** The body as one JSON object. */
    Fields fields(Context context) {
        return Fields.of(body(context));
    }

    JsonNode body(Context context) {
        return Json.body(mapper, context.bodyAsBytes());
    }

    void answer(Context context, Object shape) {
        context.contentType("application/json").result(mapper.writeValueAsBytes(shape));
    }

    /** RFC 3339 in UTC; null for null. */
    static @Nullable String time(@Nullable Long epochSecond) {
        return epochSecond == null ? null : Instant.ofEpochSecond(epochSecond).toString();
    }
}
