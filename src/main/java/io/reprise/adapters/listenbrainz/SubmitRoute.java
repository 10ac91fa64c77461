package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.StoreFailure;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST submit-listens}. All listens of a request are stored, each as the bytes that came, or none is: one that
 * does not pass refuses the request and is shown with the reason. What is answered with 200 is on disk.
 */
final class SubmitRoute {
    private static final Logger LOG = LoggerFactory.getLogger("reprise.listenbrainz");
    private static final ListenFormat FORMAT = new ListenFormat();

    private final Caller caller;
    private final Intake intake;
    private final NowPlaying playing;
    private final InstantSource clock;
    private final JsonMapper mapper;

    SubmitRoute(Caller caller, ListenBrainzDoor.Rooms rooms, InstantSource clock, JsonMapper mapper) {
        this.caller = caller;
        this.intake = rooms.intake();
        this.playing = rooms.playing();
        this.clock = clock;
        this.mapper = mapper;
    }

    /** A listen that passed, and who reported it. */
    private record Passed(Origin origin, Submission submission, JsonNode tree) {}

    void submit(Context context) {
        User user = caller.require(context);
        SubmitDocument document = SubmitDocument.read(context.bodyAsBytes());
        List<Passed> passed = new ArrayList<>(document.listens().size());
        for (byte[] listen : document.listens()) {
            JsonNode tree = tree(listen);
            try {
                passed.add(check(context, user, document.type(), new Cut(listen, tree)));
            } catch (InvalidListen e) {
                refuse(context, tree, e.text(), passed.size());
                return;
            }
        }
        if (document.type() == SubmitDocument.Type.PLAYING_NOW) {
            playing.set(user.id(), passed.getFirst().origin(), passed.getFirst().submission());
        } else {
            store(user, passed);
        }
        accept(context, passed);
    }

    private record Cut(byte[] bytes, JsonNode tree) {}

    private JsonNode tree(byte[] listen) {
        try {
            return mapper.readTree(listen);
        } catch (JacksonException e) {
            throw Problem.badRequest("Cannot parse JSON document: " + e.getOriginalMessage())
                    .where("body")
                    .raised();
        }
    }

    private Passed check(Context context, User user, SubmitDocument.Type type, Cut cut) throws InvalidListen {
        Origin origin = ListenOrigin.of(cut.tree(), context.userAgent(), user.name());
        try {
            if (type != SubmitDocument.Type.PLAYING_NOW) {
                ListenCheck.listened(cut.tree(), clock.instant().getEpochSecond());
                return new Passed(origin, Submission.read(FORMAT, cut.bytes()), cut.tree());
            }
            ListenCheck.playingNow(cut.tree());
            JsonNode untimed = ((ObjectNode) cut.tree().deepCopy()).without("listened_at");
            return new Passed(origin, Submission.read(FORMAT, mapper.writeValueAsBytes(untimed)), untimed);
        } catch (Unreadable e) {
            throw new InvalidListen(String.valueOf(e.getMessage()), e);
        }
    }

    /** One request may carry the listens of several clients: somebody relays them. */
    private void store(User user, List<Passed> passed) {
        Map<Origin, List<Submission>> byOrigin = new LinkedHashMap<>();
        for (Passed each : passed) {
            byOrigin.computeIfAbsent(each.origin(), none -> new ArrayList<>()).add(each.submission());
        }
        try {
            byOrigin.forEach((origin, submissions) -> demandNoneRefused(intake.accept(user.id(), origin, submissions)));
        } catch (StoreFailure e) {
            LOG.error("listens of user {} could not be stored", user.id(), e);
            throw Problem.of(503, "The listens could not be stored just now. Send them again later.")
                    .raised();
        }
    }

    private static void demandNoneRefused(List<Receipt> receipts) {
        for (Receipt receipt : receipts) {
            if (receipt instanceof Receipt.Refused refused) {
                throw Problem.badRequest(refused.reason()).where("payload").raised();
            }
        }
    }

    private void refuse(Context context, JsonNode listen, String text, int index) {
        ObjectNode body = listen.isObject() ? (ObjectNode) listen.deepCopy() : mapper.createObjectNode();
        body.put("code", 400);
        body.put("error", text);
        body.put("where", "payload[" + index + "]");
        context.status(400).contentType("application/json").result(mapper.writeValueAsBytes(body));
    }

    private void accept(Context context, List<Passed> passed) {
        ObjectNode body = mapper.createObjectNode().put("status", "ok");
        if (passed.size() == 1 && "true".equalsIgnoreCase(context.queryParam("return_msid"))) {
            body.put("recording_msid", ListenJson.msid(passed.getFirst().tree()).toString());
        }
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }
}
