package io.reprise.adapters.listenbrainz;

import io.reprise.SettableClock;
import io.reprise.account.Accounts;
import io.reprise.account.QuickAccounts;
import io.reprise.account.User;
import io.reprise.catalog.Ledger;
import io.reprise.history.Histories;
import io.reprise.history.Keeping;
import io.reprise.http.Json;
import io.reprise.http.WebServer;
import io.reprise.http.WebSettings;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.playlist.Playlists;
import io.reprise.rating.Loves;
import io.reprise.rating.Ratings;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door on a free port over a real, empty store, with two users, for tests. */
final class Server implements AutoCloseable {
    static final JsonMapper MAPPER = Json.mapper();
    private static final long BODY_BYTES_MAX = 16L << 20;

    /** An answer: its status and what it holds. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        String error() {
            return json().path("error").stringValue("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    final SettableClock clock = SettableClock.at("2026-11-21T02:00:00Z");
    final Database database;
    final Accounts accounts;
    final User alice;
    final User bob;
    final String aliceToken;
    final String bobToken;
    final ScrobbleLog log;
    final Intake intake;
    final Aggregator aggregator;
    final NowPlaying playing = new NowPlaying(clock);
    private final WebServer web;
    private final HttpClient client = HttpClient.newHttpClient();

    Server(Dialect dialect, Format... others) {
        database = Stores.fresh(dialect);
        accounts = QuickAccounts.over(database, clock);
        alice = accounts.create("Alice", "correct horse battery", ZoneOffset.UTC);
        bob = accounts.create("Bob", "correct horse battery", ZoneOffset.UTC);
        aliceToken = accounts.createToken(alice.id(), "test");
        bobToken = accounts.createToken(bob.id(), "test");
        java.util.ArrayList<Format> formats = new java.util.ArrayList<>(List.of(others));
        formats.add(new ListenFormat());
        log = new ScrobbleLog(new Formats(formats));
        Ledger ledger = new Ledger(clock);
        intake = new Intake(database, clock, user -> {});
        aggregator = new Aggregator(database, log, ledger, accounts::zones);
        Removal removal = new Removal(database, log, ledger, aggregator);
        Histories histories = new Histories(database, log, accounts::calendar, Keeping.inMemory(64L << 20));
        ListenBrainzDoor door = new ListenBrainzDoor(
                accounts,
                new ListenBrainzDoor.Rooms(
                        database,
                        intake,
                        playing,
                        removal,
                        log,
                        aggregator,
                        histories,
                        new Loves(database, new Ratings(database, clock)),
                        new Playlists(database, clock)),
                clock);
        web = new WebServer(new WebSettings("127.0.0.1", 0, BODY_BYTES_MAX), MAPPER, List.of(door)).start();
    }

    int port() {
        return web.port();
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    Answer post(String path, @Nullable String token, String body) {
        return send(request(path, token).POST(BodyPublishers.ofString(body)));
    }

    Answer postBytes(String path, String token, byte[] body) {
        return send(request(path, token).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return token == null ? builder : builder.header("Authorization", "Token " + token);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Submits one listen of Alice's and expects that it is taken. */
    void submit(long at, String artist, String track) {
        Answer answer = post("/1/submit-listens", aliceToken, single(listen(at, artist, track)));
        if (answer.status() != 200) {
            throw new AssertionError(answer.response().body());
        }
    }

    static String listen(long at, String artist, String track) {
        return "{\"listened_at\":" + at + ",\"track_metadata\":{\"artist_name\":\"" + artist + "\",\"track_name\":\""
                + track + "\"}}";
    }

    static String single(String listen) {
        return "{\"listen_type\":\"single\",\"payload\":[" + listen + "]}";
    }

    /** Alice's listens, as the API shows them. */
    List<JsonNode> listens(String query) {
        JsonNode payload =
                get("/1/user/alice/listens" + query, aliceToken).json().path("payload");
        return List.copyOf(payload.path("listens").values());
    }

    /** What Alice plays now, as the API shows it: one song or none. */
    List<JsonNode> playingNow() {
        JsonNode payload = get("/1/user/alice/playing-now", aliceToken).json().path("payload");
        return List.copyOf(payload.path("listens").values());
    }

    /** The names of the songs in Alice's listens. */
    List<String> tracks(String query) {
        return listens(query).stream()
                .map(listen -> listen.path("track_metadata").path("track_name").stringValue(""))
                .toList();
    }

    /** How many scrobbles this user's log holds. */
    long scrobbles(User user) {
        return database.read(tx -> log.last(tx, user.id()));
    }

    @Override
    public void close() {
        client.close();
        web.close();
        database.close();
    }
}
