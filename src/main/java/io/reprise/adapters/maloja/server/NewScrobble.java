package io.reprise.adapters.maloja.server;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.FormFields;
import io.reprise.http.Problem;
import io.reprise.media.CreditedName;
import io.reprise.media.Mention;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.StoreFailure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code newscrobble}: one scrobble, told as JSON, as a form or in the query. What was told before is a success, and
 * two songs of one second are two scrobbles. The key is not stored.
 */
final class NewScrobble {
    private static final Logger LOG = LoggerFactory.getLogger("reprise.maloja");
    private static final NewScrobbleFormat FORMAT = new NewScrobbleFormat();

    private final Keyholder keyholder;
    private final Intake intake;
    private final JsonMapper mapper;

    NewScrobble(Keyholder keyholder, Intake intake, JsonMapper mapper) {
        this.keyholder = keyholder;
        this.intake = intake;
        this.mapper = mapper;
    }

    void take(Context context) {
        ObjectNode told = told(context);
        User user = keyholder.require(context, told);
        told.remove(List.of("key", "apikey"));
        Submission submission;
        try {
            submission = Submission.read(FORMAT, mapper.writeValueAsBytes(told));
        } catch (Unreadable e) {
            throw Problem.badRequest("The scrobble cannot be read: " + e.getMessage())
                    .where("body")
                    .raised();
        }
        switch (accept(context, user, submission)) {
            case Receipt.Stored stored -> answer(context, success(submission));
            case Receipt.Known known -> answer(context, known());
            case Receipt.Refused(String reason) ->
                throw Problem.badRequest("The scrobble was not stored: " + reason)
                        .raised();
        }
    }

    private Receipt accept(Context context, User user, Submission submission) {
        String agent = context.userAgent();
        String client = agent == null ? "" : agent.strip().split("[/\\s]", 2)[0];
        boolean named = !client.equals("Mozilla") && !client.equals("node");
        Origin origin = new Origin("maloja", named ? client : "", user.name());
        try {
            return intake.accept(user.id(), origin, List.of(submission)).getFirst();
        } catch (StoreFailure e) {
            LOG.error("a scrobble of user {} could not be stored", user.id(), e);
            throw Problem.of(503, "The scrobble could not be stored just now. Send it again later.")
                    .raised();
        }
    }

    /** A JSON object as it came; a form as an object of its fields, those told often as lists. */
    private ObjectNode told(Context context) {
        byte[] body = context.bodyAsBytes();
        ObjectNode told = mapper.createObjectNode();
        FormFields fields = FormFields.of(context);
        for (String name : fields.names()) {
            List<String> values = fields.all(name);
            if (values.size() == 1) {
                told.put(name, values.getFirst());
            } else {
                values.forEach(told.withArray("/" + name.replace("~", "~0").replace("/", "~1"))::add);
            }
        }
        return looksLikeJson(context, body) ? told.setAll(object(body)) : told;
    }

    private static boolean looksLikeJson(Context context, byte[] body) {
        String type = context.contentType();
        return body.length > 0
                && (body[0] == '{'
                        || type != null
                                && type.toLowerCase(java.util.Locale.ROOT).contains("json"));
    }

    private ObjectNode object(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Problem.badRequest("The body is no JSON: " + e.getOriginalMessage())
                    .where("body")
                    .raised();
        }
        throw Problem.badRequest("The body is not one scrobble.")
                .expected("a JSON object")
                .where("body")
                .raised();
    }

    private ObjectNode success(Submission submission) {
        Mention song = submission.told().mention();
        ObjectNode body = mapper.createObjectNode().put("status", "success");
        ObjectNode track = body.putObject("track");
        var artists = track.putArray("artists");
        song.credit().names().stream().map(CreditedName::name).forEach(artists::add);
        track.put("title", song.title());
        body.put("desc", "Scrobbled " + song.title() + " by " + song.credit().text());
        body.putArray("warnings");
        return body;
    }

    private ObjectNode known() {
        String words = "The scrobble is present in the database.";
        ObjectNode body = mapper.createObjectNode().put("status", "success").put("desc", words);
        body.putObject("track");
        body.putArray("warnings")
                .addObject()
                .put("type", "scrobble_exists")
                .putNull("value")
                .put("desc", words);
        return body;
    }

    private void answer(Context context, ObjectNode body) {
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }
}
