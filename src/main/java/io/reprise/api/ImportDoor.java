package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.imports.ImportRun;
import io.reprise.imports.Imports;
import io.reprise.imports.Refusal;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/import} takes a file, or an order to fetch one, and starts a job; {@code /api/imports} tells what
 * became of the runs.
 */
final class ImportDoor implements Door {
    private static final long UPLOAD_BYTES_MAX = 64L * 1024 * 1024 * 1024;
    private static final Parameter.Bounds RUNS = new Parameter.Bounds(1, 1000);
    private static final int RUNS_OTHERWISE = 100;
    private final Desk desk;
    private final Pull pull;

    ImportDoor(Desk desk, Pull pull) {
        this.desk = desk;
        this.pull = pull;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.post("/api/import", this::start);
        routes.get("/api/imports", this::runs);
        routes.get("/api/imports/{run}", this::run);
        routes.get("/api/imports/{run}/refusals", this::refusals);
        routes.post("/api/imports/{run}/undo", this::undo);
        routes.post("/api/imports/{run}/redo", this::redo);
    }

    private Imports imports() {
        return desk.rooms().work().imports();
    }

    /** The job that was started, with the three members that the route of old answered. */
    record Started(boolean success, long count, String message, JobDoor.Row job) {}

    private void start(Context context) {
        User user = desk.caller(context);
        String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
        boolean isOrder = type.startsWith("application/json") && Parameter.text(context, "name") == null;
        boolean isLook = Asked.flag(context, "preview");
        if (isOrder && isLook) {
            throw Problem.badRequest("A history elsewhere cannot be looked at first.")
                    .expected("a file, or no preview")
                    .got("an order")
                    .where("query parameter preview")
                    .raised();
        }
        Begin begin = isLook ? imports()::look : imports()::startSpooled;
        Job job = isOrder
                ? pull.start(user, desk.fields(context).node())
                : type.startsWith("multipart/") ? multipart(context, user.id(), begin) : raw(context, user.id(), begin);
        answerStarted(desk, context, job, isLook ? "The look at the file has begun" : "The import has begun");
    }

    static void answerStarted(Desk desk, Context context, Job job, String begun) {
        context.status(202);
        context.header("Location", "/api/jobs/" + job.id());
        String message = begun + "; /api/jobs/" + job.id() + " tells how far it is.";
        desk.answer(context, new Started(true, 0, message, JobDoor.Row.of(job)));
    }

    /** What is begun with a spooled file. */
    private interface Begin {
        Job job(UserId user, Path file, String name) throws JobFailure;
    }

    private Job multipart(Context context, UserId user, Begin begin) {
        List<UploadedFile> files = context.uploadedFiles();
        if (files.size() != 1) {
            throw Problem.badRequest("Send one file at a time.")
                    .expected("a form with one file")
                    .got(files.size() + " files")
                    .where("body")
                    .raised();
        }
        UploadedFile file = files.getFirst();
        try (InputStream in = file.content()) {
            return spooled(user, in, file.filename(), begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Job raw(Context context, UserId user, Begin begin) {
        String name = Parameter.text(context, "name");
        return spooled(user, context.bodyInputStream(), name == null ? "upload" : name, begin);
    }

    private Job spooled(UserId user, InputStream in, String name, Begin begin) {
        Path file = null;
        try {
            Path spool = Files.createDirectories(desk.rooms().work().spool());
            file = Files.createTempFile(spool, "import-", ".part");
            copy(in, file);
            Job job = begin.job(user, file, name);
            file = null;
            return job;
        } catch (JobFailure e) {
            throw Problem.of(422, e.reason() + ". " + e.whatToDo())
                    .got(name)
                    .where("body")
                    .raised();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void copy(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > UPLOAD_BYTES_MAX) {
                    throw Problem.of(413, "The file is larger than this server takes.")
                            .expected("at most " + UPLOAD_BYTES_MAX + " bytes")
                            .where("body")
                            .raised();
                }
                out.write(buffer, 0, read);
            }
        }
        if (bytes == 0) {
            throw Problem.badRequest("The body is empty.")
                    .expected("a file with a history")
                    .got(null)
                    .where("body")
                    .raised();
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One import run. */
    record Run(
            int number,
            String format,
            String source,
            String state,
            @Nullable String startedAt,
            @Nullable String finishedAt,
            long rowsRead,
            long rowsNew,
            long rowsKnown,
            long rowsRefused,
            long rowsLeftOut,
            @Nullable String firstAt,
            @Nullable String lastAt,
            @Nullable String boundary,
            String message,
            String standing) {
        static Run of(ImportRun run) {
            var tally = run.tally();
            return new Run(
                    run.number(),
                    run.format(),
                    run.source(),
                    run.state().word(),
                    Desk.time(run.startedAt()),
                    Desk.time(run.finishedAt()),
                    tally.read(),
                    tally.fresh(),
                    tally.known(),
                    tally.refused(),
                    tally.leftOut(),
                    Desk.time(run.firstAt()),
                    Desk.time(run.lastAt()),
                    Desk.time(run.boundary()),
                    run.message(),
                    run.standing().word());
        }
    }

    private void runs(Context context) {
        UserId user = desk.user(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", RUNS_OTHERWISE, RUNS));
        desk.answer(context, imports().runs(user, limit).stream().map(Run::of).toList());
    }

    private void run(Context context) {
        desk.answer(context, Run.of(found(context)));
    }

    private void refusals(Context context) {
        UserId user = desk.user(context);
        List<Refusal> refusals = imports().refusals(user, found(context).number());
        desk.answer(context, refusals);
    }

    private void undo(Context context) {
        User user = desk.caller(context);
        int run = found(context).number();
        Ledger.Author author = Decisions.author(user, because(context));
        answerStarted(desk, context, Starting.job(() -> imports().undo(user.id(), run, author)), "The undo has begun");
    }

    private void redo(Context context) {
        User user = desk.caller(context);
        int run = found(context).number();
        Ledger.Author author = Decisions.author(user, because(context));
        answerStarted(desk, context, Starting.job(() -> imports().redo(user.id(), run, author)), "The redo has begun");
    }

    private @Nullable String because(Context context) {
        return context.bodyAsBytes().length == 0 ? null : desk.fields(context).text("because");
    }

    private ImportRun found(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "run");
        return imports().run(user, number).orElseThrow(() -> Asked.missing("import run", number));
    }
}
