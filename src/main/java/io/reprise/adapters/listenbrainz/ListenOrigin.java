package io.reprise.adapters.listenbrainz;

import io.reprise.scrobble.Origin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who reported a listen: the program that submits it, else the player, else what the request's User-Agent names.
 * Versions are left out, so that a client stays the same one over its updates.
 */
final class ListenOrigin {
    static final String PROTOCOL = "listenbrainz";

    private ListenOrigin() {}

    static Origin of(JsonNode listen, @Nullable String userAgent, String account) {
        JsonNode info = listen.path("track_metadata").path("additional_info");
        String client = text(info.path("submission_client"));
        if (client.isEmpty()) {
            client = text(info.path("media_player"));
        }
        if (client.isEmpty()) {
            client = product(userAgent);
        }
        return new Origin(PROTOCOL, client, account);
    }

    private static String text(JsonNode told) {
        return told.isString() ? told.stringValue().strip() : "";
    }

    private static String product(@Nullable String userAgent) {
        return userAgent == null ? "" : userAgent.strip().split("[/\\s]", 2)[0];
    }
}
