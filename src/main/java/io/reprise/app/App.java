package io.reprise.app;

import io.reprise.account.Accounts;
import io.reprise.account.Callers;
import io.reprise.account.Pass;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.adapters.audioscrobbler.AudioScrobblerDoor;
import io.reprise.adapters.lastfm.server.LastfmDoor;
import io.reprise.adapters.listenbrainz.ListenBrainzDoor;
import io.reprise.adapters.maloja.server.MalojaDoor;
import io.reprise.adapters.pyscrobbler.VerbDoor;
import io.reprise.api.Api;
import io.reprise.api.ApiRooms;
import io.reprise.art.Pictures;
import io.reprise.catalog.LedgerDesk;
import io.reprise.digest.DigestRound;
import io.reprise.feed.FeedDoor;
import io.reprise.feed.Reading;
import io.reprise.http.Door;
import io.reprise.http.Json;
import io.reprise.http.Problem;
import io.reprise.http.WebServer;
import io.reprise.http.WebSettings;
import io.reprise.imports.DropWatch;
import io.reprise.imports.Schedule;
import io.reprise.inlet.InletDoor;
import io.reprise.job.Follower;
import io.reprise.job.JobFailure;
import io.reprise.resolve.ResolveRound;
import io.reprise.store.Database;
import io.reprise.store.DatabaseAddress;
import io.reprise.web.Pages;
import io.reprise.web.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All long-lived things, made and wired in one place. {@link #open} opens the store and the rooms over it, which is all
 * that a command on the data folder needs; {@link #serve} listens as well. {@link #close} ends what was begun, in
 * reverse.
 */
public final class App implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Config config;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper mapper = Json.mapper();
    private final Database database;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Library library;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Optional<Serving> serving = Optional.empty();
    private Optional<WebServer> answering = Optional.empty();

    private App(Config config, InstantSource clock) {
        this.config = config;
        this.database = Database.open(config.database());
        this.accounts = new Accounts(database, clock, random);
        this.clock = clock;
        ServerKey key = config.secretKey()
                .orElseGet(() -> ServerKey.inFile(config.data().resolve("secret.key"), random));
        this.library = Library.over(new Library.Ground(
                database,
                accounts,
                new Seal(key, random),
                config.data().resolve("drop"),
                clock,
                config.messages(),
                config.data().resolve("authority"),
                config.data().resolve("readings"),
                config.authorities(),
                new Pictures.Store(config.data().resolve("art"), config.artBytesMax())));
    }

    /** Makes the data folder where it is missing, and opens the store in it. */
    public static App open(Config config, InstantSource clock) {
        makeFolder(config.data());
        if (config.database() instanceof DatabaseAddress.SqliteFile sqlite) {
            makeFolder(sqlite.file().toAbsolutePath().getParent());
        }
        return new App(config, clock);
    }

    /** Only its owner may look into a folder made here: it holds a person's history, and keys. */
    private static void makeFolder(@Nullable Path folder) {
        try {
            if (folder != null && !Files.isDirectory(folder)) {
                boolean posix =
                        folder.getFileSystem().supportedFileAttributeViews().contains("posix");
                Files.createDirectories(folder);
                if (posix) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
        }
    }

    public Accounts accounts() {
        return accounts;
    }

    public Database database() {
        return database;
    }

    public Library library() {
        return library;
    }

    public JsonMapper mapper() {
        return mapper;
    }

    /** Listens, and does what is to be done by itself. On a first start there is a user to be shown, once. */
    public Welcome serve(String systemName) {
        Welcome welcome = listen(systemName);
        begin();
        return welcome;
    }

    /** The same; {@code told} hears of it as soon as requests are answered, before anything else begins. */
    public void serve(String systemName, Consumer<Welcome> told) {
        told.accept(listen(systemName));
        begin();
    }

    private Welcome listen(String systemName) {
        Callers callers = new Callers(accounts);
        Path spool = config.data().resolve("uploads");
        makeFolder(spool);
        Pages pages = pages(callers, spool);
        Serving.Followers followers = followers(pages);
        WebServer started = new WebServer(
                new WebSettings(
                        config.web().host(), config.web().port(), config.web().bodyBytesMax()),
                mapper,
                doors(callers, spool, pages));
        Serving.Starts starts = new Serving.Starts(
                new Schedule(library.pulls(), clock),
                new DropWatch(library.drops(), library.imports(), clock),
                new DigestRound(library.outputs().digests(), clock),
                new ResolveRound(library.identity().orders(), library.identity().review(), clock));
        serving = Optional.of(new Serving(started, pages, library.relays().feed(), followers, starts));
        started.start();
        String address = "http://" + Addresses.shown(config.web().host()) + ":" + started.port() + "/";
        Optional<String> first = FirstUser.make(accounts, random, systemName).map(user -> user.shown(address));
        return new Welcome(address, first);
    }

    private void begin() {
        Serving running = serving.orElseThrow();
        library.worker().takeUp();
        library.histories().start();
        running.starts().begin();
        library.relays().sender().start();
        accounts.all().forEach(user -> running.followers().wake(user.id()));
    }

    private Serving.Followers followers(Pages pages) {
        Relays relays = library.relays();
        Follower aggregator = new Follower("aggregator", library.bell(), user -> {
            long read = library.aggregator().catchUp(user);
            pages.playsChanged(user);
            relays.bell().ring(user);
            library.upkeep().packWhereDue(user, read);
            library.identity().review().askWhereDue(user, read);
            return false;
        });
        return new Serving.Followers(aggregator, new Follower("forwarder", relays.bell(), relays::follow));
    }

    /** Every route of the running server, as {@code GET /path/{name}}; none before it serves. */
    List<String> routes() {
        return serving.map(running -> running.server().routes()).orElse(List.of());
    }

    /**
     * Answers our own API alone, on loopback at a free port: for a command that works on the data folder of a server
     * that may run at the same time, so it takes up no jobs and follows no bells.
     */
    public URI answer(Pass pass) {
        Path spool = config.data().resolve("uploads");
        makeFolder(spool);
        WebSettings settings = new WebSettings(LOOPBACK, 0, config.web().bodyBytesMax());
        List<Door> own = new Api(apiRooms(new Callers(accounts, pass), spool), mapper).doors();
        WebServer started = new WebServer(settings, mapper, own);
        answering = Optional.of(started);
        started.start();
        return URI.create("http://" + LOOPBACK + ":" + started.port());
    }

    /** A pass for this user, for {@link #answer}. */
    public Pass pass(User user) {
        return Pass.to(user, random);
    }

    /** What to print when requests are answered. */
    public record Welcome(String address, Optional<String> firstUser) {}

    private Pages pages(Callers callers, Path spool) {
        return new Pages(new Rooms(
                accounts,
                callers,
                library.histories()::of,
                new Rooms.Folding(library.removal(), library.rule()),
                library.nowPlaying(),
                new Rooms.Importing(library.imports(), library.pulls(), library.drops(), library.worker(), spool),
                new Rooms.Relaying(
                        library.relays().targets(),
                        library.relays().letters(),
                        library.relays().introductions()),
                new Rooms.Connect(
                        library.connecting().inlets(), library.connecting().retry()),
                new Rooms.Deciding(
                        library.identity().review(),
                        library.identity().orders(),
                        new LedgerDesk(database, library.ledger()),
                        library.identity().credits(),
                        library.opinions()),
                new Rooms.Pictured(library.art().pictures(), library.art().curator()),
                new Rooms.Lists(library.playlists(), library.evaluator()),
                new Rooms.Showing(library.outputs().links(), library.outputs().digests()),
                this::rebuild,
                clock));
    }

    private void rebuild(UserId user) {
        try {
            library.upkeep().rebuild(user);
        } catch (JobFailure e) {
            throw Problem.of(409, e.reason() + ". " + e.whatToDo()).raised();
        }
    }

    /** Every door of the house; a new one is added here. */
    private List<Door> doors(Callers callers, Path spool, Pages pages) {
        List<Door> doors = new ArrayList<>();
        Api api = new Api(apiRooms(callers, spool), mapper);
        doors.addAll(api.doors());
        doors.add(new VerbDoor(
                callers,
                new VerbDoor.Rooms(
                        library.intake(),
                        library.nowPlaying(),
                        library.ratings(),
                        new VerbDoor.Reads(database, library.log())),
                clock));
        doors.add(new ListenBrainzDoor(
                accounts,
                new ListenBrainzDoor.Rooms(
                        database,
                        library.intake(),
                        library.nowPlaying(),
                        library.removal(),
                        library.log(),
                        library.aggregator(),
                        library.histories(),
                        library.loves(),
                        library.playlists()),
                clock));
        doors.addAll(scrobblers());
        doors.add(new InletDoor(
                library.connecting().inlets(), library.connecting().inbox()));
        doors.add(new FeedDoor(
                library.outputs().links(),
                new Reading(library.histories()::of, library.nowPlaying(), api.lists(), clock),
                mapper));
        doors.add(pages);
        return doors;
    }

    /** Where players speak the dialects of Last.fm and Maloja. */
    private List<Door> scrobblers() {
        return List.of(
                new LastfmDoor(
                        accounts,
                        new LastfmDoor.Rooms(
                                library.intake(),
                                library.nowPlaying(),
                                library.removal(),
                                library.aggregator(),
                                library.histories(),
                                library.loves()),
                        clock),
                new AudioScrobblerDoor(
                        accounts,
                        new AudioScrobblerDoor.Rooms(
                                database,
                                library.intake(),
                                library.nowPlaying(),
                                library.loves(),
                                library.quarantine()),
                        clock),
                new MalojaDoor(
                        accounts,
                        new MalojaDoor.Rooms(library.intake(), library.aggregator(), library.histories()),
                        clock));
    }

    private ApiRooms apiRooms(Callers callers, Path spool) {
        ApiRooms.Told told = new ApiRooms.Told(
                library.intake(), library.nowPlaying(), library.ledger(), library.removal(), library.opinions());
        return new ApiRooms(
                new ApiRooms.People(accounts, callers),
                new ApiRooms.Books(
                        told, new ApiRooms.Read(database, library.log(), library.aggregator(), library.histories())),
                new ApiRooms.Work(
                        library.worker(),
                        library.imports(),
                        library.pulls(),
                        library.drops(),
                        library.quarantine(),
                        spool),
                new ApiRooms.Care(
                        library.doctor(), library.upkeep(), library.rule(), library.forgetting(), library.retry()),
                new ApiRooms.Out(
                        library.relays().targets(),
                        library.relays().letters(),
                        library.relays().introductions(),
                        library.relays().feed(),
                        library.outputs().links(),
                        library.outputs().digests()),
                new ApiRooms.Connect(
                        library.connecting().inlets(), library.connecting().retry()),
                new ApiRooms.Identity(
                        library.identity().review(),
                        library.identity().orders(),
                        library.identity().credits()),
                new ApiRooms.Pictured(library.art().pictures(), library.art().curator()),
                new ApiRooms.Lists(library.playlists(), library.evaluator()),
                clock);
    }

    /** Closing what is closed does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        answering.ifPresent(WebServer::close);
        serving.ifPresent(Serving::close);
        library.close();
        database.close();
    }
}
