package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.catalog.Ledger;
import io.reprise.http.Problem;
import io.reprise.imports.ImportRun;
import io.reprise.imports.Imports;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a file in, shows how far its import is as it goes, and lists what came of each. */
final class ImportsPage {
    private static final String PATH = "/imports";
    private static final long UPLOAD_BYTES_MAX = 4L * 1024 * 1024 * 1024;

    private final Rooms rooms;
    private final Reception reception;
    private final Streams streams;
    private final ImportWords words;
    private final DropSection drop;

    ImportsPage(Rooms rooms, Reception reception, Streams streams) {
        this.rooms = rooms;
        this.reception = reception;
        this.streams = streams;
        this.words = new ImportWords(rooms.importing());
        this.drop = new DropSection(
                rooms.importing().drops(), reception, (visit, wrong) -> send(visit, new Wrong(null, null, wrong)));
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> send(visit, Wrong.NOTHING)));
        new ConnectionsSection(
                        rooms.importing(), reception, (visit, wrong) -> send(visit, new Wrong(null, wrong, null)))
                .open(routes);
        drop.open(routes);
        routes.post(PATH, reception.signedIn(this::take));
        routes.post(PATH + "/jobs/{id}/cancel", reception.signedIn(this::cancel));
        reception.guardStream(routes, PATH + "/live");
        routes.sse(PATH + "/live", this::serve);
        routes.get(PATH + "/{number}", reception.signedIn(this::showRun));
        routes.post(PATH + "/{number}/undo", reception.signedIn(visit -> turn(visit, imports()::undo)));
        routes.post(PATH + "/{number}/redo", reception.signedIn(visit -> turn(visit, imports()::redo)));
    }

    /** What was wrong with a file, a connection or the drop folder. */
    private record Wrong(
            @Nullable String file,
            @Nullable String connection,
            @Nullable String drop) {
        static final Wrong NOTHING = new Wrong(null, null, null);
    }

    private void send(Visit visit, Wrong wrong) {
        ImportsView view = new ImportsView(
                rooms.importing().imports().understood(),
                words.parties(),
                words.now(visit),
                drop.view(visit, wrong.drop()),
                wrong.file(),
                wrong.connection());
        visit.send((output, tags) -> JteimportsGenerated.render(output, tags, visit.frame("Imports", PATH), view));
    }

    private void take(Visit visit) {
        long length = visit.context().req().getContentLengthLong();
        if (length > UPLOAD_BYTES_MAX) {
            throw Problem.of(413, "This file is too large; split it.")
                    .expected("at most 4 GiB")
                    .got(length + " bytes")
                    .raised();
        }
        UploadedFile file = visit.context().uploadedFile("file");
        String name = file == null ? "" : file.filename();
        boolean isLook = visit.context().formParam("look") != null;
        String wrong = file == null || file.size() == 0
                ? "Choose a file first; an empty one was sent."
                : started(visit.user().id(), file, isLook);
        if (!wrong.isEmpty()) {
            visit.context().status(visit.isPart() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        }
        if (visit.isPart()) {
            visit.send((output, tags) -> JteuploadedGenerated.render(output, tags, name, wrong, isLook));
        } else if (wrong.isEmpty()) {
            visit.seeOther(PATH);
        } else {
            send(visit, new Wrong(wrong, null, null));
        }
    }

    /** Spools the file and starts its import; answers with what is wrong, empty where nothing is. */
    private String started(UserId user, UploadedFile file, boolean isLook) {
        Path spooled = spooled(file);
        try {
            if (isLook) {
                rooms.importing().imports().look(user, spooled, file.filename());
            } else {
                rooms.importing().imports().startSpooled(user, spooled, file.filename());
            }
            streams.ring(user);
            return "";
        } catch (JobFailure failure) {
            delete(spooled);
            return failure.reason() + ". " + Words.capital(failure.whatToDo()) + ".";
        }
    }

    private Path spooled(UploadedFile file) {
        try (InputStream content = file.content()) {
            Path folder = Files.createDirectories(rooms.importing().spool());
            Path spooled = Files.createTempFile(folder, "upload", ".part");
            Files.copy(content, spooled, StandardCopyOption.REPLACE_EXISTING);
            return spooled;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be kept; is the disk full?", e);
        }
    }

    private static void delete(Path spooled) {
        try {
            Files.deleteIfExists(spooled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cancel(Visit visit) {
        rooms.importing().worker().cancel(visit.user().id(), JobAddress.read(visit));
        visit.seeOther(PATH);
    }

    private void showRun(Visit visit) {
        RunView view = words.run(visit, found(visit));
        visit.send((output, tags) -> JterunGenerated.render(output, tags, visit.frame(view.title(), PATH), view));
    }

    private Imports imports() {
        return rooms.importing().imports();
    }

    /** Starts the undo or redo of a run. */
    private interface Turning {
        Job start(UserId user, int run, Ledger.Author author) throws JobFailure;
    }

    private void turn(Visit visit, Turning turning) {
        int number = found(visit).number();
        try {
            turning.start(
                    visit.user().id(), number, new Ledger.Author(visit.user().name(), "asked for on the page"));
        } catch (JobFailure failure) {
            throw Problem.of(409, failure.reason() + "; " + failure.whatToDo() + ".")
                    .raised();
        }
        streams.ring(visit.user().id());
        visit.seeOther(PATH);
    }

    private ImportRun found(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        return imports()
                .run(visit.user().id(), number)
                .orElseThrow(() -> Problem.notFound("You have no import number " + number + ".")
                        .raised());
    }

    private void serve(SseClient client) {
        Optional<User> user = rooms.callers().find(client.ctx());
        if (user.isEmpty()) {
            return;
        }
        UserId id = user.get().id();
        try (AutoCloseable watch = rooms.importing().worker().watch(id, any -> streams.ring(id))) {
            streams.serve(client, id, () -> parts(reception.visit(client.ctx(), user.get())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a watch of jobs did not close", e);
        }
    }

    private Map<String, String> parts(Visit visit) {
        ImportsView.Now now = words.now(visit);
        return Map.of("imports", Html.line((output, tags) -> JteimportsNowGenerated.render(output, tags, now)));
    }
}
