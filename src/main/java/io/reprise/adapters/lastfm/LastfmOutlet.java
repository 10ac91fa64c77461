package io.reprise.adapters.lastfm;

import io.reprise.http.PoliteClient;
import io.reprise.http.TryLater;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.relay.Event;
import io.reprise.relay.Feeling;
import io.reprise.relay.Keys;
import io.reprise.relay.Matter;
import io.reprise.relay.Outlet;
import io.reprise.scrobble.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells Last.fm, or a server that speaks as it does (GNU FM, which Libre.fm runs), of songs: up to 50 scrobbles at
 * once, love and its end, what is playing. Last.fm counts a scrobble of the same second and names once. Thread-safe.
 */
public final class LastfmOutlet implements Outlet {
    private static final int SCROBBLES_MAX = 50;
    private static final int DAILY_LIMIT = 5;
    private static final Duration AFTER_LIMIT = Duration.ofHours(4);
    /** GNU FM takes any key and never checks a signature, but expects 32 characters. */
    private static final String ANY_KEY = "5265707269736520706c617920686973";

    private final Party party;
    private final LastfmCall call;

    private record Party(String word, String title, URI address, Needs needs) {}

    private LastfmOutlet(PoliteClient client, Party party) {
        this.party = party;
        this.call = new LastfmCall(client, party.title());
    }

    /** Last.fm itself, with the user's own API account. */
    public static LastfmOutlet lastfm(PoliteClient client) {
        return new LastfmOutlet(
                client,
                new Party(
                        "lastfm",
                        "Last.fm",
                        URI.create("https://ws.audioscrobbler.com/2.0"),
                        new Needs(true, true, false)));
    }

    /** Libre.fm, and at another address any GNU FM. */
    public static LastfmOutlet librefm(PoliteClient client) {
        return new LastfmOutlet(
                client,
                new Party("librefm", "Libre.fm", URI.create("https://libre.fm/2.0"), new Needs(false, false, false)));
    }

    @Override
    public String word() {
        return party.word();
    }

    @Override
    public String title() {
        return party.title();
    }

    @Override
    public URI address() {
        return party.address();
    }

    @Override
    public Needs needs() {
        return party.needs();
    }

    @Override
    public Set<Matter> carries() {
        return Set.of(Matter.PLAYS, Matter.LOVES, Matter.NOW_PLAYING);
    }

    @Override
    public int playsMax() {
        return SCROBBLES_MAX;
    }

    @Override
    public boolean takes(Event event) {
        boolean isSong = event.mention().orElse(null) instanceof Mention.Song song
                && !song.credit().isNone();
        return isSong
                && switch (event) {
                    case Event.Play play -> play.hasTime();
                    case Event.Rating rating ->
                        rating.feeling() == Feeling.LOVED || rating.feeling() == Feeling.CLEARED;
                    case Event.NowPlaying playing -> true;
                    case Event.JobEnded ended -> false;
                    case Event.Digest digest -> false;
                    case Event.Test test -> false;
                };
    }

