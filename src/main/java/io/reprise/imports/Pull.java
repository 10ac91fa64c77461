package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.JobFailure;
import io.reprise.job.Progress;
import io.reprise.scrobble.BulkIntake;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of one account's history: fetches a page, then stores it, then the next. Used by one thread. */
final class Pull {
    /**
     * Plays that a program kept while it had no network are told late with their old times; Last.fm takes them for two
     * weeks. So far behind the boundary a run begins.
     */
    static final long OVERLAP_SECONDS = 14 * 86_400L;

    private static final int EMPTY_RUNS_KEPT = 50;

    private final ImportRooms rooms;
    private final InstantSource clock;
    private final UserId user;
    private final HistorySource source;

    Pull(ImportRooms rooms, InstantSource clock, UserId user, HistorySource source) {
        this.rooms = rooms;
        this.clock = clock;
        this.user = user;
        this.source = source;
    }

    /** What runs of this party are called. */
    static String format(HistorySource source) {
        return source.word() + ".pull";
    }

    /** What runs of this account are called; runs of one name share their boundary. */
    static String name(HistorySource source, String foldedName, java.net.URI address) {
        return source.title() + ": " + foldedName + (address.equals(source.address()) ? "" : " at " + address);
    }

    /** {@code again} fetches everything once more, as if nothing were known; what is known stays. */
    String run(OutsideAccount account, boolean again, Progress progress) throws JobFailure {
        String name = name(source, account.foldedName(), account.address());
        long now = clock.instant().getEpochSecond();
        Long boundary = again ? null : rooms.database().read(tx -> RunTable.boundary(tx, user, format(source), name));
        ImportRun begun = rooms.database().write(tx -> RunTable.begin(tx, user, format(source), name, now));
        RunWriter writer = new RunWriter(rooms, clock, user, begun);
        List<String> remarks = List.of("it stopped before its end; the next run goes on where it was");
        ImportRun.State end = ImportRun.State.STOPPED;
        try {
            long from = boundary == null ? 0 : Math.max(0, boundary - OVERLAP_SECONDS);
            fetch(account, new HistorySource.Span(from, now, null, true), writer, progress);
            remarks = opinions(account, again, progress);
            end = ImportRun.State.DONE;
        } catch (JobFailure failure) {
            end = ImportRun.State.FAILED;
            remarks = List.of(account.withoutSecrets(failure.reason() + ". " + failure.whatToDo()));
            throw failure;
        } finally {
            ImportRun ended = writer.end(end, remarks);
            rooms.database().write(tx -> {
                RunTable.keepLatestEmpty(tx, user, ended, EMPTY_RUNS_KEPT);
                return true;
            });
        }
        return String.join(
                "; ",
                Stream.concat(Stream.of(writer.run().tally().sentence()), remarks.stream())
                        .toList());
    }

    /** The plays are stored by now, so a party that does not tell what is loved costs no more than a remark. */
    private List<String> opinions(OutsideAccount account, boolean again, Progress progress) throws JobFailure {
        PulledOpinions pulled = new PulledOpinions(rooms.database(), user, again);
        List<String> remarks = new ArrayList<>();
        for (HistorySource.OpinionList list : source.opinions(account)) {
            try {
                pulled.fetch(list, progress);
            } catch (JobFailure failure) {
                if (Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
                remarks.add("ratings were not fetched: " + account.withoutSecrets(failure.reason()));
            }
        }
        remarks.addAll(pulled.sentences());
        return remarks;
    }

    private void fetch(OutsideAccount account, HistorySource.Span first, RunWriter writer, Progress progress)
            throws JobFailure {
        BulkIntake bulk =
                rooms.intake().bulk(user, source.origin(account), writer.run().number());
        HistorySource.Span span = first;
        long rows = 0;
        for (long pages = 0; ; pages++) {
            progress.tell(pages, total(pages, rows, span.rows()), note(writer, rows));
            HistorySource.Page page = source.page(account, span);
            List<Batch> batches = PulledRows.of(bulk, writer.run().source(), page.rows(), rows + 1);
            rows += page.rows().size();
            if (!batches.isEmpty()) {
                writer.store(batches, Math.min(page.completeThrough(), span.until()));
            }
            if (page.isLast()) {
                progress.tell(pages + 1, pages + 1, note(writer, rows));
                return;
            }
            // Where a page came no further than one second, that second is left behind: it would be the same page
            // again.
            long from = Math.max(page.completeThrough(), span.from() + 1);
            if (from > span.until()) {
                return;
            }
            span = new HistorySource.Span(from, span.until(), page.rowsLeft(), false);
        }
    }

    private static @Nullable Long total(long pages, long rows, @Nullable Long rowsLeft) {
        return pages == 0 || rows == 0 || rowsLeft == null ? null : (Long) (pages + pages * rowsLeft / rows);
    }

    private static String note(RunWriter writer, long rows) {
        return rows == 0 ? "asks" : writer.run().tally().sentence();
    }
}
