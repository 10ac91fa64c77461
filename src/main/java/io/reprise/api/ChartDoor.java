package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.report.Chart;
import io.reprise.report.Counts;
import io.reprise.report.Measure;
import io.reprise.report.Search;
import io.reprise.report.Step;
import io.reprise.report.Subject;
import java.util.Arrays;
import java.util.List;

/** {@code /api/charts/{subject}}, {@code /api/counts} and {@code /api/search}, over every kind of media. */
final class ChartDoor implements Door {
    private static final int ROWS_OTHERWISE = 100;
    private static final int FOUND_OTHERWISE = 20;
    private static final int OFFSET_MAX = 100_000_000;
    private final Desk desk;

    ChartDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/charts/{subject}", this::chart);
        routes.get("/api/counts", this::counts);
        routes.get("/api/search", this::search);
    }

    record Place(
            int rank, int number, String name, String credit, String kind, long plays, long seconds, double share) {
        static Place of(Chart.Row row) {
            return new Place(
                    row.rank(),
                    row.what().number(),
                    row.what().name(),
                    row.what().credit(),
                    row.what().kind(),
                    row.plays(),
                    row.seconds(),
                    row.share());
        }
    }

    record Places(String subject, String by, String range, long plays, long seconds, int size, List<Place> rows) {}

    record Bucket(String label, String from, String to, long plays, long seconds) {
        static Bucket of(Counts.Bucket bucket) {
            return new Bucket(
                    bucket.label(), bucket.from().toString(), bucket.to().toString(), bucket.plays(), bucket.seconds());
        }
    }

    record Buckets(String by, String range, long unplaced, List<Bucket> buckets) {}

    record Hit(int number, String name, String credit, String kind, long plays) {
        static Hit of(Search.Found found) {
            return new Hit(
                    found.what().number(),
                    found.what().name(),
                    found.what().credit(),
                    found.what().kind(),
                    found.plays());
        }
    }

    record Hits(String q, List<Hit> creators, List<Hit> containers, List<Hit> items) {}

    private void chart(Context context) {
        History history = desk.history(context);
        Subject subject = subject(context);
        Question question = Question.read(context, history, desk.today(history));
        Chart.Ask ask = new Chart.Ask(subject, measure(context), rows(context), offset(context));
        Chart chart = Chart.of(history, question.range(), question.filter(), ask);
        Pages.total(context, chart.size());
        desk.answer(
                context,
                new Places(
                        subject.word(),
                        chart.measure().word(),
                        question.period().text(),
                        chart.plays(),
                        chart.seconds(),
                        chart.size(),
                        chart.rows().stream().map(Place::of).toList()));
    }

    private static int rows(Context context) {
        return Math.toIntExact(
                Parameter.number(context, "limit", ROWS_OTHERWISE, new Parameter.Bounds(1, Chart.ROWS_MAX)));
    }

    private static int offset(Context context) {
        return Math.toIntExact(Parameter.number(context, "offset", 0, new Parameter.Bounds(0, OFFSET_MAX)));
    }

    private static Measure measure(Context context) {
        return Asked.word(
                context, "by", Measure::ofWord, new Asked.Choice<>(Measure.PLAYS, List.of("plays", "seconds")));
    }

    private static Subject subject(Context context) {
        String word = context.pathParam("subject");
        return Subject.ofWord(word)
                .orElseThrow(() -> Problem.notFound("There is no chart of this.")
                        .expected("items, creators or containers")
                        .got(word)
                        .where("path")
                        .raised());
    }

    private void counts(Context context) {
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        Counts counts = Counts.of(history, question.range(), question.filter(), step(context, "by", Step.DAY));
        desk.answer(
                context,
                new Buckets(
                        counts.step().word(),
                        question.period().text(),
                        counts.unplaced(),
                        counts.buckets().stream().map(Bucket::of).toList()));
    }

    static Step step(Context context, String name, Step otherwise) {
        List<String> words = Arrays.stream(Step.values()).map(Step::word).toList();
        return Asked.word(context, name, Step::ofWord, new Asked.Choice<>(otherwise, words));
    }

    private void search(Context context) {
        History history = desk.history(context);
        String text = Parameter.text(context, "q");
        int limit = Math.toIntExact(
                Parameter.number(context, "limit", FOUND_OTHERWISE, new Parameter.Bounds(1, Search.FOUND_MAX)));
        if (text == null) {
            throw Problem.badRequest("Say what to look for.")
                    .expected("a part of a name")
                    .got(null)
                    .where("query parameter q")
                    .raised();
        }
        Search search = Search.of(history, Question.filter(context), text, limit);
        desk.answer(
                context,
                new Hits(
                        text,
                        search.creators().stream().map(Hit::of).toList(),
                        search.containers().stream().map(Hit::of).toList(),
                        search.items().stream().map(Hit::of).toList()));
    }
}