    @Override
    public boolean isThere(Origin origin, Account account) {
        String client = account.address().equals(party.address())
                ? title()
                : account.address().getHost();
        return origin.protocol().equals("lastfm")
                && origin.client().equalsIgnoreCase(client)
                && !origin.account().isEmpty()
                && (account.name().isEmpty()
                        || origin.account().equals(account.name().strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Map<Long, String> send(Account account, List<Parcel> parcels) {
        return switch (parcels.getFirst().event()) {
            case Event.Play play -> scrobble(account, parcels);
            case Event.Rating rating -> {
                String method = rating.feeling() == Feeling.LOVED ? "track.love" : "track.unlove";
                ask(account, method, song(rating, ""));
                yield Map.of();
            }
            case Event.NowPlaying playing -> {
                ask(account, "track.updateNowPlaying", song(playing, ""));
                yield Map.of();
            }
            case Event.JobEnded ended -> Map.of();
            case Event.Digest digest -> Map.of();
            case Event.Test test -> Map.of();
        };
    }

    private Map<Long, String> scrobble(Account account, List<Parcel> parcels) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < parcels.size(); i++) {
            if (parcels.get(i).event() instanceof Event.Play play) {
                parameters.putAll(song(play, "[" + i + "]"));
                parameters.put("timestamp[" + i + "]", Long.toString(play.play().at()));
            }
        }
        JsonNode answer = ask(account, "track.scrobble", parameters).path("scrobbles");
        if (!answer.isObject()) {
            throw new TryLater(
                    title() + " did not say which scrobbles it took; check the address", Duration.ofMinutes(1));
        }
        JsonNode told = answer.path("scrobble");
        List<JsonNode> each = told.isArray() ? List.copyOf(told.values()) : List.of(told);
        Map<Long, String> refused = new HashMap<>();
        for (int i = 0; i < Math.min(each.size(), parcels.size()); i++) {
            JsonNode ignored = each.get(i).path("ignoredMessage");
            int code = ignored.path("code").asInt(0);
            if (code == DAILY_LIMIT) {
                throw new TryLater(title() + " takes no more scrobbles today (its daily limit)", AFTER_LIMIT);
            }
            if (code != 0) {
                refused.put(
                        parcels.get(i).number(),
                        ignored(code, ignored.path("#text").asString("")));
            }
        }
        return refused;
    }

    private String ignored(int code, String said) {
        String why = switch (code) {
            case 1 -> "it ignores this artist";
            case 2 -> "it ignores this track";
            case 3 -> "the time is too long ago, Last.fm takes two weeks";
            case 4 -> "the time lies in the future";
            default -> "it ignored this with code " + code;
        };
        return title() + ": " + why + (said.isBlank() ? "" : " (" + said.strip() + ")");
    }

    /** The names of a song as parameters, each with this ending. */
    private static Map<String, String> song(Event event, String ending) {
        Map<String, String> parameters = new HashMap<>();
        if (event.mention().orElse(null) instanceof Mention.Song song) {
            parameters.put("artist" + ending, song.credit().text());
            parameters.put("track" + ending, song.title());
            put(parameters, "album" + ending, song.release());
            Credit album = song.releaseCredit();
            put(parameters, "albumArtist" + ending, album == null ? null : album.text());
            Integer length = song.length();
            put(parameters, "duration" + ending, length == null ? null : length.toString());
            song.ids().stream()
                    .filter(id -> id.scheme().equals("mb:recording"))
                    .map(ExternalId::value)
                    .findFirst()
                    .ifPresent(id -> parameters.put("mbid" + ending, id));
        }
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, value);
        }
    }

    private JsonNode ask(Account account, String method, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        Keys keys = account.keys();
        parameters.put("method", method);
        parameters.put("api_key", keys.apiKey() == null ? ANY_KEY : keys.apiKey());
        put(parameters, "sk", keys.token());
        String secret = keys.secret();
        return call.post(account.at("/"), parameters, secret == null ? ANY_KEY : secret);
    }

    @Override
    public String greet(Account account) {
        String name =
                ask(account, "user.getInfo", Map.of()).path("user").path("name").asString("");
        return title() + " knows us as " + (name.isEmpty() ? account.name() : name);
    }

    @Override
    public Optional<Approval> approval() {
        return Optional.of(new Approval() {
            @Override
            public Asked ask(Account account) {
                String token = LastfmOutlet.this
                        .ask(account, "auth.getToken", Map.of())
                        .path("token")
                        .asString("");
                return new Asked(demanded(token, "a token"), link(account, token));
            }

            @Override
            public Granted granted(Account account) {
                String pending = account.keys().pending();
                JsonNode session = LastfmOutlet.this
                        .ask(account, "auth.getSession", Map.of("token", pending == null ? "" : pending))
                        .path("session");
                return new Granted(
                        demanded(session.path("key").asString(""), "a session"),
                        session.path("name").asString(""));
            }
        });
    }

    private String demanded(String text, String what) {
        if (text.isBlank()) {
            throw new TryLater(title() + " answered without " + what + "; check the address", Duration.ofMinutes(1));
        }
        return text;
    }

    private URI link(Account account, String token) {
        URI address = account.address();
        String site = address.getHost().equals("ws.audioscrobbler.com")
                ? "https://www.last.fm"
                : address.getScheme() + "://" + address.getRawAuthority();
        String key = account.keys().apiKey();
        return URI.create(site + "/api/auth/?api_key=" + (key == null ? ANY_KEY : key) + "&token=" + token);
    }
}
