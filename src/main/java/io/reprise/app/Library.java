package io.reprise.app;

import io.reprise.account.Accounts;
import io.reprise.account.Seal;
import io.reprise.adapters.listenbrainz.ListenBrainzErasure;
import io.reprise.art.ArtErasure;
import io.reprise.art.ArtJob;
import io.reprise.art.ArtSource;
import io.reprise.art.Curator;
import io.reprise.art.PictureAudit;
import io.reprise.art.Pictures;
import io.reprise.catalog.CatalogErasure;
import io.reprise.catalog.Ledger;
import io.reprise.digest.DigestErasure;
import io.reprise.digest.Digests;
import io.reprise.feed.LinkErasure;
import io.reprise.feed.Links;
import io.reprise.history.Histories;
import io.reprise.history.Keeping;
import io.reprise.http.Pace;
import io.reprise.http.PoliteClient;
import io.reprise.http.Politeness;
import io.reprise.imports.Connections;
import io.reprise.imports.Drops;
import io.reprise.imports.FileFormats;
import io.reprise.imports.ImportErasure;
import io.reprise.imports.ImportJob;
import io.reprise.imports.ImportRooms;
import io.reprise.imports.Imports;
import io.reprise.imports.PreviewJob;
import io.reprise.imports.PullJob;
import io.reprise.imports.Pulls;
import io.reprise.imports.QuarantineRetry;
import io.reprise.imports.UndoJob;
import io.reprise.inlet.Inbox;
import io.reprise.inlet.InletErasure;
import io.reprise.inlet.InletRetry;
import io.reprise.inlet.Inlets;
import io.reprise.job.Bell;
import io.reprise.job.JobErasure;
import io.reprise.job.JobKind;
import io.reprise.job.Worker;
import io.reprise.play.Aggregator;
import io.reprise.play.PlayErasure;
import io.reprise.play.Removal;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.PlaylistErasure;
import io.reprise.playlist.Playlists;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinions;
import io.reprise.rating.RatingErasure;
import io.reprise.rating.Ratings;
import io.reprise.relay.RelayErasure;
import io.reprise.resolve.AuthorityName;
import io.reprise.resolve.Credits;
import io.reprise.resolve.ResolveErasure;
import io.reprise.resolve.ResolveJob;
import io.reprise.resolve.ResolveOrders;
import io.reprise.resolve.Review;
import io.reprise.scrobble.Erasure;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.LogAudit;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Packer;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.upkeep.Doctor;
import io.reprise.upkeep.Forgetting;
import io.reprise.upkeep.PackJob;
import io.reprise.upkeep.RebuildJob;
import io.reprise.upkeep.RuleDesk;
import io.reprise.upkeep.RuleJob;
import io.reprise.upkeep.RulePreviewJob;
import io.reprise.upkeep.Upkeep;
import io.reprise.upkeep.UpkeepErasure;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The domain over one open store, wired; what commands on the data folder and the doors of the server share. */
public record Library(
        ScrobbleLog log,
        Ledger ledger,
        Bell bell,
        Intake intake,
        Aggregator aggregator,
        Removal removal,
        Histories histories,
        Quarantine quarantine,
        NowPlaying nowPlaying,
        Opinions opinions,
        Loves loves,
        Playlists playlists,
        Evaluator evaluator,
        Worker worker,
        Imports imports,
        Drops drops,
        Doctor doctor,
        Upkeep upkeep,
        RuleDesk rule,
        Identity identity,
        Authorities authorities,
        Forgetting forgetting,
        QuarantineRetry retry,
        Pulls pulls,
        Relays relays,
        Connecting connecting,
        Art art,
        Outputs outputs,
        PoliteClient client)
        implements AutoCloseable {
    /** What other programs read: the book of links, and that of digests. */
    public record Outputs(Links links, Digests digests) {
        static Outputs of(Ground ground, Relays relays, Histories histories) {
            return new Outputs(
                    new Links(ground.database(), ground.clock(), new SecureRandom()),
                    new Digests(ground.database(), ground.clock(), relays.targets(), histories::of));
        }
    }

    /** The book of inlets, what takes their calls, and what runs those again that were not understood. */
    public record Connecting(Inlets inlets, Inbox inbox, InletRetry retry) {
        static Connecting of(Ground ground, Inbox.Rooms rooms) {
            Inlets.Seals seals = new Inlets.Seals(ground.seal(), new SecureRandom());
            Inlets inlets = new Inlets(ground.database(), ground.clock(), seals, Readers.parties());
            Inbox inbox = new Inbox(inlets, rooms, ground.clock());
            return new Connecting(inlets, inbox, new InletRetry(inlets, inbox, rooms));
        }
    }

    /** What things are: what waits for an answer, orders to ask, and rules for names. */
    public record Identity(Review review, ResolveOrders orders, Credits credits) {
        static Identity of(ResolveJob.Rooms rooms, Worker worker, List<AuthorityName> names) {
            return new Identity(
                    new Review(rooms, worker, names),
                    new ResolveOrders(rooms),
                    new Credits(rooms.database(), rooms.histories(), rooms.ledger()));
        }
    }

    /** Pictures, and what fetches them. */
    public record Art(Pictures pictures, Curator curator) {}

    /** The same before there is a worker. */
    private record Easel(Pictures pictures, List<ArtSource> sources, ArtJob job) {
        static Easel of(Ground ground, Authorities authorities, Histories histories) {
            List<ArtSource> sources =
                    ground.art().bytesMax() == 0 ? List.of() : authorities.art().sources();
            Pictures pictures = new Pictures(ground.database(), ground.clock(), ground.art());
            ArtJob.Rooms rooms = new ArtJob.Rooms(
                    ground.database(), histories, sources, authorities.art().client(), ground.clock());
            return new Easel(pictures, sources, new ArtJob(rooms, pictures));
        }

        Art under(Worker worker) {
            Curator curator = new Curator(worker, sources);
            worker.whenEnded(curator::afterJob);
            return new Art(pictures, curator);
        }
    }

    private static final String USER_AGENT = "Reprise/0.1 (self-hosted play history)";
    private static final int WORKER_THREADS = 2;
    private static final long HISTORIES_BYTES_MAX = 96L << 20;

    /**
     * What the domain stands on: the store, its people, what seals secrets, where users put files, how mail is sent,
     * where indexes, files of histories and pictures are kept.
     */
    record Ground(
            Database database,
            Accounts accounts,
            Seal seal,
            Path drops,
            InstantSource clock,
            MessageConfig messages,
            Path indexes,
            Path readings,
            AuthorityConfig authorities,
            Pictures.Store art) {}

    /** The events that opinions are made of. */
    public Ratings ratings() {
        return opinions.ratings();
    }

    static Library over(Ground ground) {
        Database database = ground.database();
        Seal seal = ground.seal();
        InstantSource clock = ground.clock();
        Pace pace = new Pace();
        PoliteClient client = new PoliteClient(Politeness.usual(USER_AGENT).at(Readers.rates()), clock, pace);
        Formats formats = Readers.payloads();
        ScrobbleLog log = new ScrobbleLog(formats);
        Ledger ledger = new Ledger(clock);
        Bell bell = new Bell();
        Intake intake = new Intake(database, clock, bell::ring);
        Aggregator aggregator = new Aggregator(database, log, ledger, ground.accounts()::zones);
        Quarantine quarantine = new Quarantine(database, clock);
        FileFormats files = Readers.files();
        ImportRooms rooms = new ImportRooms(database, intake, aggregator, quarantine, bell);
        Relays relays = Relays.over(new Relays.Ground(database, seal, clock, USER_AGENT, pace, ground.messages()), log);
        Ratings ratings = new Ratings(database, clock, relays.bell()::ring);
        Connections connections = new Connections(database, clock, seal, Readers.histories(client));
        Drops drops = new Drops(database, ground.drops());
        Authorities authorities = authorities(ground, pace);
        Histories histories = new Histories(
                database, log, ground.accounts()::calendar, Keeping.inFiles(HISTORIES_BYTES_MAX, ground.readings()));
        var resolving = new ResolveJob.Rooms(database, log, histories, ledger, authorities.all(), clock);
        NowPlaying nowPlaying = new NowPlaying(clock);
        Playlists playlists = new Playlists(database, clock);
        Easel easel = Easel.of(ground, authorities, histories);
        Worker worker = worker(ground, kinds(rooms, files, connections, resolving, easel.job()));
        nowPlaying.whenBegun(relays.sender()::begins);
        worker.whenEnded(job -> relays.bell().ring(job.user()));
        return new Library(
                log,
                ledger,
                bell,
                intake,
                aggregator,
                new Removal(database, log, ledger, aggregator),
                histories,
                quarantine,
                nowPlaying,
                new Opinions(database, ratings),
                new Loves(database, ratings),
                playlists,
                new Evaluator(database, playlists),
                worker,
                new Imports(database, worker, files),
                drops,
                new Doctor(database, log, new LogAudit(formats), new PictureAudit(database, easel.pictures())),
                new Upkeep(worker, new Packer(database)),
                new RuleDesk(database, worker, aggregator.rules()),
                Identity.of(resolving, worker, authorities.names()),
                authorities,
                new Forgetting(database, worker, rememberers(ground.accounts(), drops, histories)),
                new QuarantineRetry(rooms, files),
                new Pulls(database, connections, worker),
                relays,
                Connecting.of(ground, new Inbox.Rooms(database, intake, nowPlaying, ratings, quarantine)),
                easel.under(worker),
                Outputs.of(ground, relays, histories),
                client);
    }

    private static Authorities authorities(Ground ground, Pace pace) {
        var under = new Authorities.Ground(
                ground.database(), ground.clock(), ground.authorities(), ground.indexes(), USER_AGENT);
        return Authorities.over(under, pace);
    }

    private static Worker worker(Ground ground, List<JobKind> kinds) {
        return new Worker(ground.database(), ground.clock(), kinds, WORKER_THREADS);
    }

    /** Every kind of work that is done in the background. */
    private static List<JobKind> kinds(
            ImportRooms rooms, FileFormats files, Connections connections, ResolveJob.Rooms resolving, ArtJob art) {
        Database database = rooms.database();
        InstantSource clock = resolving.clock();
        Aggregator aggregator = rooms.aggregator();
        return List.of(
                new ImportJob(rooms, files, clock, Build.mark()),
                new PreviewJob(rooms, files, clock),
                new PullJob(rooms, connections, clock),
                new UndoJob(rooms, resolving.ledger()),
                new RebuildJob(aggregator, rooms.bell()::ring),
                new RuleJob(aggregator.rules(), rooms.bell()::ring),
                new RulePreviewJob(database, aggregator, clock),
                new ResolveJob(resolving),
                art,
                new PackJob(new Packer(database)));
    }

    /** Every room that keeps rows of users; a test finds the table that is forgotten here. */
    private static List<Forgetting.Part> rememberers(Accounts accounts, Drops drops, Histories histories) {
        return List.of(
                Erasure::forget,
                CatalogErasure::forget,
                PlayErasure::forget,
                histories::forget,
                RatingErasure::forget,
                ImportErasure::forget,
                drops::forget,
                JobErasure::forget,
                ListenBrainzErasure::forget,
                PlaylistErasure::forget,
                RelayErasure::forget,
                InletErasure::forget,
                LinkErasure::forget,
                DigestErasure::forget,
                UpkeepErasure::forget,
                ResolveErasure::forget,
                ArtErasure::forget,
                accounts::forget);
    }

    @Override
    public void close() {
        worker.close();
        histories.close();
        relays.close();
        authorities.close();
        client.close();
    }
}
