package io.reprise.web;

import io.reprise.SettableClock;
import io.reprise.account.Accounts;
import io.reprise.account.Callers;
import io.reprise.account.QuickAccounts;
import io.reprise.account.Seal;
import io.reprise.account.ServerKey;
import io.reprise.account.User;
import io.reprise.adapters.gotify.GotifyOutlet;
import io.reprise.adapters.lastfm.LastfmHistory;
import io.reprise.adapters.lastfm.LastfmOutlet;
import io.reprise.adapters.lastfm.RecentTrackFormat;
import io.reprise.adapters.listenbrainz.ListenBrainzExportLines;
import io.reprise.adapters.listenbrainz.ListenBrainzOutlet;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.adapters.mail.MailOutlet;
import io.reprise.adapters.ntfy.NtfyOutlet;
import io.reprise.adapters.reprise.NativeFormat;
import io.reprise.adapters.reprise.RepriseExportFile;
import io.reprise.adapters.webhook.WebhookOutlet;
import io.reprise.art.Curator;
import io.reprise.art.Pictures;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.LedgerDesk;
import io.reprise.digest.Digests;
import io.reprise.feed.FeedDoor;
import io.reprise.feed.Links;
import io.reprise.feed.ListFiles;
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
import io.reprise.imports.UndoJob;
import io.reprise.inlet.Inbox;
import io.reprise.inlet.InletRooms;
import io.reprise.job.Bell;
import io.reprise.job.JobKind;
import io.reprise.job.Worker;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Playlists;
import io.reprise.rating.Opinions;
import io.reprise.rating.Ratings;
import io.reprise.relay.Introductions;
import io.reprise.relay.Letters;
import io.reprise.relay.Outlets;
import io.reprise.relay.Targets;
import io.reprise.resolve.Authority;
import io.reprise.resolve.Credits;
import io.reprise.resolve.ResolveJob;
import io.reprise.resolve.ResolveOrders;
import io.reprise.resolve.Review;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import io.reprise.upkeep.RuleDesk;
import io.reprise.upkeep.RuleJob;
import io.reprise.upkeep.RulePreviewJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages on a free port over a real, empty store, with one user, for tests. */
final class House implements AutoCloseable {
    static final String NAME = "Ada";
    static final String PASSWORD = "correct horse battery";
    private static final Origin PLAYER = new Origin("reprise", "Strawberry", "");
    private static final long HISTORY_BYTES_MAX = 64L << 20;
    private static final long BODY_BYTES_MAX = 16L << 20;
    private static final int BATCH = 2_000;

    final Database database;
    final Accounts accounts;
    final User ada;
    final NowPlaying playing;
    private final NativeFormat format = new NativeFormat();
    private final Intake intake;
    private final PoliteClient outside;
    private final Worker worker;
    private final Pages pages;
    private final WebServer web;

    House(InstantSource clock) {
        this(clock, List.of());
    }

