package io.reprise.api;

import io.reprise.SettableClock;
import io.reprise.account.Accounts;
import io.reprise.account.Callers;
import io.reprise.account.QuickAccounts;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.User;
import io.reprise.adapters.lastfm.LastfmOutlet;
import io.reprise.adapters.listenbrainz.ListenBrainzOutlet;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.adapters.pyscrobbler.ScrobFormat;
import io.reprise.adapters.pyscrobbler.VerbDoor;
import io.reprise.adapters.reprise.NativeFormat;
import io.reprise.adapters.reprise.RepriseExportFile;
import io.reprise.adapters.webhook.WebhookOutlet;
import io.reprise.art.Curator;
import io.reprise.art.PictureAudit;
import io.reprise.art.Pictures;
import io.reprise.catalog.Ledger;
import io.reprise.digest.Digests;
import io.reprise.feed.FeedDoor;
import io.reprise.feed.Links;
import io.reprise.feed.Reading;
import io.reprise.history.Histories;
import io.reprise.history.Keeping;
import io.reprise.http.Door;
import io.reprise.http.Json;
import io.reprise.http.PoliteClient;
import io.reprise.http.WebServer;
import io.reprise.http.WebSettings;
import io.reprise.imports.Connections;
import io.reprise.imports.Drops;
import io.reprise.imports.FileFormats;
import io.reprise.imports.HistorySources;
import io.reprise.imports.ImportJob;
import io.reprise.imports.ImportRooms;
import io.reprise.imports.Imports;
import io.reprise.imports.PreviewJob;
import io.reprise.imports.PullDesk;
import io.reprise.imports.PullJob;
import io.reprise.imports.Pulls;
import io.reprise.imports.QuarantineRetry;
import io.reprise.imports.UndoJob;
import io.reprise.inlet.Inbox;
import io.reprise.inlet.InletRooms;
import io.reprise.job.Bell;
import io.reprise.job.JobErasure;
import io.reprise.job.JobKind;
import io.reprise.job.Worker;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Playlists;
import io.reprise.rating.Opinions;
import io.reprise.rating.Ratings;
import io.reprise.relay.Feed;
import io.reprise.relay.Introductions;
import io.reprise.relay.Letters;
import io.reprise.relay.Outlets;
import io.reprise.relay.Targets;
import io.reprise.resolve.Authority;
import io.reprise.resolve.Credits;
import io.reprise.resolve.Guide;
import io.reprise.resolve.KnownSongs;
import io.reprise.resolve.ResolveJob;
import io.reprise.resolve.ResolveOrders;
import io.reprise.resolve.Review;
import io.reprise.scrobble.Erasure;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.LogAudit;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Packer;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import io.reprise.upkeep.Doctor;
import io.reprise.upkeep.Forgetting;
import io.reprise.upkeep.RebuildJob;
import io.reprise.upkeep.RuleDesk;
import io.reprise.upkeep.RuleJob;
import io.reprise.upkeep.RulePreviewJob;
import io.reprise.upkeep.Upkeep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API on a free port over a real, empty store, with two users, for tests. */
final class ApiServer implements AutoCloseable {
    static final JsonMapper MAPPER = Json.mapper();
    static final String PASSWORD = "correct horse battery";
    private static final long BODY_BYTES_MAX = 16L << 20;
    private static final long CACHE_BYTES_MAX = 64L << 20;

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            return MAPPER.readTree(body);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    final Database database;
    final Accounts accounts;
    final User ann;
    final User ben;
    final String annToken;
    final String benToken;
    private final Path art = folder().resolve("art");
    final List<Door> doors;
    final Worker worker;
    final Pulls pulls;
    final ApiRooms.Out out;
    private final PoliteClient outside = PullDesk.quickClient(clock);
    private final WebServer web;
    private final HttpClient client = HttpClient.newHttpClient();

    ApiServer() {
        this(Dialect.SQLITE);
    }

    ApiServer(Dialect dialect) {
        this(Stores.fresh(dialect));
    }

