package io.reprise.relay;

import io.reprise.http.Json;
import io.reprise.imports.SyncEnd;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.media.ContainerMention;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.rating.Opinion;
import io.reprise.rating.Score;
import io.reprise.scrobble.Origin;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON, the same in the feed and in webhooks; times are RFC 3339 in UTC. docs/events.md describes it. */
public final class EventJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = Json.mapper();

    private EventJson() {}

    /** One event as an object, without a place. */
    public static ObjectNode of(Event event) {
        ObjectNode json = NODES.objectNode();
        json.put("type", event.word());
        json.put("at", time(event.at()));
        switch (event) {
            case Event.Play play -> json.set("play", play(play));
            case Event.Rating rating -> json.set("rating", rating(rating));
            case Event.JobEnded ended -> {
                json.set("job", job(ended.job()));
                SyncEnd sync = ended.sync();
                if (sync != null) {
                    json.set("sync", sync(sync));
                }
            }
            case Event.NowPlaying playing -> json.set("playing", playing(playing));
            case Event.Digest digest ->
                json.set("digest", MAPPER.readTree(digest.post().json()));
            case Event.Test test -> json.put("message", "A test by the user of this server; nothing happened.");
        }
        return json;
    }

    private static ObjectNode play(Event.Play event) {
        ObjectNode json = NODES.objectNode();
        json.put("number", event.scrobble().number());
        long at = event.play().at();
        if (at != io.reprise.play.Play.UNDATED) {
            json.put("started_at", time(at));
        }
        json.put("precision", event.play().precision().word());
        Integer seconds = event.play().seconds();
        if (seconds != null) {
            json.put("seconds", seconds);
        }
        if (event.scrobble().run() != 0) {
            json.put("import", event.scrobble().run());
        }
        json.set("origin", origin(event.origin()));
        json.set("item", item(event.told().mention()));
        return json;
    }

    private static ObjectNode rating(Event.Rating event) {
        ObjectNode json = NODES.objectNode();
        json.put("number", event.event().number());
        if (event.feeling() != Feeling.NONE) {
            json.put("feeling", event.feeling().name().toLowerCase(Locale.ROOT));
        }
        switch (event.event().opinion()) {
            case Opinion.Rate(Score score) -> {
                json.put("value", score.value());
                json.put("told", score.told());
                json.put("least", score.least());
                json.put("most", score.most());
            }
            case Opinion.Tag(String text) -> json.put("tag", text);
            case Opinion.Note(String text) -> json.put("note", text);
            case Opinion.Undo(long undone) -> json.put("undoes", undone);
        }
        Mention item = event.item();
        if (item != null) {
            json.set("item", item(item));
        } else {
            ObjectNode named = json.putObject("item");
            named.put("of", event.event().about().sort().word());
            named.put("kind", event.event().about().kind().word());
            named.put("title", event.event().about().title());
        }
        return json;
    }

    private static ObjectNode job(Job job) {
        ObjectNode json = NODES.objectNode();
        json.put("id", job.id().value());
        json.put("kind", job.kind());
        json.put("state", job.state().word());
        if (job.state() instanceof JobState.Failed(String reason, String whatToDo)) {
            json.put("reason", reason);
            json.put("what_to_do", whatToDo);
        }
        if (job.state() instanceof JobState.Done(String result)) {
            json.put("result", result);
        }
        return json;
    }

    private static ObjectNode sync(SyncEnd sync) {
        ObjectNode json = NODES.objectNode();
        json.put("connection", sync.connection());
        json.put("source", sync.source());
        json.put("username", sync.userName());
        json.put("failures", sync.failures());
        json.put("repeated", sync.turn() == SyncEnd.Turn.REPEATED);
        return json;
    }

    private static ObjectNode playing(Event.NowPlaying event) {
        ObjectNode json = NODES.objectNode();
        json.put("since", time(event.playing().since()));
        json.put("until", time(event.playing().until()));
        json.set("origin", origin(event.playing().origin()));
        json.set("item", item(event.playing().told().mention()));
        return json;
    }

    private static ObjectNode origin(Origin origin) {
        ObjectNode json = NODES.objectNode();
        json.put("protocol", origin.protocol());
        json.put("client", origin.client());
        json.put("account", origin.account());
        return json;
    }

    private static ObjectNode item(Mention mention) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", mention.kind().word());
        json.put("title", mention.title());
        json.put("credit", mention.credit().text());
        ArrayNode creators = json.putArray("creators");
        mention.credit().names().forEach(name -> {
            ObjectNode creator = creators.addObject();
            creator.put("name", name.name());
            creator.put("role", name.role());
        });
        json.set("container", mention.container().map(EventJson::container).orElse(null));
        Integer length = mention.length();
        if (length != null) {
            json.put("length", length);
        }
        ObjectNode ids = json.putObject("ids");
        for (ExternalId id : mention.ids()) {
            ids.withArrayProperty(id.scheme()).add(id.value());
        }
        return json;
    }

    private static ObjectNode container(ContainerMention container) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", container.kind().word());
        json.put("title", container.title());
        return json;
    }

    private static @Nullable String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}
