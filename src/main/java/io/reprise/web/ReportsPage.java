package io.reprise.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.report.About;
import io.reprise.report.Answer;
import io.reprise.report.Asking;
import io.reprise.report.Filter;
import io.reprise.report.Named;
import io.reprise.report.Option;
import io.reprise.report.Report;
import io.reprise.report.Reports;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import io.reprise.report.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of reports, and each of them: its sentence, its figures, its pictures with the same numbers as tables. */
final class ReportsPage {
    static final String PATH = "/reports";
    private static final Parameter.Bounds NUMBERS = new Parameter.Bounds(1, Integer.MAX_VALUE);

    private final Reception reception;

    ReportsPage(Reception reception) {
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::list));
        routes.get(PATH + "/{word}", reception.signedIn(this::show));
    }

    private void list(Visit visit) {
        Of of = Of.read(visit);
        List<ReportsView.Group> groups = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            List<ReportsView.Entry> entries = Reports.ALL.stream()
                    .map(Report::about)
                    .filter(about -> about.theme() == theme)
                    .map(about -> new ReportsView.Entry(
                            about.title(), about.tells(), Query.on(PATH + "/" + about.word(), of.kept())))
                    .toList();
            if (!entries.isEmpty()) {
                groups.add(new ReportsView.Group(theme.title(), theme.tells(), entries));
            }
        }
        ReportsView view = new ReportsView(of.name(), groups);
        visit.send((output, tags) -> JtereportsGenerated.render(output, tags, visit.frame("Reports", PATH), view));
    }

    /** Whose plays alone are asked about, as the address says ({@code creator=12}); nothing of it is for all. */
    private record Of(@Nullable Named what) {
        static Of read(Visit visit) {
            for (Subject subject : Subject.values()) {
                int number = Math.toIntExact(Parameter.number(visit.context(), subject.word(), 0, NUMBERS));
                if (number != 0) {
                    return new Of(Standing.of(visit.history(), subject, number)
                            .orElseThrow(() -> Problem.notFound("There is no " + subject.word() + " with the number "
                                            + number + " in your history.")
                                    .raised())
                            .what());
                }
            }
            return new Of(null);
        }

        String name() {
            return what == null ? "" : what.name();
        }

        List<RangeSwitch.Kept> kept() {
            return what == null
                    ? List.of()
                    : List.of(new RangeSwitch.Kept(what.subject().word(), Integer.toString(what.number())));
        }

        Filter on(Filter filter) {
            return what == null ? filter : filter.with(what.subject(), what.number());
        }
    }

    private void show(Visit visit) {
        String word = visit.context().pathParam("word");
        Report report = Reports.ofWord(word)
                .orElseThrow(() -> Problem.notFound("There is no report of the name " + word + ".")
                        .expected("one of the list of reports")
                        .raised());
        About about = report.about();
        Of of = Of.read(visit);
        MediaKind kind = Kinds.asked(visit.context());
        AskedRange range = AskedRange.read(visit.context(), visit.clock(), AskedRange.Length.ALL);
        Map<String, String> chosen = chosen(visit.context(), about);
        Filter filter = of.on(Kinds.filter(kind));
        Answer answer = answered(report, new Asking(visit.history(), range.range(), filter, visit.today(), chosen));
        String path = PATH + "/" + about.word();
        List<RangeSwitch.Kept> options = new ArrayList<>(of.kept());
        chosen.forEach((name, value) -> options.add(new RangeSwitch.Kept(name, value)));
        List<RangeSwitch.Kept> withKind = new ArrayList<>(options);
        if (kind != null) {
            withKind.add(new RangeSwitch.Kept("kind", kind.word()));
        }
        List<RangeSwitch.Kept> withRange = new ArrayList<>(range.kept());
        withRange.addAll(options);
        List<RangeSwitch.Kept> whole = new ArrayList<>(range.kept());
        whole.addAll(withKind);
        List<RangeSwitch.Kept> beside = new ArrayList<>(range.kept());
        beside.addAll(of.kept());
        if (kind != null) {
            beside.add(new RangeSwitch.Kept("kind", kind.word()));
        }
        ReportView view = new ReportView(
                new ReportView.Head(range.title(visit.voice()), about, of.name(), Words.unbroken(answer.sentence())),
                range.switchOn(path, withKind),
                Kinds.choices(visit, path, withRange, kind),
                new ReportView.Form(path, beside, fields(about, chosen)),
                answer.figures().stream()
                        .map(figure -> new ReportView.Number(
                                ReportCells.of(visit.voice(), figure.value()).text(), figure.title()))
                        .toList(),
                answer.sheets().stream()
                        .map(sheet -> ReportCells.sheet(visit.voice(), sheet))
                        .toList(),
                Query.on("/api/reports/" + about.word(), asApi(range, whole)));
        visit.send((output, tags) -> JtereportGenerated.render(output, tags, visit.frame(about.title(), PATH), view));
    }

    /** The address of the same answer in the API, where ranges are dates. */
    private static List<RangeSwitch.Kept> asApi(AskedRange range, List<RangeSwitch.Kept> kept) {
        List<RangeSwitch.Kept> asked = new ArrayList<>();
        range.range().from().ifPresent(day -> asked.add(new RangeSwitch.Kept("from", day.toString())));
        range.range().to().ifPresent(day -> asked.add(new RangeSwitch.Kept("to", day.toString())));
        kept.stream()
                .filter(each -> !each.name().equals("range") && !each.name().equals("at"))
                .forEach(asked::add);
        asked.add(new RangeSwitch.Kept("format", "tables"));
        return asked;
    }

    private static Answer answered(Report report, Asking asking) {
        try {
            return report.answer(asking);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(Words.capital(String.valueOf(e.getMessage())) + ".")
                    .where("address")
                    .raised();
        }
    }

    private static Map<String, String> chosen(Context context, About about) {
        Map<String, String> chosen = new HashMap<>();
        for (Option option : about.options()) {
            String value = context.queryParam(option.word());
            if (value != null && !value.isBlank()) {
                chosen.put(option.word(), value.strip());
            }
        }
        return chosen;
    }

    private static List<ReportView.Field> fields(About about, Map<String, String> chosen) {
        List<ReportView.Field> fields = new ArrayList<>();
        for (Option option : about.options()) {
            String value = chosen.getOrDefault(option.word(), option.standard());
            fields.add(
                    switch (option) {
                        case Option.Amount amount ->
                            new ReportView.Field(
                                    amount.word(), amount.title(), value, amount.min(), amount.max(), List.of());
                        case Option.Pick pick ->
                            new ReportView.Field(pick.word(), pick.title(), value, 0, 0, pick.words());
                    });
        }
        return fields;
    }
}
