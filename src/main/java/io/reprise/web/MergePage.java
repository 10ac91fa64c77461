package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.catalog.Ledger;
import io.reprise.catalog.Thing;
import io.reprise.http.Problem;
import io.reprise.report.Filter;
import io.reprise.report.Named;
import io.reprise.report.Search;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import java.util.List;

/** Says that a thing is the same as another one, which is looked for by its name. */
final class MergePage {
    private static final int HITS_MAX = 20;
    private static final int QUERY_CHARS_MAX = 200;
    private static final int DIGITS_MAX = 9;

    private final Rooms rooms;
    private final Reception reception;

    MergePage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        for (Subject subject : Subject.values()) {
            String path = "/" + subject.word() + "s/{number}/merge";
            routes.get(path, reception.signedIn(visit -> show(visit, subject)));
            routes.post(path, reception.signedIn(visit -> merge(visit, subject)));
        }
    }

    private static Named named(Visit visit, Subject subject) {
        int number = Addresses.number(visit.context(), "number");
        return Standing.of(visit.history(), subject, number)
                .orElseThrow(() -> Problem.notFound(
                                "There is no " + subject.word() + " with the number " + number + " in your history.")
                        .raised())
                .what();
    }

    private void show(Visit visit, Subject subject) {
        Named here = named(visit, subject);
        String asked = visit.context().queryParam("q");
        String query = asked == null || asked.isBlank() ? here.name() : asked.strip();
        String sought = query.length() <= QUERY_CHARS_MAX ? query : query.substring(0, QUERY_CHARS_MAX);
        Search found = Search.of(visit.history(), Filter.NONE, sought, HITS_MAX);
        List<Search.Found> hits = switch (subject) {
            case ITEM -> found.items();
            case CREATOR -> found.creators();
            case CONTAINER -> found.containers();
        };
        MergeView view = new MergeView(
                Rows.href(here),
                here.name(),
                here.credit(),
                subject.word(),
                sought,
                hits.stream()
                        .filter(hit -> hit.what().number() != here.number())
                        .map(hit -> new MergeView.Row(
                                hit.what().number(),
                                Rows.name(visit, hit.what()),
                                Rows.href(hit.what()),
                                visit.voice().count(hit.plays(), "play", "plays")))
                        .toList());
        visit.send(
                (output, tags) -> JtemergeGenerated.render(output, tags, visit.frame("The same as another", ""), view));
    }

    private void merge(Visit visit, Subject subject) {
        Named here = named(visit, subject);
        String text = visit.context().formParam("into");
        if (text == null || !text.matches("[1-9][0-9]{0," + (DIGITS_MAX - 1) + "}")) {
            throw Problem.badRequest("It was not said what it is the same as.")
                    .expected("the number of another " + subject.word())
                    .got(text)
                    .where("into")
                    .raised();
        }
        int into = Integer.parseInt(text);
        Ledger.Author author = new Ledger.Author(visit.user().name(), Correction.because(visit.context()));
        Thing from = Faces.thing(subject, here.number());
        long decision = ThingPages.decided(
                () -> rooms.deciding().ledger().merge(visit.user().id(), from, into, author));
        visit.seeOther("/" + subject.word() + "s/" + into + "?decided=" + decision);
    }
}