    /** Over a store that is open, and closed with the server. */
    ApiServer(Database database) {
        this.database = database;
        accounts = QuickAccounts.over(database, clock);
        ann = accounts.create("Ann", PASSWORD, ZoneId.of("Europe/Berlin"));
        ben = accounts.create("Ben", PASSWORD, ZoneId.of("Europe/Berlin"));
        annToken = accounts.createToken(ann.id(), "test");
        benToken = accounts.createToken(ben.id(), "test");
        NativeFormat nativeFormat = new NativeFormat();
        List<Format> formats = formats(nativeFormat);
        ScrobbleLog log = new ScrobbleLog(new Formats(formats));
        Ledger ledger = new Ledger(clock);
        Bell bell = new Bell();
        Intake intake = new Intake(database, clock, bell::ring);
        Aggregator aggregator = new Aggregator(database, log, ledger, accounts::zones);
        Histories histories = new Histories(database, log, accounts::calendar, Keeping.inMemory(CACHE_BYTES_MAX));
        Quarantine quarantine = new Quarantine(database, clock);
        FileFormats files = new FileFormats(List.of(new RepriseExportFile(nativeFormat)));
        ImportRooms rooms = new ImportRooms(database, intake, aggregator, quarantine, bell);
        Seal seal = new Seal(ServerKey.ofHex("0f".repeat(32)), new SecureRandom());
        Connections connections = connections(seal);
        var resolving =
                new ResolveJob.Rooms(database, log, histories, ledger, List.of(new KnownSongs(), new Guide()), clock);
        List<JobKind> kinds = kinds(
                rooms,
                files,
                clock,
                new UndoJob(rooms, ledger),
                new PullJob(rooms, connections, clock),
                new RebuildJob(aggregator, bell::ring),
                new ResolveJob(resolving));
        worker = new Worker(database, clock, kinds, 1);
        pulls = new Pulls(database, connections, worker);
        NowPlaying nowPlaying = new NowPlaying(clock);
        Ratings ratings = new Ratings(database, clock);
        Callers callers = new Callers(accounts);
        out = out(seal, log, histories);
        InletRooms inletRooms =
                InletRooms.over(new Inbox.Rooms(database, intake, nowPlaying, ratings, quarantine), seal, clock);
        ApiRooms apiRooms = new ApiRooms(
                new ApiRooms.People(accounts, callers),
                new ApiRooms.Books(
                        told(intake, nowPlaying, ledger, new Removal(database, log, ledger, aggregator)),
                        new ApiRooms.Read(database, log, aggregator, histories)),
                work(new Imports(database, worker, files), quarantine),
                care(rooms, files, doctor(log, formats)),
                out,
                new ApiRooms.Connect(inletRooms.inlets(), inletRooms.retry()),
                identity(resolving),
                pictured(),
                lists(),
                clock);
        Api api = new Api(apiRooms, MAPPER);
        List<Door> all = new ArrayList<>(api.doors());
        VerbDoor.Reads reads = new VerbDoor.Reads(database, log);
        all.add(new VerbDoor(callers, new VerbDoor.Rooms(intake, nowPlaying, ratings, reads), clock));
        doors = List.copyOf(all);
        Reading reading = new Reading(histories::of, nowPlaying, api.lists(), clock);
        all.addAll(List.of(inletRooms.door(), new FeedDoor(out.links(), reading, MAPPER)));
        web = new WebServer(new WebSettings("127.0.0.1", 0, BODY_BYTES_MAX), MAPPER, all).start();
    }

    private Connections connections(Seal seal) {
        HistorySources sources = new HistorySources(List.of(new OneSong("lastfm"), new OneSong("listenbrainz")));
        return new Connections(database, clock, seal, sources);
    }

    private ApiRooms.Told told(Intake intake, NowPlaying nowPlaying, Ledger ledger, Removal removal) {
        Opinions opinions = new Opinions(database, new Ratings(database, clock));
        return new ApiRooms.Told(intake, nowPlaying, ledger, removal, opinions);
    }

    private Doctor doctor(ScrobbleLog log, List<Format> formats) {
        PictureAudit pictures = new PictureAudit(database, pictured().pictures());
        return new Doctor(database, log, new LogAudit(new Formats(formats)), pictures);
    }

