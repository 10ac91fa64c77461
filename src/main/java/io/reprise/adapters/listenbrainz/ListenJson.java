package io.reprise.adapters.listenbrainz;

import io.reprise.account.User;
import io.reprise.history.Names;
import io.reprise.scrobble.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a listen as ListenBrainz does: as it was told where it came over this protocol, else from the catalog. */
final class ListenJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ListenJson() {}

    /** A play, as far as it is not in the payload. */
    record Known(
            long at,
            long receivedAt,
            Names names,
            int item,
            int container,
            @Nullable Origin origin,
            @Nullable Long key) {}

    /** The metadata as told: what was sent, with the names stripped and without an empty release. */
    static ObjectNode told(JsonNode listen) {
        ObjectNode metadata =
                listen.path("track_metadata") instanceof ObjectNode sent ? sent.deepCopy() : NODES.objectNode();
        for (String field : new String[] {"artist_name", "track_name", "release_name"}) {
            String text = text(metadata, field);
            if (text.isEmpty()) {
                metadata.remove(field);
            } else {
                metadata.put(field, text);
            }
        }
        if (!(metadata.get("additional_info") instanceof ObjectNode)) {
            metadata.set("additional_info", NODES.objectNode());
        }
        return metadata;
    }

    /** The metadata of a play that another protocol told of. */
    static ObjectNode ofCatalog(Known play) {
        Names names = play.names();
        ObjectNode metadata = NODES.objectNode();
        metadata.put("artist_name", names.creditText(play.item()));
        metadata.put("track_name", names.title(play.item()));
        if (play.container() != 0) {
            metadata.put("release_name", names.containerTitle(play.container()));
        }
        ObjectNode info = metadata.putObject("additional_info");
        if (names.length(play.item()) > 0) {
            info.put("duration", names.length(play.item()));
        }
        if (names.creditCount(play.item()) > 0) {
            var artists = info.putArray("artist_names");
            for (int i = 0; i < names.creditCount(play.item()); i++) {
                artists.add(names.creatorName(names.creator(play.item(), i)));
            }
        }
        if (play.origin() != null && !play.origin().client().isEmpty()) {
            info.put("submission_client", play.origin().client());
        }
        return metadata;
    }

    /** A listen that happened. */
    static ObjectNode listened(User user, Known play, @Nullable JsonNode payload) {
        ObjectNode metadata = payload == null ? ofCatalog(play) : told(payload);
        if (text(metadata, "artist_name").isEmpty()) {
            metadata.put("artist_name", play.names().creditText(play.item()));
        }
        Long key = play.key();
        String msid = (key == null ? msidOf(metadata) : Msid.of(key)).toString();
        ((ObjectNode) metadata.get("additional_info")).put("recording_msid", msid);
        ObjectNode listen = NODES.objectNode();
        listen.put("inserted_at", play.receivedAt());
        listen.put("listened_at", play.at());
        listen.put("recording_msid", msid);
        listen.put("user_name", user.name());
        listen.set("track_metadata", metadata);
        return listen;
    }

    /** What is being played, told by whatever protocol: the names as told. */
    static ObjectNode playingNow(User user, ObjectNode metadata) {
        ObjectNode listen = NODES.objectNode();
        listen.put("playing_now", true);
        listen.put("user_name", user.name());
        listen.set("track_metadata", metadata);
        return listen;
    }

    /** The id of a listen as it was submitted. */
    static UUID msid(JsonNode listen) {
        return msidOf(told(listen));
    }

    private static UUID msidOf(ObjectNode metadata) {
        return Msid.of(text(metadata, "artist_name"), text(metadata, "track_name"));
    }

    private static String text(ObjectNode metadata, String field) {
        JsonNode told = metadata.path(field);
        return told.isString() || told.isNumber() ? told.asString().strip() : "";
    }
}
