package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.catalog.Identity;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.report.Chart;
import io.reprise.report.Counts;
import io.reprise.report.Filter;
import io.reprise.report.Standing;
import io.reprise.report.Step;
import io.reprise.report.Subject;
import io.reprise.report.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/items/{number}}, {@code /api/creators/{number}} and {@code /api/containers/{number}}: what one of them
 * means to the caller. Its plays are {@code /api/scrobbles?item=}, {@code ?creator=} and {@code ?container=}.
 */
final class ThingDoor implements Door {
    private static final int TOP_ROWS = 20;
    private static final int LATEST_PLAYS = 20;
    private final Desk desk;

    ThingDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/items/{number}", context -> show(context, Subject.ITEM));
        routes.get("/api/creators/{number}", context -> show(context, Subject.CREATOR));
        routes.get("/api/containers/{number}", context -> show(context, Subject.CONTAINER));
    }

    /** An outside id that sources told for an item. */
    record Id(String scheme, String value) {}

    /** An outside id that a decision tied to it, and how sure that was, from 0 to 1. */
    record Link(String scheme, String value, double confidence, long decision) {}

    /** A top list inside of it. */
    record Top(int rank, int number, String name, String credit, String kind, long plays, long seconds) {}

    record Shape(
            int number,
            String name,
            String credit,
            String kind,
            long plays,
            long seconds,
            int rank,
            Shapes.@Nullable When first,
            Shapes.@Nullable When last,
            @Nullable Integer length,
            List<Id> ids,
            String status,
            double confidence,
            List<Link> links,
            FactShape facts,
            List<Top> creators,
            List<Top> containers,
            List<Top> items,
            String by,
            List<ChartDoor.Bucket> overTime,
            List<Shapes.PlayRow> latest) {}

    private void show(Context context, Subject subject) {
        UserId user = desk.user(context);
        History history = desk.history(user);
        int asked = Asked.count(context, "number");
        Standing standing =
                Standing.of(history, subject, asked).orElseThrow(() -> Asked.missing(subject.word(), asked));
        int number = standing.what().number();
        Question question = Question.read(context, history, desk.today(history));
        Filter filter = question.filter().with(subject, number);
        Step step = ChartDoor.step(context, "by", Step.MONTH);
        var asking = new Question(question.period(), filter);
        Identity identity = identity(user, subject, number);
        int length = subject == Subject.ITEM ? history.names().length(number) : 0;
        desk.answer(
                context,
                new Shape(
                        number,
                        standing.what().name(),
                        standing.what().credit(),
                        standing.what().kind(),
                        standing.plays(),
                        standing.seconds(),
                        standing.rank(),
                        Shapes.When.orNull(standing.first()),
                        Shapes.When.orNull(standing.last()),
                        length == 0 ? null : (Integer) length,
                        subject == Subject.ITEM ? ids(user, number) : List.of(),
                        identity.status().word(),
                        identity.confidence(),
                        identity.links().stream()
                                .map(link -> new Link(
                                        link.id().scheme(), link.id().value(), link.confidence(), link.decision()))
                                .toList(),
                        facts(user, history, subject, number),
                        tops(history, asking, subject, Subject.CREATOR),
                        tops(history, asking, subject, Subject.CONTAINER),
                        tops(history, asking, subject, Subject.ITEM),
                        step.word(),
                        Counts.of(history, question.range(), filter, step).buckets().stream()
                                .map(ChartDoor.Bucket::of)
                                .toList(),
                        Timeline.of(history, question.range(), filter, Timeline.Page.newest(LATEST_PLAYS))
                                .plays()
                                .stream()
                                .map(Shapes.PlayRow::of)
                                .toList()));
    }

    private static List<Top> tops(History history, Question question, Subject of, Subject wanted) {
        if (of == wanted) {
            return List.of();
        }
        return Chart.of(history, question.range(), question.filter(), Chart.Ask.top(wanted, TOP_ROWS)).rows().stream()
                .map(row -> new Top(
                        row.rank(),
                        row.what().number(),
                        row.what().name(),
                        row.what().credit(),
                        row.what().kind(),
                        row.plays(),
                        row.seconds()))
                .toList();
    }

    private static Thing thing(Subject subject, int number) {
        SubjectKind kind = switch (subject) {
            case ITEM -> SubjectKind.ITEM;
            case CREATOR -> SubjectKind.CREATOR;
            case CONTAINER -> SubjectKind.CONTAINER;
        };
        return new Thing(kind, number);
    }

    private Identity identity(UserId user, Subject subject, int number) {
        return desk.rooms().books().read().database().read(tx -> Identity.of(tx, user, thing(subject, number)));
    }

    private FactShape facts(UserId user, History history, Subject subject, int number) {
        Thing thing = thing(subject, number);
        List<Fact> told = desk.rooms().books().read().database().read(tx -> FactRows.of(tx, user, thing));
        return FactShape.of(
                history.names().facts(), thing, told, desk.rooms().identity().review());
    }

    private List<Id> ids(UserId user, int item) {
        List<Id> ids = new ArrayList<>();
        desk.rooms().books().read().database().read(tx -> {
            ids.clear();
            CatalogRows.ids(tx, user, item, (scheme, value) -> ids.add(new Id(scheme, value)));
            return ids.size();
        });
        return ids;
    }
}
