package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.JobId;
import io.reprise.job.Worker;
import io.reprise.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The door of this room: starts imports and tells what became of them. Thread-safe. */
public final class Imports {
    private static final int NAME_CHARS_MAX = 200;
    private static final int LOOKED_AT_JOBS_MAX = 200;
    private static final long UPLOAD_KEPT_SECONDS = 86_400;
    private final Database database;
    private final Worker worker;
    private final FileFormats formats;

    /** {@code worker} knows the {@link ImportJob} of the same formats. */
    public Imports(Database database, Worker worker, FileFormats formats) {
        this.database = database;
        this.worker = worker;
        this.formats = formats;
    }

    /**
     * Starts the import of a file that stays where it is and answers with its job; {@code name} is what its user calls
     * it. Fails at once, naming all that is understood, where the file holds nothing that can be read.
     */
    public Job start(UserId user, Path file, String name) throws JobFailure {
        return start(user, new ImportJob.Argument(file, shown(name), false));
    }

    /** The same with a file that was spooled for the purpose: it is deleted when the job has ended. */
    public Job startSpooled(UserId user, Path file, String name) throws JobFailure {
        return start(user, new ImportJob.Argument(file, shown(name), true));
    }

    /**
     * Starts the job that looks at a file which was spooled for the purpose, and stores nothing of it; {@link #preview}
     * tells what it saw, and the file waits for {@link #importPreviewed}.
     */
    public Job look(UserId user, Path file, String name) throws JobFailure {
        ImportJob.Argument argument = new ImportJob.Argument(file, shown(name), true);
        recognise(argument.path(), argument.name());
        return worker.start(user, PreviewJob.WORD, argument.json());
    }

    /** What a job of {@link #look} saw; empty before its end, and after the import of what it looked at. */
    public Optional<Preview> preview(UserId user, JobId job) {
        return database.read(tx -> PreviewTable.find(tx, user, job)).map(PreviewTable.Kept::preview);
    }

    /** The latest uploads that were looked at and wait for their import, newest first: a few. */
    public List<Waiting> waiting(UserId user) {
        return database.read(tx -> PreviewTable.latest(tx, user)).stream()
                .map(kept -> new Waiting(kept.job(), kept.preview()))
                .toList();
    }

    /** An upload that was looked at by a job and waits. */
    public record Waiting(JobId job, Preview preview) {}

    /** Lets go of an upload that was looked at. */
    public void discard(UserId user, JobId job) {
        Optional<PreviewTable.Kept> kept = database.read(tx -> PreviewTable.find(tx, user, job));
        if (kept.isPresent() && database.write(tx -> PreviewTable.delete(tx, user, job))) {
            ImportJob.delete(kept.get().path());
        }
    }

    /** Imports what a job of {@link #look} looked at: the very same file. */
    public Job importPreviewed(UserId user, JobId job) throws JobFailure {
        PreviewTable.Kept kept = database.read(tx -> PreviewTable.find(tx, user, job))
                .orElseThrow(() -> new JobFailure("there is no preview of this job", "look at the file again"));
        if (!Files.isReadable(kept.path())) {
            throw new JobFailure("the file that was looked at is not here any more", "send it again");
        }
        if (!database.write(tx -> PreviewTable.delete(tx, user, job))) {
            throw new JobFailure("the import of this file has begun already", "look at the jobs");
        }
        return startSpooled(user, kept.path(), kept.preview().name());
    }

    /** The same with a file out of a drop folder that was recognised. */
    Job startDropped(UserId user, Dropped dropped, String name) throws JobFailure {
        ImportJob.Argument argument = new ImportJob.Argument(dropped.alone(), shown(name), false, dropped);
        return worker.start(user, ImportJob.WORD, argument.json());
    }

    /** The job of a file that was taken out of a drop folder. */
    Optional<Job> ofDropped(UserId user, Path alone) {
        return worker.latest(user, LOOKED_AT_JOBS_MAX).stream()
                .filter(job -> job.kind().equals(ImportJob.WORD))
                .filter(job -> ImportJob.Argument.of(job).path().equals(alone))
                .findFirst();
    }

    /** {@code told} hears of every job that has ended; it must return at once. */
    void whenEnded(Consumer<Job> told) {
        worker.whenEnded(told);
    }

    private Job start(UserId user, ImportJob.Argument argument) throws JobFailure {
        recognise(argument.path(), argument.name());
        Job job = worker.start(user, ImportJob.WORD, argument.json());
        ImportJob.deleteOld(worker.latest(user, LOOKED_AT_JOBS_MAX), job.createdAt() - UPLOAD_KEPT_SECONDS);
        return job;
    }

    /** The words of the formats found in a file, such as {@code spotify.extended}; fails where there are none. */
    public String recognise(Path file, String name) throws JobFailure {
        try (Upload upload = Upload.open(file, shown(name), formats)) {
            return upload.words();
        }
    }

    /** What people call the formats that can be imported. */
    public List<String> understood() {
        return formats.titles();
    }

    /**
     * Starts the job that undoes a run as a whole: nothing that it brought counts any more, and what of it was told by
     * other origins as well counts from there. Nothing is deleted. One that was stopped on its way goes on.
     */
    public Job undo(UserId user, int run, Ledger.Author author) throws JobFailure {
        ImportRun now = need(user, run);
        if (now.standing() == ImportRun.Standing.UNDONE) {
            throw new JobFailure("import run " + run + " is undone already", "redo it to have it count again");
        }
        if (now.state() == ImportRun.State.RUNNING && worker.isBusy(user)) {
            throw new JobFailure("import run " + run + " is still at work", "wait for its end, or cancel its job");
        }
        return worker.start(user, UndoJob.WORD, new UndoJob.Argument(run, true, author).json());
    }

    /** Starts the job that has a run count again which was undone. */
    public Job redo(UserId user, int run, Ledger.Author author) throws JobFailure {
        if (need(user, run).standing() == ImportRun.Standing.COUNTED) {
            throw new JobFailure("import run " + run + " counts", "there is nothing to redo");
        }
        return worker.start(user, UndoJob.WORD, new UndoJob.Argument(run, false, author).json());
    }

    private ImportRun need(UserId user, int run) throws JobFailure {
        return run(user, run).orElseThrow(() -> new JobFailure("there is no import run " + run, "look at the imports"));
    }

    /** The user's latest runs, newest first. */
    public List<ImportRun> runs(UserId user, int limit) {
        return database.read(tx -> RunTable.latest(tx, user, limit));
    }

    public Optional<ImportRun> run(UserId user, int number) {
        return database.read(tx -> RunTable.find(tx, user, number));
    }

    /** What a run refused, in the order of the file; the first thousand are kept. */
    public List<Refusal> refusals(UserId user, int run) {
        return database.read(tx -> RefusalTable.list(tx, user, run, RunWriter.REFUSALS_STORED_MAX));
    }

    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        return last.isEmpty()
                ? "the upload"
                : last.length() <= NAME_CHARS_MAX ? last : last.substring(last.length() - NAME_CHARS_MAX);
    }
}
