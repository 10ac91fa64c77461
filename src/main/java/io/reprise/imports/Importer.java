package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.JobFailure;
import io.reprise.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Imports one upload as a pipeline of three threads: one reads and decodes, one leaves out what is known and packs, the
 * caller's stores. Between them lie bounded queues, so memory stays flat. Thread-safe.
 */
final class Importer {
    private static final int STEP_ROWS_MAX = 2_000;
    private static final long STEP_BYTES_MAX = 24L * 1024 * 1024;
    private static final int QUEUE_BATCHES_MAX = 8;
    private static final int QUEUE_GATHERED_MAX = 4;

    private final ImportRooms rooms;
    private final FileFormats formats;
    private final InstantSource clock;
    private final Settling settling;
    private final String build;

    Importer(ImportRooms rooms, FileFormats formats, InstantSource clock, String build) {
        this.build = build;
        this.rooms = rooms;
        this.formats = formats;
        this.clock = clock;
        this.settling = new Settling(rooms);
    }

    /** An upload to be imported: whose it is, where it lies and what its user calls it. */
    record Order(UserId user, Path path, String name) {}

    /** Imports it to its end; when it is stopped or fails before, what was stored until then stays. */
    ImportRun run(Order order, Progress progress) throws JobFailure, InterruptedException {
        try (Upload upload = Upload.open(order.path(), order.name(), formats)) {
            ImportRun begun = rooms.database()
                    .write(tx -> RunTable.begin(
                            tx,
                            order.user(),
                            upload.words(),
                            order.name(),
                            clock.instant().getEpochSecond()));
            RunWriter writer = new RunWriter(rooms, clock, order.user(), begun);
            List<String> remarks = new ArrayList<>();
            String mark = "";
            boolean done = false;
            try {
                mark = build.isEmpty() ? "" : WholeFile.mark(build, order.path(), progress);
                Optional<ImportRun> same = known(order.user(), mark);
                if (same.isPresent()) {
                    remarks.add(writer.knows(same.get()));
                } else {
                    Reading reading = new Reading(order.user(), begun, upload, progress);
                    write(writer, upload, progress, reading);
                    mark = reading.reader.later().isEmpty() ? mark : "";
                    remarks.addAll(upload.remarks());
                }
                done = true;
            } finally {
                if (!done) {
                    writer.end(ImportRun.State.STOPPED, List.of("it stopped before its end; importing again goes on"));
                }
            }
            ImportRun ended = writer.end(ImportRun.State.DONE, remarks);
            remember(order.user(), ended, mark);
            return ended;
        }
    }

    private Optional<ImportRun> known(UserId user, String mark) {
        return mark.isEmpty() ? Optional.empty() : rooms.database().read(tx -> RunTable.ofMark(tx, user, mark));
    }

    /** What a file says of the ledger and of opinions may mean something else later, so such a file has no mark. */
    private void remember(UserId user, ImportRun run, String mark) {
        if (!mark.isEmpty()) {
            rooms.database().write(tx -> {
                RunTable.mark(tx, user, run.number(), mark);
                return true;
            });
        }
    }

    private void write(RunWriter writer, Upload upload, Progress progress, Reading reading)
            throws JobFailure, InterruptedException {
        try (reading) {
            reading.start();
            boolean goesOn = true;
            while (goesOn) {
                List<Batch> batches = new ArrayList<>();
                goesOn = reading.take(batches);
                if (!batches.isEmpty()) {
                    writer.store(batches);
                }
                Long total = upload.bytes();
                long done = total == null ? upload.bytesRead() : Math.min(total, upload.bytesRead());
                progress.tell(done, total, writer.run().tally().sentence());
            }
            reading.rethrow();
            for (int run : writer.apply(reading.reader.later(), progress)) {
                Optional<ImportRun> changed = rooms.database().read(tx -> RunTable.find(tx, reading.user, run));
                changed.ifPresent(one -> settling.settle(reading.user, one, progress));
            }
            if (!reading.reader.later().isEmpty()) {
                rooms.aggregator().rules().follow(reading.user, (judged, of) -> progress.check());
            }
            for (int run : reading.reader.runsBegun()) {
                rooms.database().write(tx -> {
                    RunTable.deleteEmpty(tx, reading.user, run);
                    return run;
                });
            }
        }
    }

    /** The two threads before the caller's. */
    private final class Reading implements AutoCloseable {
        private final BlockingQueue<Gathered> gathered = new ArrayBlockingQueue<>(QUEUE_GATHERED_MAX);
        private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(QUEUE_BATCHES_MAX);
        private final UserId user;
        private final Upload upload;
        private final Progress progress;
        private final Reader reader;
        private final Thread reading;
        private final Thread packing;
        private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

        Reading(UserId user, ImportRun run, Upload upload, Progress progress) {
            this.user = user;
            this.upload = upload;
            this.progress = progress;
            this.reader = new Reader(upload.firstFormat(), new RunsHere(rooms, user, run), this::put);
            this.reading =
                    Thread.ofPlatform().name("import-reader").daemon(true).unstarted(this::read);
            this.packing =
                    Thread.ofPlatform().name("import-packer").daemon(true).unstarted(this::pack);
        }

        void start() {
            reading.start();
            packing.start();
        }

        private void read() {
            try {
                upload.read(reader);
                reader.end();
            } catch (IOException | RuntimeException | Error e) {
                fault.compareAndSet(null, e);
            }
            put(gathered, Gathered.END);
        }

        private void put(Gathered rows) {
            progress.check();
            if (!put(gathered, rows)) {
                throw new IllegalStateException("the import was given up");
            }
        }

        private void pack() {
            try {
                for (Gathered rows = gathered.take(); rows != Gathered.END; rows = gathered.take()) {
                    queue.put(rows.packed());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                fault.compareAndSet(null, e);
                reading.interrupt();
            }
            put(queue, Batch.END);
        }

        /** False when this thread is to end. */
        private static <T> boolean put(BlockingQueue<T> queue, T value) {
            try {
                queue.put(value);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Takes enough for one step; false at the end. */
        boolean take(List<Batch> batches) throws InterruptedException {
            int rows = 0;
            long bytes = 0;
            while (rows < STEP_ROWS_MAX && bytes < STEP_BYTES_MAX) {
                Batch batch = queue.take();
                if (batch == Batch.END) {
                    return false;
                }
                batches.add(batch);
                rows += batch.rows();
                bytes += batch.bytes();
            }
            return true;
        }

        void rethrow() throws JobFailure {
            Throwable thrown = fault.get();
            switch (thrown) {
                case null -> {}
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                default ->
                    throw new JobFailure("the upload could not be read: " + thrown.getMessage(), "upload it again");
            }
        }

        @Override
        public void close() throws InterruptedException {
            reading.interrupt();
            packing.interrupt();
            reading.join();
            packing.join();
        }
    }
}
