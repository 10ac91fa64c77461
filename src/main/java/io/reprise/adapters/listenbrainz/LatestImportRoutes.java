package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.store.Database;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code latest-import}: where a program that imports from another service goes on the next time. */
final class LatestImportRoutes {
    private static final String SERVICE_OTHERWISE = "lastfm";
    /** A closed list, so that nobody fills the table with inventions. */
    private static final Set<String> SERVICES = Set.of(
            "lastfm",
            "librefm",
            "spotify",
            "soundcloud",
            "apple",
            "musicbrainz",
            "critiquebrainz",
            "funkwhale",
            "navidrome",
            "listenbrainz",
            "maloja",
            "deezer",
            "tidal",
            "youtube");

    private final Caller caller;
    private final Database database;
    private final JsonMapper mapper;

    LatestImportRoutes(Caller caller, Database database, JsonMapper mapper) {
        this.caller = caller;
        this.database = database;
        this.mapper = mapper;
    }

    void get(Context context) {
        String name = context.queryParam("user_name");
        User user = name == null || name.isBlank() ? caller.require(context) : caller.requireSame(context, name);
        String service = service(Objects.requireNonNullElse(context.queryParam("service"), ""));
        long at = database.read(tx -> LatestImportTable.find(tx, user.id(), service));
        ObjectNode body = mapper.createObjectNode();
        body.put("musicbrainz_id", user.name());
        body.put("latest_import", at);
        body.putNull("status");
        body.putNull("error");
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }

    void post(Context context) {
        User user = caller.require(context);
        JsonNode body = RequestJson.object(mapper, context);
        OptionalLong at = body.has("ts") ? RequestJson.second(body.path("ts")) : OptionalLong.of(0);
        if (at.isEmpty() || at.getAsLong() < 0) {
            throw Problem.badRequest("Invalid data sent").where("ts").raised();
        }
        JsonNode told = body.path("service");
        String service = service(told.isMissingNode() || told.isNull() ? "" : told.asString("none"));
        database.write(tx -> {
            LatestImportTable.moveTo(tx, user.id(), service, at.getAsLong());
            return at;
        });
        context.contentType("application/json").result("{\"status\":\"ok\"}");
    }

    private static String service(String told) {
        String service = told.isBlank() ? SERVICE_OTHERWISE : told.strip();
        if (!SERVICES.contains(service)) {
            throw Problem.badRequest("Invalid data sent").where("service").raised();
        }
        return service;
    }
}
