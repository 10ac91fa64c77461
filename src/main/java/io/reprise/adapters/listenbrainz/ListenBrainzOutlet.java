package io.reprise.adapters.listenbrainz;

import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.relay.Event;
import io.reprise.relay.Feeling;
import io.reprise.relay.Matter;
import io.reprise.relay.Outlet;
import io.reprise.scrobble.Origin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells ListenBrainz, or a server that speaks as it does, of songs: up to 100 listens at once, feedback, what is
 * playing. A listen of the same second and names counts there once. Thread-safe.
 */
public final class ListenBrainzOutlet implements Outlet {
    private static final URI ADDRESS = URI.create("https://api.listenbrainz.org");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LISTENS_MAX = 100;
    private static final Duration LATER = Duration.ofMinutes(1);

    private final PoliteClient client;

    public ListenBrainzOutlet(PoliteClient client) {
        this.client = client;
    }

    @Override
    public String word() {
        return "listenbrainz";
    }

    @Override
    public String title() {
        return "ListenBrainz";
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, true);
    }

    @Override
    public Set<Matter> carries() {
        return Set.of(Matter.PLAYS, Matter.LOVES, Matter.NOW_PLAYING);
    }

    @Override
    public int playsMax() {
        return LISTENS_MAX;
    }

    @Override
    public boolean takes(Event event) {
        boolean isSong = event.mention().orElse(null) instanceof Mention.Song song
                && !song.credit().isNone();
        return isSong
                && switch (event) {
                    case Event.Play play -> play.hasTime();
                    case Event.Rating rating -> rating.feeling() != Feeling.NONE;
                    case Event.NowPlaying playing -> true;
                    case Event.JobEnded ended -> false;
                    case Event.Digest digest -> false;
                    case Event.Test test -> false;
                };
    }

    @Override
    public boolean isThere(Origin origin, Account account) {
        String there =
                account.address().equals(ADDRESS) ? title() : account.address().getHost();
        return origin.protocol().equals(ListenOrigin.PROTOCOL)
                && origin.client().equalsIgnoreCase(there)
                && !origin.account().isEmpty()
                && (account.name().isEmpty()
                        || origin.account().equals(account.name().strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Map<Long, String> send(Account account, List<Parcel> parcels) {
        switch (parcels.getFirst().event()) {
            case Event.Play play -> listens(account, parcels);
            case Event.Rating rating -> post(account, "/feedback/recording-feedback", feedback(rating));
            case Event.NowPlaying playing -> {
                ObjectNode body = NODES.objectNode().put("listen_type", "playing_now");
                body.putArray("payload").add(metadata(playing, playing.playing().origin()));
                post(account, "/submit-listens", body);
            }
            case Event.JobEnded ended -> {}
            case Event.Digest digest -> {}
            case Event.Test test -> {}
        }
        return Map.of();
    }

    private void listens(Account account, List<Parcel> parcels) {
        ObjectNode body = NODES.objectNode().put("listen_type", parcels.size() == 1 ? "single" : "import");
        ArrayNode payload = body.putArray("payload");
        for (Parcel parcel : parcels) {
            if (parcel.event() instanceof Event.Play play) {
                ObjectNode listen = metadata(play, play.origin());
                listen.put("listened_at", play.play().at());
                payload.add(listen);
            }
        }
        post(account, "/submit-listens", body);
    }

    private static ObjectNode metadata(Event event, Origin origin) {
        ObjectNode listen = NODES.objectNode();
        ObjectNode metadata = listen.putObject("track_metadata");
        if (event.mention().orElse(null) instanceof Mention.Song song) {
            metadata.put("artist_name", song.credit().text());
            metadata.put("track_name", song.title());
            String release = song.release();
            if (release != null && !release.isBlank()) {
                metadata.put("release_name", release);
            }
            ObjectNode info = metadata.putObject("additional_info");
            info.put("submission_client", "Reprise");
            info.put("media_player", origin.label());
            Integer length = song.length();
            if (length != null) {
                info.put("duration", length);
            }
            ArrayNode names = info.putArray("artist_names");
            song.credit().names().stream().map(CreditedName::name).forEach(names::add);
            put(info, "recording_mbid", id(song, "mb:recording"));
            put(info, "isrc", id(song, "isrc"));
        }
        return listen;
    }

    private static @Nullable String id(Mention mention, String scheme) {
        return mention.ids().stream()
                .filter(id -> id.scheme().equals(scheme))
                .map(ExternalId::value)
                .findFirst()
                .orElse(null);
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    /** By MBID where it is told, else by the id that a Reprise makes of the names; ListenBrainz knows only its own. */
    private static ObjectNode feedback(Event.Rating rating) {
        ObjectNode body = NODES.objectNode();
        if (rating.item() instanceof Mention.Song song) {
            String mbid = id(song, "mb:recording");
            if (mbid != null) {
                body.put("recording_mbid", mbid);
            } else {
                body.put(
                        "recording_msid",
                        Msid.of(song.credit().text(), song.title()).toString());
            }
        }
        int score = rating.feeling() == Feeling.LOVED ? 1 : rating.feeling() == Feeling.HATED ? -1 : 0;
        return body.put("score", score);
    }

    private void post(Account account, String path, ObjectNode body) {
        Outgoing request = Outgoing.post(
                at(account, path), "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
        JsonNode answer = tree(client.send(
                        request.with("Authorization", "Token " + account.keys().token()))
                .body());
        if (!answer.path("status").asString("").equals("ok")) {
            throw new TryLater(title() + " did not say that it took this; check the address", LATER);
        }
    }

    private URI at(Account account, String path) {
        String base = account.address().toString().replaceFirst("/+$", "");
        return URI.create((base.endsWith("/1") ? base : base + "/1") + path);
    }

    private JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new TryLater(title() + " gave an answer that is no JSON; check the address", LATER, e);
        }
    }

    @Override
    public String greet(Account account) {
        Outgoing request = Outgoing.get(at(account, "/validate-token"))
                .with("Authorization", "Token " + account.keys().token());
        JsonNode answer = tree(client.send(request).body());
        if (!answer.path("valid").isBoolean()) {
            throw new GiveUp(title() + " gave an answer that is none; check the address", 0);
        }
        if (!answer.path("valid").booleanValue()) {
            throw new NotAllowed("the token is not valid there; copy it anew from the settings of that server");
        }
        return title() + " knows us as " + answer.path("user_name").asString("");
    }
}
