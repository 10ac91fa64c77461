package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.history.History;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.report.Answer;
import io.reprise.report.Asking;
import io.reprise.report.Diversity;
import io.reprise.report.Heatmap;
import io.reprise.report.Novelty;
import io.reprise.report.Option;
import io.reprise.report.Period;
import io.reprise.report.PeriodReport;
import io.reprise.report.Report;
import io.reprise.report.Reports;
import io.reprise.report.Sheet;
import io.reprise.report.Step;
import io.reprise.report.Transitions;
import io.reprise.report.YearReport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/reports/...}: a period told (also {@code /api/recap/...}), the heat map, novelty, transitions, diversity,
 * a year.
 */
final class ReportDoor implements Door {
    private static final Parameter.Bounds GAPS = new Parameter.Bounds(1, 24 * 60);
    private static final Parameter.Bounds TIMES = new Parameter.Bounds(1, 1_000_000);
    private static final Parameter.Bounds YEARS = new Parameter.Bounds(1970, 2100);
    private static final Parameter.Bounds MONTHS = new Parameter.Bounds(1, 12);
    private final Desk desk;

    ReportDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/reports", this::list);
        routes.get("/api/reports/monthly", this::month);
        routes.get("/api/reports/heatmap", this::heatmap);
        routes.get("/api/reports/novelty", this::novelty);
        routes.get("/api/reports/transitions", this::transitions);
        routes.get("/api/reports/diversity", this::diversity);
        routes.get("/api/reports/yearly/{year}", this::year);
        routes.get("/api/reports/{type}", this::period);
        routes.get("/api/recap/{period}", this::recap);
    }

    /** The top lists are lists of values, as they always were. */
    record OfPeriod(
            String period,
            @Nullable Object startDate,
            @Nullable Object endDate,
            long totalScrobbles,
            List<List<Object>> topArtists,
            List<List<Object>> topTracks,
            List<List<Object>> topAlbums) {
        static OfPeriod of(String period, PeriodReport report) {
            return new OfPeriod(
                    period,
                    report.startDate(),
                    report.endDate(),
                    report.totalScrobbles(),
                    report.topArtists().stream()
                            .map(top -> List.<Object>of(top.name(), top.count()))
                            .toList(),
                    report.topTracks().stream()
                            .map(top -> List.<Object>of(top.artist(), top.track(), top.count()))
                            .toList(),
                    report.topAlbums().stream()
                            .map(top -> List.<Object>of(top.artist(), top.album(), top.count()))
                            .toList());
        }
    }

    /** Every report there is. */
    record Listing(List<ReportShape.Listed> reports) {}

    private void list(Context context) {
        desk.caller(context);
        desk.answer(
                context,
                new Listing(Reports.ALL.stream().map(ReportShape.Listed::of).toList()));
    }

    private void period(Context context) {
        String type = context.pathParam("type");
        Report report = Reports.ofWord(type).orElse(null);
        if (report != null) {
            general(context, report);
            return;
        }
        History history = desk.history(context);
        if (!type.matches("(?i)alltime|lastmonth|(19[789]\\d|20\\d\\d|2100)")) {
            throw Problem.of(404, "There is no report of this name.")
                    .expected("alltime, lastmonth, a year from 1970 to 2100, monthly, yearly/YEAR, or one of: "
                            + Reports.ALL.stream()
                                    .map(each -> each.about().word())
                                    .collect(Collectors.joining(", ")))
                    .got(type)
                    .where("path")
                    .raised();
        }
        tell(context, history, type.toLowerCase(Locale.ROOT));
    }

    private void general(Context context, Report report) {
        History history = desk.history(context);
        general(context, report, history, Question.read(context, history, desk.today(history)));
    }

    /** A year, a month or any other range told as a whole. */
    private void recap(Context context) {
        History history = desk.history(context);
        String word = context.pathParam("period");
        Period period = Asked.read("path", word, () -> Period.parse(word, desk.clock(history)));
        Question question = new Question(period, Question.filter(context));
        general(context, Reports.ofWord("recap").orElseThrow(), history, question);
    }

    private void general(Context context, Report report, History history, Question question) {
        Map<String, String> chosen = new HashMap<>();
        for (Option option : report.about().options()) {
            String value = Parameter.text(context, option.word());
            if (value != null) {
                chosen.put(option.word(), value);
            }
        }
        Asking asking = new Asking(history, question.range(), question.filter(), desk.today(history), chosen);
        Answer answer = Asked.read("query parameters", null, () -> report.answer(asking));
        if (Form.of(context) == Form.CSV) {
            Sheet sheet = sheet(context, answer);
            context.contentType("text/csv; charset=utf-8")
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + report.about().word() + "-" + sheet.word() + ".csv\"")
                    .result(ReportShape.csv(sheet));
        } else {
            desk.answer(context, ReportShape.Told.of(report, question, answer));
        }
    }

    /** How an answer is written: as it always was, as tables, or as one table in commas. */
    private enum Form {
        JSON,
        TABLES,
        CSV;

        static Form of(Context context) {
            List<String> words = List.of("json", "tables", "csv");
            return Asked.word(
                    context,
                    "format",
                    word -> words.contains(word)
                            ? Optional.of(valueOf(word.toUpperCase(Locale.ROOT)))
                            : Optional.empty(),
                    new Asked.Choice<>(JSON, words));
        }
    }

    private static Sheet sheet(Context context, Answer answer) {
        String word = Parameter.text(context, "table");
        return answer.sheets().stream()
                .filter(sheet -> word == null || sheet.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("The report has no such table.")
                        .expected(answer.sheets().stream().map(Sheet::word).collect(Collectors.joining(", ")))
                        .got(word)
                        .where("query parameter table")
                        .raised());
    }

    private void tell(Context context, History history, String word) {
        Period period = Asked.read("path", word, () -> Period.parse(word, desk.clock(history)));
        desk.answer(context, OfPeriod.of(word, PeriodReport.of(history, period, Question.filter(context))));
    }

    private void month(Context context) {
        History history = desk.history(context);
        LocalDate today = desk.today(history);
        long year = Parameter.number(context, "year", today.getYear(), YEARS);
        long month = Parameter.number(context, "month", today.getMonthValue(), MONTHS);
        tell(context, history, String.format(Locale.ROOT, "%04d-%02d", year, month));
    }

    private void heatmap(Context context) {
        if (Form.of(context) != Form.JSON) {
            general(context, Reports.ofWord("heatmap").orElseThrow());
            return;
        }
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        Heatmap.Options options = new Heatmap.Options(zone(context), Asked.flag(context, "normalize"));
        desk.answer(context, Heatmap.of(history, question.range(), question.filter(), options));
    }

    private static @Nullable ZoneId zone(Context context) {
        String zone = Parameter.text(context, "timezone");
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Problem.badRequest("This time zone is not known.")
                    .expected("the name of a time zone, such as Europe/Berlin")
                    .got(zone)
                    .where("query parameter timezone")
                    .raised();
        }
    }

    private void novelty(Context context) {
        if (Form.of(context) != Form.JSON) {
            general(context, Reports.ofWord("novelty").orElseThrow());
            return;
        }
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        Step step = ChartDoor.step(context, "granularity", Step.MONTH);
        desk.answer(context, Novelty.of(history, question.range(), question.filter(), step));
    }

    private void diversity(Context context) {
        if (Form.of(context) != Form.JSON) {
            general(context, Reports.ofWord("diversity").orElseThrow());
            return;
        }
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        Step step = ChartDoor.step(context, "granularity", Step.MONTH);
        desk.answer(context, Diversity.of(history, question.range(), question.filter(), step));
    }

    private void transitions(Context context) {
        if (Form.of(context) != Form.JSON) {
            general(context, Reports.ofWord("transitions").orElseThrow());
            return;
        }
        History history = desk.history(context);
        Question question = Question.read(context, history, desk.today(history));
        var plain = Transitions.Options.PLAIN;
        var options = new Transitions.Options(
                Math.toIntExact(Parameter.number(context, "gap_minutes", plain.gapMinutes(), GAPS)),
                Math.toIntExact(Parameter.number(context, "min_count", plain.minCount(), TIMES)),
                Asked.flag(context, "include_self_transitions"));
        desk.answer(context, Transitions.of(history, question.range(), question.filter(), options));
    }

    private void year(Context context) {
        String text = context.pathParam("year");
        History history = desk.history(context);
        if (!text.matches("\\d{4}")) {
            throw Problem.notFound("There is no such year.")
                    .expected("a year from 1970 to 2100")
                    .got(text)
                    .where("path")
                    .raised();
        }
        desk.answer(
                context,
                Asked.read(
                        "path", text, () -> YearReport.of(history, Integer.parseInt(text), Question.filter(context))));
    }
}
