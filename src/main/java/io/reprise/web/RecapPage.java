package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Problem;
import io.reprise.report.Answer;
import io.reprise.report.Asking;
import io.reprise.report.Cell;
import io.reprise.report.Filter;
import io.reprise.report.Period;
import io.reprise.report.Range;
import io.reprise.report.Reports;
import io.reprise.report.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A year or a month told on one page; {@code /recap} leads to this year. */
final class RecapPage {
    static final String PATH = "/recap";
    private static final String NUMBERS = "/reports/recap?range=";

    private final Reception reception;

    RecapPage(Reception reception) {
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(
                PATH,
                reception.signedIn(visit ->
                        visit.context().redirect(PATH + "/" + visit.today().getYear())));
        routes.get(PATH + "/{period}", reception.signedIn(this::show));
    }

    private void show(Visit visit) {
        String word = visit.context().pathParam("period");
        LocalDate from = first(word, visit.today());
        boolean isYear = word.length() == 4;
        Range range = Period.parse(word, visit.clock()).range();
        Answer answer = Reports.ofWord("recap")
                .orElseThrow()
                .answer(new Asking(visit.history(), range, Filter.NONE, visit.today(), Map.of()));
        Voice voice = visit.voice();
        LocalDate last = range.to().orElseThrow();
        RecapView view = new RecapView(
                head(voice, word, from, isYear),
                sheet(answer, "story").rows().stream()
                        .map(row -> ReportCells.of(voice, row.getFirst()).text())
                        .toList(),
                answer.figures().stream()
                        .filter(figure -> !figure.word().equals("plays_before"))
                        .map(figure ->
                                new Figure(ReportCells.of(voice, figure.value()).text(), figure.title()))
                        .toList(),
                List.of(
                        top(visit, answer, "creators", "Most played"),
                        top(visit, answer, "containers", "Albums, shows, series"),
                        top(visit, answer, "items", "Songs, films, books"),
                        top(visit, answer, "discoveries", "Discovered")),
                moments(voice, sheet(answer, "moments")),
                isYear
                        ? CalendarCard.until(
                                voice,
                                visit.history(),
                                last.isAfter(visit.today()) ? visit.today() : last,
                                "Day by day")
                        : null,
                ReportCells.sheet(voice, sheet(answer, "steps")));
        visit.send((output, tags) ->
                JterecapGenerated.render(output, tags, visit.frame(view.head().title(), ReportsPage.PATH), view));
    }

    /** The first day of the year or month that the address names. */
    private static LocalDate first(String word, LocalDate today) {
        if (word.matches("(19|20)\\d\\d(-(0[1-9]|1[0-2]))?")) {
            LocalDate first = LocalDate.parse(word.length() == 4 ? word + "-01-01" : word + "-01");
            if (!first.isAfter(today)) {
                return first;
            }
        }
        throw Problem.notFound("There is no recap of this time.")
                .expected("a year or a month that has begun, such as 2025 or 2025-03")
                .got(word)
                .where("path")
                .raised();
    }

    private static RecapView.Head head(Voice voice, String word, LocalDate from, boolean isYear) {
        LocalDate after = isYear ? from.plusYears(1) : from.plusMonths(1);
        LocalDate before = isYear ? from.minusYears(1) : from.minusMonths(1);
        return new RecapView.Head(
                isYear ? word : voice.month(from) + " " + from.getYear(),
                PATH + "/" + before.toString().substring(0, word.length()),
                after.isAfter(voice.today())
                        ? null
                        : PATH + "/" + after.toString().substring(0, word.length()),
                NUMBERS + word);
    }

    private static Sheet sheet(Answer answer, String word) {
        return answer.sheets().stream()
                .filter(sheet -> sheet.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The list of a table's things with their plays. */
    private static RankedCard top(Visit visit, Answer answer, String word, String title) {
        Voice voice = visit.voice();
        Sheet sheet = sheet(answer, word);
        List<Ranked> rows = new ArrayList<>();
        long most = 0;
        for (List<Cell> row : sheet.rows()) {
            if (row.get(sheet.place("plays")) instanceof Cell.Count plays) {
                most = Math.max(most, plays.value());
                for (Cell cell : row) {
                    if (cell instanceof Cell.Thing thing) {
                        rows.add(new Ranked(
                                Rows.href(thing.value()),
                                voice.number(rows.size() + 1L),
                                Rows.name(visit, thing.value()),
                                Rows.share(plays.value(), most),
                                voice.number(plays.value()),
                                null));
                    }
                }
            }
        }
        return new RankedCard("recap-" + word, title, RankedCard.More.NONE, rows, "Nothing of that.");
    }

    private static List<RecapView.Moment> moments(Voice voice, Sheet sheet) {
        List<RecapView.Moment> moments = new ArrayList<>();
        for (List<Cell> row : sheet.rows()) {
            ReportView.Entry what = ReportCells.of(voice, row.get(sheet.place("item")));
            String time = text(voice, row.get(sheet.place("time")));
            String day = text(voice, row.get(sheet.place("day")));
            @Nullable String href = what.href();
            boolean isPlay = row.getFirst().equals(Cell.text("first play"))
                    || row.getFirst().equals(Cell.text("last play"));
            String more = isPlay
                    ? what.text()
                    : text(voice, row.get(sheet.place("plays"))) + " plays"
                            + (href == null ? "" : ", beginning with " + what.text());
            moments.add(new RecapView.Moment(
                    Words.capital(text(voice, row.getFirst())),
                    time.equals("–") ? day : day + ", " + time,
                    href,
                    more));
        }
        return moments;
    }

    private static String text(Voice voice, Cell cell) {
        return ReportCells.of(voice, cell).text();
    }
}
