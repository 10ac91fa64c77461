package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.media.ContainerMention;
import io.reprise.media.Mention;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Playing;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET user/{user}/playing-now}: the song begun last, whichever program plays it; and its deletion. */
final class PlayingRoutes {
    private final Caller caller;
    private final NowPlaying playing;
    private final JsonMapper mapper;

    PlayingRoutes(Caller caller, NowPlaying playing, JsonMapper mapper) {
        this.caller = caller;
        this.playing = playing;
        this.mapper = mapper;
    }

    void get(Context context) {
        User user = caller.requireNamed(context);
        List<Playing> songs = songs(user);
        ObjectNode body = mapper.createObjectNode();
        ObjectNode payload = body.putObject("payload");
        payload.put("count", Math.min(1, songs.size()));
        ArrayNode listens = payload.putArray("listens");
        songs.stream().limit(1).forEach(song -> listens.add(listen(user, song)));
        payload.put("playing_now", true);
        payload.put("user_id", user.name());
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }

    /** Without a client's name in the body all that this user plays is cleared, else what that client plays. */
    void clear(Context context) {
        User user = caller.require(context);
        boolean empty = context.bodyAsBytes().length == 0;
        String client = empty
                ? ""
                : RequestJson.object(mapper, context)
                        .path("client")
                        .asString("")
                        .strip();
        List<Playing> songs = songs(user);
        List<Playing> meant = songs.stream()
                .filter(song -> client.isEmpty() || song.origin().client().equalsIgnoreCase(client))
                .toList();
        if (meant.isEmpty() && !songs.isEmpty()) {
            throw Problem.notFound("Nothing is playing from the client " + client)
                    .raised();
        }
        meant.forEach(song -> playing.clear(user.id(), song.origin()));
        ObjectNode body = mapper.createObjectNode().put("status", "ok");
        body.put("message", meant.isEmpty() ? "Playing now was already cleared" : "Playing now cleared successfully");
        context.contentType("application/json").result(mapper.writeValueAsBytes(body));
    }

    private List<Playing> songs(User user) {
        return playing.of(user.id()).stream()
                .filter(each -> each.told().mention() instanceof Mention.Song)
                .toList();
    }

    private ObjectNode listen(User user, Playing song) {
        ObjectNode metadata = song.submission().format() instanceof ListenFormat ? told(song) : mentioned(song);
        return ListenJson.playingNow(user, metadata);
    }

    private ObjectNode told(Playing song) {
        try {
            JsonNode listen = mapper.readTree(song.submission().payload());
            return ListenJson.told(listen);
        } catch (JacksonException e) {
            return mentioned(song);
        }
    }

    private ObjectNode mentioned(Playing song) {
        Mention mention = song.told().mention();
        ObjectNode metadata = mapper.createObjectNode();
        metadata.put("artist_name", mention.credit().text());
        metadata.put("track_name", mention.title());
        mention.container().map(ContainerMention::title).ifPresent(title -> metadata.put("release_name", title));
        ObjectNode info = metadata.putObject("additional_info");
        if (mention.length() != null) {
            info.put("duration", mention.length());
        }
        if (!song.origin().client().isEmpty()) {
            info.put("submission_client", song.origin().client());
        }
        return metadata;
    }
}
