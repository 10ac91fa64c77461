package io.reprise.adapters.maloja;

import io.reprise.http.GiveUp;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.media.Credit;
import io.reprise.media.CreditedName;
import io.reprise.media.Mention;
import io.reprise.relay.Event;
import io.reprise.relay.Matter;
import io.reprise.relay.Outlet;
import io.reprise.scrobble.Origin;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells a Maloja of songs, one at a time, by its own API ({@code mlj_1}) and an API key. Thread-safe. */
public final class MalojaOutlet implements Outlet {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int CONFLICT = 409;
    private static final String API = "/apis/mlj_1";

    private final PoliteClient client;

    public MalojaOutlet(PoliteClient client) {
        this.client = client;
    }

    @Override
    public String word() {
        return "maloja";
    }

    @Override
    public String title() {
        return "Maloja";
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
        return Set.of(Matter.PLAYS);
    }

    @Override
    public int playsMax() {
        return 1;
    }

    @Override
    public boolean takes(Event event) {
        return event instanceof Event.Play play
                && play.hasTime()
                && play.told().mention() instanceof Mention.Song song
                && !song.credit().isNone();
    }

    @Override
    public boolean isThere(Origin origin, Account account) {
        return origin.protocol().equals("maloja")
                && origin.client().equalsIgnoreCase(account.address().getHost());
    }

    @Override
    public Map<Long, String> send(Account account, List<Parcel> parcels) {
        Parcel parcel = parcels.getFirst();
        if (!(parcel.event() instanceof Event.Play play)) {
            return Map.of();
        }
        byte[] body = body(account, play).toString().getBytes(StandardCharsets.UTF_8);
        JsonNode answer;
        try {
            answer = tree(client.send(Outgoing.post(at(account, "/newscrobble"), "application/json", body))
                    .body());
        } catch (GiveUp refused) {
            if (refused.status() == CONFLICT) {
                return Map.of(parcel.number(), "Maloja has another scrobble of this very second, and takes one");
            }
            throw refused;
        }
        if (!answer.path("status").asString("").equals("success")) {
            throw new TryLater("Maloja did not say that it took this; check the address", LATER);
        }
        return Map.of();
    }

    private static ObjectNode body(Account account, Event.Play play) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (play.told().mention() instanceof Mention.Song song) {
            names(body.putArray("artists"), song.credit());
            body.put("title", song.title());
            String release = song.release();
            if (release != null && !release.isBlank()) {
                body.put("album", release);
                Credit credit = song.releaseCredit();
                if (credit != null) {
                    names(body.putArray("albumartists"), credit);
                }
            }
            Integer seconds = play.play().seconds();
            if (seconds != null) {
                body.put("duration", seconds);
            }
            Integer length = song.length();
            if (length != null) {
                body.put("length", length);
            }
        }
        body.put("time", play.play().at());
        body.put("key", account.keys().token());
        return body;
    }

    private static void names(ArrayNode into, Credit credit) {
        credit.names().stream().map(CreditedName::name).forEach(into::add);
    }

    private static URI at(Account account, String path) {
        String base = account.address().toString().replaceFirst("/+$", "");
        return URI.create((base.endsWith(API) ? base : base + API) + path);
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new TryLater("Maloja gave an answer that is no JSON; check the address", LATER, e);
        }
    }

    @Override
    public String greet(Account account) {
        String key = URLEncoder.encode(String.valueOf(account.keys().token()), StandardCharsets.UTF_8);
        JsonNode answer =
                tree(client.send(Outgoing.get(at(account, "/test?key=" + key))).body());
        if (!answer.path("status").asString("").equals("ok")) {
            throw new GiveUp("Maloja gave an answer that is none; check the address", 0);
        }
        return "Maloja takes the key";
    }
}