    private ApiRooms.Pictured pictured() {
        Pictures.Store store = new Pictures.Store(art, 1L << 20);
        return new ApiRooms.Pictured(new Pictures(database, clock, store), new Curator(worker, List.of()));
    }

    private ApiRooms.Lists lists() {
        Playlists playlists = new Playlists(database, clock);
        return new ApiRooms.Lists(playlists, new Evaluator(database, playlists));
    }

    private static List<Format> formats(NativeFormat nativeFormat) {
        List<Format> formats = new ArrayList<>(List.of(nativeFormat, new ListenFormat()));
        formats.addAll(ScrobFormat.all());
        formats.addAll(InletRooms.formats());
        return formats;
    }

    private ApiRooms.Work work(Imports imports, Quarantine quarantine) {
        Drops drops = new Drops(database, folder().resolve("drop"));
        return new ApiRooms.Work(worker, imports, pulls, drops, quarantine, folder());
    }

    private ApiRooms.Out out(Seal seal, ScrobbleLog log, Histories histories) {
        Outlets outlets = new Outlets(List.of(
                LastfmOutlet.librefm(outside), new ListenBrainzOutlet(outside), new WebhookOutlet(outside, clock)));
        Targets targets = new Targets(database, clock, new Targets.Locks(seal, new SecureRandom()), outlets, log);
        return new ApiRooms.Out(
                targets,
                new Letters(targets),
                new Introductions(targets),
                new Feed(database, log),
                new Links(database, clock, new SecureRandom()),
                new Digests(database, clock, targets, histories::of));
    }

    private ApiRooms.Identity identity(ResolveJob.Rooms rooms) {
        return new ApiRooms.Identity(
                new Review(
                        rooms,
                        worker,
                        rooms.authorities().stream().map(Authority::name).toList()),
                new ResolveOrders(rooms),
                new Credits(database, rooms.histories(), rooms.ledger()));
    }

    private ApiRooms.Care care(ImportRooms rooms, FileFormats files, Doctor doctor) {
        return new ApiRooms.Care(
                doctor,
                new Upkeep(worker, new Packer(database)),
                new RuleDesk(database, worker, rooms.aggregator().rules()),
                forgetting(),
                new QuarantineRetry(rooms, files));
    }

    private Forgetting forgetting() {
        return new Forgetting(database, worker, List.of(Erasure::forget, JobErasure::forget, accounts::forget));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("reprise-spool");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path) {
        return send(request(path, annToken).GET());
    }

    Answer post(String path, String body) {
        return send(request(path, annToken).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(request(path, annToken).PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path, annToken).DELETE());
    }

    /** Posts what has to be taken. */
    Answer tell(String body) {
        Answer answer = post("/api/scrobbles", body);
        if (answer.status() > 201) {
            throw new AssertionError(answer.body());
        }
        return answer;
    }

    /** Waits until a job of Ann's is done, and answers its events. */
    String end(JsonNode job) {
        return get("/api/jobs/" + job.path("id").stringValue() + "/events").body();
    }

    /** A song of some second of 2026-05-01 (UTC), at 2026-05-01T{time}Z. */
    static String song(String artist, String title, String time) {
        return "{\"kind\":\"song\",\"artist\":\"" + artist + "\",\"title\":\"" + title + "\",\"release\":\"" + artist
                + " Album\",\"length\":200,\"started_at\":\"2026-05-01T" + time + "Z\"}";
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
                .header("User-Agent", "curl/8.5");
        return token == null ? builder : builder.header("Authorization", "Token " + token);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JobKind> kinds(ImportRooms rooms, FileFormats files, InstantSource clock, JobKind... others) {
        List<JobKind> kinds = new ArrayList<>(List.of(others));
        kinds.add(new ImportJob(rooms, files, clock, ""));
        kinds.add(new PreviewJob(rooms, files, clock));
        kinds.add(new RuleJob(rooms.aggregator().rules(), rooms.bell()::ring));
        kinds.add(new RulePreviewJob(rooms.database(), rooms.aggregator(), clock));
        return kinds;
    }

    @Override
    public void close() {
        client.close();
        web.close();
        worker.close();
        outside.close();
        database.close();
    }
}