    /** The house in which these authorities are asked. */
    House(InstantSource clock, List<Authority> authorities) {
        database = Stores.fresh(Dialect.SQLITE);
        accounts = QuickAccounts.over(database, clock);
        ada = accounts.create(NAME, PASSWORD, ZoneId.of("Europe/Berlin"));
        playing = new NowPlaying(clock);
        outside = PullDesk.quickClient(SettableClock.at("2026-11-21T12:41:00Z"));
        ListenFormat listen = new ListenFormat();
        List<Format> formats = new ArrayList<>(List.of(listen, format));
        formats.addAll(InletRooms.formats());
        ScrobbleLog log = new ScrobbleLog(new Formats(formats));
        Ledger ledger = new Ledger(clock);
        Aggregator aggregator = new Aggregator(database, log, ledger, accounts::zones);
        intake = new Intake(database, clock, aggregator::catchUp);
        FileFormats files =
                new FileFormats(List.of(new ListenBrainzExportLines(listen), new RepriseExportFile(format)));
        Quarantine quarantine = new Quarantine(database, clock);
        ImportRooms importRooms = new ImportRooms(database, intake, aggregator, quarantine, new Bell());
        Seal seal = new Seal(ServerKey.ofHex("0f".repeat(32)), new SecureRandom());
        Connections connections = new Connections(
                database,
                clock,
                seal,
                new HistorySources(List.of(LastfmHistory.lastfm(outside, new RecentTrackFormat()))));
        Histories histories = new Histories(database, log, accounts::calendar, Keeping.inMemory(HISTORY_BYTES_MAX));
        ResolveJob.Rooms resolving = new ResolveJob.Rooms(database, log, histories, ledger, authorities, clock);
        List<JobKind> kinds = kinds(
                importRooms,
                files,
                clock,
                new PullJob(importRooms, connections, clock),
                new UndoJob(importRooms, ledger),
                new ResolveJob(resolving));
        worker = new Worker(database, clock, kinds, 1);
        Pulls pulls = new Pulls(database, connections, worker);
        Rooms.Importing importing = importing(new Imports(database, worker, files), pulls);
        Targets targets =
                new Targets(database, clock, new Targets.Locks(seal, new SecureRandom()), outlets(outside, clock), log);
        InletRooms inletRooms = InletRooms.over(
                new Inbox.Rooms(database, intake, playing, new Ratings(database, clock), quarantine), seal, clock);
        Rooms.Showing showing = new Rooms.Showing(
                new Links(database, clock, new SecureRandom()), new Digests(database, clock, targets, histories::of));
        pages = new Pages(new Rooms(
                accounts,
                new Callers(accounts),
                histories::of,
                new Rooms.Folding(new Removal(database, log, ledger, aggregator), rule(aggregator)),
                playing,
                importing,
                new Rooms.Relaying(targets, new Letters(targets), new Introductions(targets)),
                new Rooms.Connect(inletRooms.inlets(), inletRooms.retry()),
                deciding(resolving),
                pictured(clock),
                lists(clock),
                showing,
                aggregator::rebuild,
                clock));
        Reading reading = new Reading(histories::of, playing, ListFiles.NONE, clock);
        List<Door> doors = List.of(pages, inletRooms.door(), new FeedDoor(showing.links(), reading, Json.mapper()));
        web = new WebServer(new WebSettings("127.0.0.1", 0, BODY_BYTES_MAX), Json.mapper(), doors).start();
    }

    private Rooms.Deciding deciding(ResolveJob.Rooms resolving) {
        return new Rooms.Deciding(
                new Review(
                        resolving,
                        worker,
                        resolving.authorities().stream().map(Authority::name).toList()),
                new ResolveOrders(resolving),
                new LedgerDesk(database, resolving.ledger()),
                new Credits(database, resolving.histories(), resolving.ledger()),
                new Opinions(database, new Ratings(database, resolving.clock())));
    }

    private Rooms.Pictured pictured(InstantSource clock) {
        return new Rooms.Pictured(
                new Pictures(database, clock, new Pictures.Store(spool().resolve("art"), 1L << 20)),
                new Curator(worker, List.of()));
    }

    private Rooms.Lists lists(InstantSource clock) {
        Playlists playlists = new Playlists(database, clock);
        return new Rooms.Lists(playlists, new Evaluator(database, playlists));
    }

    private RuleDesk rule(Aggregator aggregator) {
        return new RuleDesk(database, worker, aggregator.rules());
    }

    private Rooms.Importing importing(Imports imports, Pulls pulls) {
        Path spool = spool();
        return new Rooms.Importing(imports, pulls, new Drops(database, spool.resolve("drop")), worker, spool);
    }

    private static Path spool() {
        try {
            Path folder = Files.createTempDirectory("reprise-spool");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + web.port();
    }

    /** Ada's player tells of these, each our own JSON; they show on her pages at once. */
    void told(List<String> scrobbles) {
        for (int from = 0; from < scrobbles.size(); from += BATCH) {
            List<Submission> batch = new ArrayList<>();
            for (String each : scrobbles.subList(from, Math.min(scrobbles.size(), from + BATCH))) {
                batch.add(submission(each));
            }
            for (Receipt receipt : intake.accept(ada.id(), PLAYER, batch)) {
                if (receipt instanceof Receipt.Refused refused) {
                    throw new AssertionError(refused.reason());
                }
            }
        }
        pages.playsChanged(ada.id());
    }

    void plays(String scrobble) {
        playing.set(ada.id(), PLAYER, submission(scrobble));
    }

    private Submission submission(String json) {
        try {
            return Submission.read(format, json.getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            throw new AssertionError(e);
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
        pages.close();
        web.close();
        worker.close();
        outside.close();
        database.close();
    }

    private static Outlets outlets(PoliteClient outside, InstantSource clock) {
        return new Outlets(List.of(
                LastfmOutlet.lastfm(outside),
                new ListenBrainzOutlet(outside),
                new MailOutlet(Optional.empty(), Optional.empty()),
                new NtfyOutlet(outside, Optional.empty()),
                new GotifyOutlet(outside, Optional.empty()),
                new WebhookOutlet(outside, clock)));
    }
}
