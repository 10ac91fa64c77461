package io.reprise.web;

import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.art.ArtJob;
import io.reprise.art.Pictures;
import io.reprise.art.UnusablePicture;
import io.reprise.catalog.Thing;
import io.reprise.http.Problem;
import io.reprise.job.JobFailure;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import java.io.IOException;
import java.io.InputStream;

/** The forms for pictures: one's own for a thing, that taken back, and the button that looks for all of them. */
final class PictureForms {
    private final Rooms rooms;
    private final Reception reception;

    PictureForms(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        for (Subject subject : Subject.values()) {
            String path = "/" + subject.word() + "s/{number}/picture";
            routes.post(path, reception.signedIn(visit -> bring(visit, subject)));
            routes.post(path + "/delete", reception.signedIn(visit -> takeBack(visit, subject)));
        }
        routes.post("/art/fetch", reception.signedIn(this::fetch));
    }

    private static Thing thing(Visit visit, Subject subject) {
        int number = Addresses.number(visit.context(), "number");
        return Standing.named(visit.history(), subject, number)
                .map(named -> Faces.thing(subject, named.number()))
                .orElseThrow(() -> Problem.notFound(
                                "There is no " + subject.word() + " with the number " + number + " in your history.")
                        .raised());
    }

    private void bring(Visit visit, Subject subject) {
        Thing thing = thing(visit, subject);
        UploadedFile file = visit.context().uploadedFile("file");
        if (file == null || file.size() == 0) {
            throw Problem.badRequest("No picture was chosen.")
                    .expected("a JPEG, PNG or GIF")
                    .where("file")
                    .raised();
        }
        try (InputStream in = file.content()) {
            rooms.pictured().pictures().bring(visit.user().id(), thing, in.readNBytes(Pictures.UPLOAD_BYTES_MAX + 1));
        } catch (UnusablePicture e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .expected("a JPEG, PNG or GIF")
                    .got(file.filename())
                    .where("file")
                    .raised();
        } catch (IOException e) {
            throw Problem.badRequest("The picture did not come whole: " + e.getMessage() + ". Send it again.")
                    .where("file")
                    .raised();
        }
        back(visit, subject, thing);
    }

    private void takeBack(Visit visit, Subject subject) {
        Thing thing = thing(visit, subject);
        rooms.pictured().pictures().takeBack(visit.user().id(), thing);
        back(visit, subject, thing);
    }

    private static void back(Visit visit, Subject subject, Thing thing) {
        visit.seeOther("/" + subject.word() + "s/" + thing.number());
    }

    private void fetch(Visit visit) {
        try {
            rooms.pictured().curator().fetch(visit.user().id(), ArtJob.Argument.USUAL);
        } catch (JobFailure e) {
            throw Problem.of(409, e.reason() + "; " + e.whatToDo() + ".").raised();
        }
        visit.seeOther("/jobs");
    }
}
