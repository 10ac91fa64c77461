package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.art.ArtJob;
import io.reprise.art.Gallery;
import io.reprise.art.PictureSize;
import io.reprise.art.Pictures;
import io.reprise.art.Placeholder;
import io.reprise.art.UnusablePicture;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.report.Named;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Pictures of the caller's things: {@code /art/items/{number}?size=80} as a picture, {@code /api/items/{number}/art}
 * the same, with PUT and DELETE for one's own; {@code POST /api/art/fetch} starts the job that looks for them.
 */
final class ArtDoor implements Door {
    private static final int HASH_CHARS = 16;
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "private, no-cache";
    private static final String SIZES = "80, 250, 500 or 1000";

    private final Desk desk;

    ArtDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/art/{subject}/{number}", context -> show(context, subject(context)));
        for (Subject subject : Subject.values()) {
            String path = "/api/" + subject.word() + "s/{number}/art";
            routes.get(path, context -> show(context, subject));
            routes.put(path, context -> bring(context, subject));
            routes.delete(path, context -> takeBack(context, subject));
        }
        routes.get("/api/art/sources", this::sources);
        routes.post("/api/art/fetch", this::fetch);
    }

    /** Who is asked for pictures, and what has to be said beside them. */
    record Source(String word, String title, String terms) {}

    record Kept(String picture) {}

    record TakenBack(boolean deleted) {}

    private Pictures pictures() {
        return desk.rooms().pictured().pictures();
    }

    private static Subject subject(Context context) {
        String word = context.pathParam("subject");
        return Subject.ofWord(word)
                .orElseThrow(() -> Problem.notFound("There are no pictures of " + word + ".")
                        .expected("items, creators or containers")
                        .got(word)
                        .where("path")
                        .raised());
    }

    /** The canonical thing, by its number or that of one merged into it. */
    private static Named named(Context context, History history, Subject subject) {
        int number = Asked.count(context, "number");
        return Standing.named(history, subject, number).orElseThrow(() -> Asked.missing(subject.word(), number));
    }

    private static Thing thing(Named named) {
        SubjectKind kind = switch (named.subject()) {
            case ITEM -> SubjectKind.ITEM;
            case CREATOR -> SubjectKind.CREATOR;
            case CONTAINER -> SubjectKind.CONTAINER;
        };
        return new Thing(kind, named.number());
    }

    private void show(Context context, Subject subject) {
        UserId user = desk.user(context);
        PictureSize size = size(context);
        History history = desk.history(user);
        Named named = named(context, history, subject);
        Gallery gallery = pictures().gallery(user, history);
        Optional<Pictures.Print> print = pictures().print(user, gallery, thing(named), size);
        if (print.isPresent()) {
            String hash = print.get().hash().substring(0, HASH_CHARS);
            boolean isPinned = hash.equals(context.queryParam("v"));
            context.header("Cache-Control", isPinned ? FOR_EVER : ASK_AGAIN);
            answer(context, hash + "-" + size.side(), "image/jpeg", print.get().jpeg());
            return;
        }
        Placeholder placeholder =
                subject == Subject.CREATOR ? Placeholder.person(named.name()) : Placeholder.work(named.name(), "");
        byte[] svg = placeholder.svg();
        CRC32 sum = new CRC32();
        sum.update(svg);
        context.header("Cache-Control", ASK_AGAIN);
        context.header("Content-Security-Policy", "default-src 'none'");
        answer(context, "drawn-" + Long.toHexString(sum.getValue()), "image/svg+xml; charset=utf-8", svg);
    }

    private static PictureSize size(Context context) {
        String text = Parameter.text(context, "size");
        return text == null
                ? PictureSize.MEDIUM
                : PictureSize.ofSide(text)
                        .orElseThrow(() -> Problem.badRequest("There are no pictures of this size.")
                                .expected(SIZES)
                                .got(text)
                                .where("query parameter size")
                                .raised());
    }

    private static void answer(Context context, String version, String type, byte[] bytes) {
        String tag = '"' + version + '"';
        context.header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        // The server's usual text encoding says nothing of a picture.
        context.res().setCharacterEncoding(null);
        context.contentType(type).result(bytes);
    }

    private void bring(Context context, Subject subject) {
        UserId user = desk.user(context);
        Named named = named(context, desk.history(user), subject);
        try {
            pictures().bring(user, thing(named), body(context));
        } catch (UnusablePicture e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .expected("a JPEG, PNG or GIF as the body")
                    .got(context.contentType())
                    .where("body")
                    .raised();
        }
        desk.answer(context, new Kept("/art/" + subject.word() + "s/" + named.number()));
    }

    /** One byte more than may be, so that it is told from what may. */
    private static byte[] body(Context context) {
        try (InputStream in = context.bodyInputStream()) {
            return in.readNBytes(Pictures.UPLOAD_BYTES_MAX + 1);
        } catch (IOException e) {
            throw Problem.badRequest("The picture did not come whole: " + e.getMessage() + ". Send it again.")
                    .where("body")
                    .raised();
        }
    }

    private void takeBack(Context context, Subject subject) {
        UserId user = desk.user(context);
        Named named = named(context, desk.history(user), subject);
        desk.answer(context, new TakenBack(pictures().takeBack(user, thing(named))));
    }

    private void sources(Context context) {
        desk.user(context);
        List<Source> sources = desk.rooms().pictured().curator().sources().stream()
                .map(source -> new Source(source.word(), source.title(), source.terms()))
                .toList();
        desk.answer(context, sources);
    }

    private void fetch(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        ArtJob.Argument argument = new ArtJob.Argument(
                fields.count("pictures_max", ArtJob.Argument.USUAL.picturesMax(), 1, ArtJob.Argument.PICTURES_MAX));
        desk.readWhatIsNew(user);
        Job job = Starting.job(() -> desk.rooms().pictured().curator().fetch(user, argument));
        context.status(HttpStatus.ACCEPTED);
        context.header("Location", "/api/jobs/" + job.id());
        String message = "Pictures are looked for; /api/jobs/" + job.id() + " tells how far it is.";
        desk.answer(context, new ImportDoor.Started(true, 0, message, JobDoor.Row.of(job)));
    }
}
