package io.reprise.adapters.reprise;

import io.reprise.http.GiveUp;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.play.Play;
import io.reprise.relay.Event;
import io.reprise.relay.Matter;
import io.reprise.relay.Outlet;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells another Reprise of plays of every kind, up to 100 at once, and of what is playing, by our own API and a token.
 * The same play twice is one there. Thread-safe.
 */
public final class RepriseOutlet implements Outlet {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int PLAYS_MAX = 100;

    private final PoliteClient client;

    public RepriseOutlet(PoliteClient client) {
        this.client = client;
    }

    @Override
    public String word() {
        return "reprise";
    }

    @Override
    public String title() {
        return "Reprise";
    }

    @Override
    public @Nullable URI address() {
        return null;
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, true);
    }

    @Override
    public Set<Matter> carries() {
        return Set.of(Matter.PLAYS, Matter.NOW_PLAYING);
    }

    @Override
    public int playsMax() {
        return PLAYS_MAX;
    }

    @Override
    public boolean takes(Event event) {
        return event instanceof Event.Play || event instanceof Event.NowPlaying;
    }

    /**
     * No history is fetched from another Reprise; what it sends here and gets back is folded there as the same play.
     */
    @Override
    public boolean isThere(Origin origin, Account account) {
        return false;
    }

    @Override
    public Map<Long, String> send(Account account, List<Parcel> parcels) {
        if (parcels.getFirst().event() instanceof Event.NowPlaying playing) {
            byte[] body = written(json -> one(json, playing.playing().told(), null));
            post(account, "/api/now-playing", body);
            return Map.of();
        }
        JsonNode outcomes = post(account, "/api/scrobbles", written(json -> all(json, parcels)))
                .path("scrobbles");
        if (outcomes.size() != parcels.size()) {
            throw new TryLater("the other Reprise did not say what became of each play; check the address", LATER);
        }
        Map<Long, String> refused = new HashMap<>();
        for (int i = 0; i < parcels.size(); i++) {
            JsonNode outcome = outcomes.path(i);
            if (outcome.path("status").asString("").equals("refused")) {
                refused.put(parcels.get(i).number(), outcome.path("reason").asString("refused"));
            }
        }
        return refused;
    }

    private interface Writing {
        void to(JsonGenerator json);
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            writing.to(json);
        }
        return bytes.toByteArray();
    }

    private static void all(JsonGenerator json, List<Parcel> parcels) {
        json.writeStartObject();
        json.writeArrayPropertyStart("scrobbles");
        for (Parcel parcel : parcels) {
            if (parcel.event() instanceof Event.Play play) {
                one(json, whole(play), play.scrobble());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A whole play, even where it was told in pieces. */
    private static Told whole(Event.Play event) {
        Play play = event.play();
        Integer offset = event.scrobble().offsetMinutes();
        boolean isDated = play.at() != Play.UNDATED && play.precision() != Precision.UNKNOWN;
        Times times = isDated ? new Times(play.at(), null, play.precision(), offset) : Times.UNKNOWN;
        return new Told(io.reprise.scrobble.Verb.PLAYED, event.told().mention(), times, play.seconds(), null, null);
    }

    private static void one(JsonGenerator json, Told told, @Nullable Scrobble scrobble) {
        json.writeStartObject();
        if (scrobble == null) {
            NativeJson.members(json, told);
        } else {
            NativeJson.members(json, scrobble, told);
        }
        json.writeEndObject();
    }

    private JsonNode post(Account account, String path, byte[] body) {
        return tree(client.send(Outgoing.post(account.at(path), "application/json", body)
                        .with("Authorization", "Token " + account.keys().token()))
                .body());
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new TryLater("the other Reprise gave an answer that is no JSON; check the address", LATER, e);
        }
    }

    @Override
    public String greet(Account account) {
        JsonNode me = tree(client.send(Outgoing.get(account.at("/api/me"))
                        .with("Authorization", "Token " + account.keys().token()))
                .body());
        String name = me.path("name").asString("");
        if (name.isEmpty()) {
            throw new GiveUp("there is no Reprise at this address", 0);
        }
        return "the other Reprise knows us as " + name;
    }
}
