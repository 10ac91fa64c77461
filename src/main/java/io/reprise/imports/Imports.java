package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.job.Worker;
import io.reprise.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The door of this room: starts imports and tells what became of them. Thread-safe. */
public final class Imports {
    private static final int NAME_CHARS_MAX = 200;
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

    private Job start(UserId user, ImportJob.Argument argument) throws JobFailure {
        recognise(argument.path(), argument.name());
        return worker.start(user, ImportJob.WORD, argument.json());
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
