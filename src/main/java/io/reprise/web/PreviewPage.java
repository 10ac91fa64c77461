package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Problem;
import io.reprise.imports.Imports;
import io.reprise.imports.Preview;
import io.reprise.job.JobFailure;
import io.reprise.job.JobId;
import java.util.ArrayList;
import java.util.List;

/** What a look at a file saw, before anything of it is stored; from here it is imported or thrown away. */
final class PreviewPage {
    private static final String PATH = "/imports/looks/{id}";
    private static final String IMPORTS = "/imports";

    private final Rooms rooms;
    private final Reception reception;

    PreviewPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        routes.post(PATH + "/import", reception.signedIn(this::bring));
        routes.post(PATH + "/discard", reception.signedIn(this::discard));
    }

    private Imports imports() {
        return rooms.importing().imports();
    }

    private void show(Visit visit) {
        JobId job = JobAddress.read(visit);
        Preview preview = found(visit, job);
        PreviewView view = view(visit, job, preview);
        visit.send(
                (output, tags) -> JtepreviewGenerated.render(output, tags, visit.frame(preview.name(), IMPORTS), view));
    }

    private Preview found(Visit visit, JobId job) {
        return imports()
                .preview(visit.user().id(), job)
                .orElseThrow(() -> Problem.notFound("There is no such file to look at; it may be imported already.")
                        .raised());
    }

    private void bring(Visit visit) {
        JobId job = JobAddress.read(visit);
        found(visit, job);
        try {
            imports().importPreviewed(visit.user().id(), job);
        } catch (JobFailure failure) {
            throw Problem.of(409, failure.reason() + "; " + failure.whatToDo() + ".")
                    .raised();
        }
        visit.seeOther(IMPORTS);
    }

    private void discard(Visit visit) {
        imports().discard(visit.user().id(), JobAddress.read(visit));
        visit.seeOther(IMPORTS);
    }

    private static PreviewView view(Visit visit, JobId job, Preview preview) {
        Voice voice = visit.voice();
        var tally = preview.tally();
        List<Figure> totals = List.of(
                new Figure(voice.number(tally.read()), "rows"),
                new Figure(voice.number(tally.fresh()), "new"),
                new Figure(voice.number(preview.likelyDuplicates()), "of them told by another source"),
                new Figure(voice.number(tally.known()), "known already"),
                new Figure(voice.number(tally.refused()), "not readable"),
                new Figure(voice.number(tally.leftOut()), "left out"));
        List<String> remarks = new ArrayList<>(preview.remarks());
        preview.leftOut().forEach((reason, count) -> remarks.add(voice.number(count) + " left out: " + reason));
        preview.columns().forEach((column, meaning) -> remarks.add("Column " + column + " is read as: " + meaning));
        return new PreviewView(
                job.value(),
                preview.name(),
                sentence(visit, preview),
                totals,
                remarks,
                rows(visit, preview.sample()),
                rows(visit, preview.duplicates()),
                preview.refusals());
    }

    private static String sentence(Visit visit, Preview preview) {
        return "Nothing of it is stored yet. It is read as " + preview.format() + "."
                + ImportWords.span(visit, preview.firstAt(), preview.lastAt());
    }

    private static List<PreviewView.Row> rows(Visit visit, List<Preview.Row> rows) {
        return rows.stream()
                .map(row -> {
                    Long at = row.at();
                    String when = at == null ? "no date" : ImportWords.date(visit, at);
                    return new PreviewView.Row(when, row.title(), row.credit(), row.fate(), row.because());
                })
                .toList();
    }
}
