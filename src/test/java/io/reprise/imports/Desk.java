package io.reprise.imports;

import io.reprise.SettableClock;
import io.reprise.account.UserId;
import io.reprise.account.ZoneHistory;
import io.reprise.adapters.lastfm.GhanCsvFile;
import io.reprise.adapters.lastfm.GhanCsvFormat;
import io.reprise.adapters.lastfm.GhanJsonFile;
import io.reprise.adapters.lastfm.GhanJsonFormat;
import io.reprise.adapters.lastfm.PlainCsvFile;
import io.reprise.adapters.lastfm.PlainCsvFormat;
import io.reprise.adapters.listenbrainz.ListenBrainzExportArray;
import io.reprise.adapters.listenbrainz.ListenBrainzExportLines;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.adapters.maloja.MalojaExportFile;
import io.reprise.adapters.maloja.MalojaFormat;
import io.reprise.adapters.reprise.NativeFormat;
import io.reprise.adapters.reprise.RepriseExportFile;
import io.reprise.adapters.spotify.SpotifyExtendedFile;
import io.reprise.adapters.spotify.SpotifyPlayFormat;
import io.reprise.adapters.spotify.SpotifyShortFile;
import io.reprise.adapters.spotify.SpotifyShortFormat;
import io.reprise.catalog.Ledger;
import io.reprise.job.Bell;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.play.Aggregator;
import io.reprise.scrobble.Formats;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.store.Dialect;
import io.reprise.store.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Imports as the server wires them, over a real, empty store, for tests. */
public final class Desk implements AutoCloseable {
    public static final UserId ANNA = new UserId(1);

    public final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
    public final Database database;
    public final Imports imports;
    public final Worker worker;
    public final Quarantine quarantine;
    final QuarantineRetry retry;
    private final BlockingQueue<Job> heard = new LinkedBlockingQueue<>();
    private final Path folder;

    public Desk(Dialect dialect) {
        this(Stores.fresh(dialect));
    }

    public Desk(Database database) {
        this(database, formats(), fileFormats());
    }

    /** The same as another build of the program, which knows again a file that it has read. */
    Desk(Database database, String build) {
        this(database, formats(), fileFormats(), build);
    }

    /** The same with other formats. */
    public Desk(Database database, Formats payloads, FileFormats files) {
        this(database, payloads, files, "");
    }

    private Desk(Database database, Formats payloads, FileFormats files, String build) {
        this.database = database;
        ScrobbleLog log = new ScrobbleLog(payloads);
        Ledger ledger = new Ledger(clock);
        Aggregator aggregator = new Aggregator(database, log, ledger, user -> ZoneHistory.UTC);
        Intake intake = new Intake(database, clock, user -> {});
        quarantine = new Quarantine(database, clock);
        ImportRooms rooms = new ImportRooms(database, intake, aggregator, quarantine, new Bell());
        worker = new Worker(
                database,
                clock,
                List.of(
                        new ImportJob(rooms, files, clock, build),
                        new UndoJob(rooms, ledger),
                        new PreviewJob(rooms, files, clock)),
                1);
        retry = new QuarantineRetry(rooms, files);
        imports = new Imports(database, worker, files);
        worker.watch(ANNA, heard::add);
        try {
            folder = Files.createTempDirectory("reprise-imports");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Formats formats() {
        return new Formats(List.of(
                new ListenFormat(),
                new NativeFormat(),
                new GhanCsvFormat(),
                new GhanJsonFormat(),
                new PlainCsvFormat(),
                new SpotifyPlayFormat(),
                new SpotifyShortFormat(),
                new MalojaFormat()));
    }

    static FileFormats fileFormats() {
        return new FileFormats(List.of(
                new ListenBrainzExportLines(new ListenFormat()),
                new ListenBrainzExportArray(new ListenFormat()),
                new SpotifyExtendedFile(new SpotifyPlayFormat()),
                new SpotifyShortFile(new SpotifyShortFormat()),
                new GhanJsonFile(new GhanJsonFormat()),
                new MalojaExportFile(new MalojaFormat()),
                new RepriseExportFile(new NativeFormat()),
                new GhanCsvFile(new GhanCsvFormat()),
                new PlainCsvFile(new PlainCsvFormat())));
    }

    /** Imports these bytes under this name and answers with the run, done or not. */
    public ImportRun bring(String name, byte[] bytes) throws JobFailure {
        return bring(name, file(bytes));
    }

    public ImportRun bring(String name, String text) throws JobFailure {
        return bring(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ImportRun bring(String name, Path file) throws JobFailure {
        imports.startSpooled(ANNA, file, name);
        JobState end = end();
        if (end instanceof JobState.Failed failed) {
            throw new JobFailure(failed.reason(), failed.whatToDo());
        }
        return imports.runs(ANNA, 1).getFirst();
    }

    JobState end() {
        try {
            Job job = heard.take();
            while (!job.state().isFinal()) {
                job = heard.take();
            }
            return job.state();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "upload", ""), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A zip of these entries, in their order. */
    public static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** A resource beside the tests. */
    public static byte[] fixture(String name) {
        try (var in = Desk.class.getResourceAsStream("/imports/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no fixture " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is stored, one line a scrobble: verb, local second of the start, title, as plays tell it. */
    public List<String> plays() {
        return database.read(tx -> tx.handle()
                .createQuery("""
                        select s.number || ' ' || s.verb || ' ' || coalesce(s.at, -1) || ' ' || coalesce(i.title, '') || ' ' || p.reason
                        from scrobble s
                        left join play p on p.user_id = s.user_id and p.number = s.number
                        left join item i on i.user_id = s.user_id and i.number = p.item
                        where s.user_id = :user order by s.number""")
                .bind("user", ANNA.value())
                .mapTo(String.class)
                .list());
    }

    public long count(String table) {
        return database.read(tx -> tx.handle()
                .createQuery("select count(*) from " + table + " where user_id = :user")
                .bind("user", ANNA.value())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        worker.close();
        database.close();
    }
}
