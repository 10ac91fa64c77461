package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.catalog.Ledger;
import io.reprise.http.Problem;
import io.reprise.play.Removal;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST delete-listen}: the listens of this second and MSID no longer count, from now on. That is a decision
 * which the user can take back; the log keeps what was told. A listen that is not there is a success, as it is for
 * ListenBrainz.
 */
final class DeleteRoute {
    private final Caller caller;
    private final Listens listens;
    private final Removal removal;
    private final JsonMapper mapper;

    DeleteRoute(Caller caller, Listens listens, Removal removal, JsonMapper mapper) {
        this.caller = caller;
        this.listens = listens;
        this.removal = removal;
        this.mapper = mapper;
    }

    void delete(Context context) {
        User user = caller.require(context);
        JsonNode body = RequestJson.object(mapper, context);
        long second = second(body.path("listened_at"));
        String msid = msid(body.path("recording_msid")).toString();
        Ledger.Author author = new Ledger.Author(user.name(), "deleted by a program that speaks ListenBrainz");
        for (Listens.Numbered listen : listens.at(user, second)) {
            if (listen.listen().path("recording_msid").stringValue("").equals(msid)) {
                removal.remove(user.id(), listen.number(), author);
            }
        }
        context.contentType("application/json").result("{\"status\":\"ok\"}");
    }

    private static long second(JsonNode told) {
        if (told.isMissingNode() || told.isNull()) {
            throw Problem.badRequest("Listen timestamp missing.").raised();
        }
        return RequestJson.second(told)
                .orElseThrow(() -> Problem.badRequest(RequestJson.shown(told) + ": Listen timestamp invalid.")
                        .raised());
    }

    private static UUID msid(JsonNode told) {
        if (told.isMissingNode() || told.isNull()) {
            throw Problem.badRequest("Recording MSID missing.").raised();
        }
        return Msid.parse(told.isString() ? told.stringValue() : "")
                .orElseThrow(() -> Problem.badRequest(RequestJson.shown(told) + ": Recording MSID format invalid.")
                        .raised());
    }
}
