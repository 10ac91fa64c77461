package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.play.Play;
import io.reprise.play.Plays;
import io.reprise.play.Reason;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code /api/export}: everything that was told, streamed from the log in its order, without a cap. {@code ndjson} is
 * what {@code POST /api/import} takes back: one scrobble a line in our own words, with its origin, then every decision
 * and every opinion, so that an empty server that imports it has the same history. The other forms leave out what the
 * user removed, but for {@code removed=true}.
 */
final class ExportDoor implements Door {
    private static final int BATCH_SCROBBLES = 1000;
    private static final int BUFFER_BYTES = 1 << 16;
    private final Desk desk;

    ExportDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/export", this::export);
    }

    private void export(Context context) {
        UserId user = desk.user(context);
        ExportFormat format = Asked.word(
                context, "format", ExportFormat::ofWord, new Asked.Choice<>(ExportFormat.JSON, ExportFormat.words()));
        boolean withRemoved = Asked.flag(context, "removed") || format == ExportFormat.NDJSON;
        desk.readWhatIsNew(user);
        LocalDate today = desk.today(desk.history(user));
        context.contentType(format.contentType());
        context.header(
                "Content-Disposition", "attachment; filename=\"reprise_export_" + today + "." + format.ending() + "\"");
        try (OutputStream out = new BufferedOutputStream(context.outputStream(), BUFFER_BYTES);
                ExportWriter writer = ExportWriter.to(out, format, desk.mapper())) {
            write(user, writer, withRemoved);
            if (format == ExportFormat.NDJSON) {
                new LedgerExport(desk).write(user, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next scrobbles are read while those before them are written. */
    private void write(UserId user, ExportWriter writer, boolean withRemoved) throws IOException {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ExportRow> rows = read(user, 0);
            while (!rows.isEmpty()) {
                long after = rows.getLast().entry().scrobble().number();
                Future<List<ExportRow>> next = ahead.submit(() -> read(user, after));
                for (ExportRow row : rows) {
                    if (withRemoved || !row.isRemoved()) {
                        writer.write(row);
                    }
                }
                rows = next.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log could not be read to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the export was given up", e);
        }
    }

    /** The next scrobbles; each step is a reading of its own, so a slow caller holds no connection to the store. */
    private List<ExportRow> read(UserId user, long after) {
        ApiRooms.Read read = desk.rooms().books().read();
        return read.database().read(tx -> {
            List<ScrobbleLog.Entry> entries = read.log().after(tx, user, after, BATCH_SCROBBLES);
            Map<Integer, Origin> origins = read.log().origins(tx, user);
            List<Scrobble> scrobbles =
                    entries.stream().map(ScrobbleLog.Entry::scrobble).toList();
            Map<Long, Play> plays = Plays.of(tx, scrobbles);
            Map<Long, Play> standing = Plays.of(tx, standing(read.log().rows(tx, user, numbers(plays))));
            Set<Integer> decidedRuns = desk.rooms().books().told().ledger().decidedRuns(tx, user);
            return entries.stream()
                    .map(entry -> row(entry, origins, plays, standing)
                            .ofRun(decidedRuns.contains(entry.scrobble().run())))
                    .toList();
        });
    }

    private static List<Scrobble> standing(Map<Long, Scrobble> rows) {
        return List.copyOf(rows.values());
    }

    /** The plays that stand for duplicates: a duplicate of a removed play is removed with it. */
    private static List<Long> numbers(Map<Long, Play> plays) {
        return plays.values().stream()
                .filter(play -> play.reason() == Reason.DUPLICATE)
                .flatMap(play -> Optional.ofNullable(play.partOf()).stream())
                .distinct()
                .toList();
    }

    private static ExportRow row(
            ScrobbleLog.Entry entry, Map<Integer, Origin> origins, Map<Long, Play> plays, Map<Long, Play> standing) {
        Play play = plays.get(entry.scrobble().number());
        Long partOf = play == null ? null : play.partOf();
        Play stands = partOf == null ? null : standing.get(partOf);
        return new ExportRow(
                entry,
                origins.getOrDefault(entry.scrobble().origin(), new Origin(Submitting.PROTOCOL, "", "")),
                play,
                stands,
                null);
    }
}
