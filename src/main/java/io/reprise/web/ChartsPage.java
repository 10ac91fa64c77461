package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Measure;
import io.reprise.report.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creators, containers or items of a kind, ranked in a range, page by page. */
final class ChartsPage {
    private static final String PATH = "/charts/";
    private static final int PAGE_ROWS = 50;
    private static final int OFFSET_MAX = 10_000_000;

    private final Reception reception;

    ChartsPage(Reception reception) {
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get("/charts", context -> context.redirect(PATH + "creators"));
        routes.get(PATH + "{subject}", reception.signedIn(this::show));
    }

    /** What is asked: which things, of which kind, in which range, after how many. */
    private record Ask(Subject subject, @Nullable MediaKind kind, AskedRange range, int offset) {
        String path() {
            return PATH + subject.word() + "s";
        }

        List<RangeSwitch.Kept> kindKept() {
            return kind == null ? List.of() : List.of(new RangeSwitch.Kept("kind", kind.word()));
        }

        List<RangeSwitch.Kept> kept() {
            List<RangeSwitch.Kept> all = new ArrayList<>(range.kept());
            all.addAll(kindKept());
            return all;
        }

        String at(int other) {
            List<RangeSwitch.Kept> all = new ArrayList<>(kept());
            if (other > 0) {
                all.add(new RangeSwitch.Kept("offset", Integer.toString(other)));
            }
            return Query.on(path(), all);
        }
    }

    private void show(Visit visit) {
        Ask ask = ask(visit);
        Filter filter = Kinds.filter(ask.kind());
        Chart chart = Chart.of(
                visit.history(),
                ask.range().range(),
                filter,
                new Chart.Ask(ask.subject(), Measure.PLAYS, PAGE_ROWS, ask.offset()));
        long most = most(visit, ask, chart);
        Chart before = ask.offset() > 0 || ask.range().length() == AskedRange.Length.ALL
                ? null
                : ask.range()
                        .before()
                        .map(range -> Chart.of(
                                visit.history(), range, filter, Chart.Ask.top(ask.subject(), Rows.MOVES_ROWS_MAX)))
                        .orElse(null);
        ChartsView view = new ChartsView(
                head(visit.voice(), ask, chart),
                ask.range().switchOn(ask.path(), ask.kindKept()),
                subjects(ask),
                Kinds.choices(visit, ask.path(), ask.range().kept(), ask.kind()),
                Rows.of(visit, chart, most, before),
                beside(ask, chart));
        visit.send((output, tags) ->
                JtechartsGenerated.render(output, tags, visit.frame(view.title(), "/charts/creators"), view));
    }

    private static Ask ask(Visit visit) {
        String word = visit.context().pathParam("subject");
        Subject subject = Subject.ofWord(word)
                .orElseThrow(() -> Problem.notFound("There is no chart of " + word + ".")
                        .expected("creators, containers or items")
                        .raised());
        Parameter.Bounds bounds = new Parameter.Bounds(0, OFFSET_MAX);
        return new Ask(
                subject,
                Kinds.asked(visit.context()),
                AskedRange.read(visit.context(), visit.clock(), AskedRange.Length.ALL),
                Math.toIntExact(Parameter.number(visit.context(), "offset", 0, bounds)));
    }

    /** The plays of the very first place, so that bars mean the same on every page. */
    private static long most(Visit visit, Ask ask, Chart chart) {
        List<Chart.Row> rows = ask.offset() == 0
                ? chart.rows()
                : Chart.of(
                                visit.history(),
                                ask.range().range(),
                                Kinds.filter(ask.kind()),
                                Chart.Ask.top(ask.subject(), 1))
                        .rows();
        return rows.isEmpty() ? 1 : rows.getFirst().plays();
    }

    private static ChartsView.Head head(Voice voice, Ask ask, Chart chart) {
        String title =
                ask.subject() == Subject.ITEM && ask.kind() == null ? "Items" : Words.plural(ask.subject(), ask.kind());
        return new ChartsView.Head(
                ask.range().title(voice),
                title,
                voice.number(chart.size()) + " in this range",
                voice.count(chart.plays(), "play", "plays"));
    }

    private static List<RangeSwitch.Choice> subjects(Ask ask) {
        List<RangeSwitch.Choice> choices = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            String word = subject == Subject.ITEM && ask.kind() == null ? "Items" : Words.plural(subject, ask.kind());
            choices.add(new RangeSwitch.Choice(
                    subject.word(), word, Query.on(PATH + subject.word() + "s", ask.kept()), subject == ask.subject()));
        }
        return choices;
    }

    private static ChartsView.Beside beside(Ask ask, Chart chart) {
        boolean more = ask.offset() + chart.rows().size() < chart.size();
        return new ChartsView.Beside(
                ask.offset() == 0 ? null : ask.at(Math.max(0, ask.offset() - PAGE_ROWS)),
                more ? ask.at(ask.offset() + PAGE_ROWS) : null);
    }
}
