package io.reprise.api;

import io.reprise.report.About;
import io.reprise.report.Answer;
import io.reprise.report.Cell;
import io.reprise.report.Named;
import io.reprise.report.Option;
import io.reprise.report.Picture;
import io.reprise.report.Report;
import io.reprise.report.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report and its answer as JSON and as comma-separated values. */
final class ReportShape {
    private ReportShape() {}

    /** A report in the list of reports. */
    record Listed(String word, String title, String theme, String tells, String computed, List<Choice> options) {
        static Listed of(Report report) {
            About about = report.about();
            return new Listed(
                    about.word(),
                    about.title(),
                    about.theme().name().toLowerCase(Locale.ROOT),
                    about.tells(),
                    about.computed(),
                    about.options().stream().map(Choice::of).toList());
        }
    }

    /** What can be chosen for it. */
    record Choice(String word, String title, String standard, String expected) {
        static Choice of(Option option) {
            return new Choice(option.word(), option.title(), option.standard(), option.expected());
        }
    }

    /** An answer: figures by their words, and each table as a list of rows by the words of its columns. */
    record Told(
            String report,
            String title,
            String range,
            @Nullable String from,
            @Nullable String to,
            String sentence,
            Map<String, @Nullable Object> figures,
            Map<String, Object> tables,
            Map<String, Object> pictures) {
        static Told of(Report report, Question question, Answer answer) {
            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
            for (Answer.Figure figure : answer.figures()) {
                figures.put(figure.word(), value(figure.value()));
            }
            Map<String, Object> tables = new LinkedHashMap<>();
            for (Sheet sheet : answer.sheets()) {
                tables.put(sheet.word(), rows(sheet));
            }
            return new Told(
                    report.about().word(),
                    report.about().title(),
                    question.period().text(),
                    question.range().from().map(Object::toString).orElse(null),
                    question.range().to().map(Object::toString).orElse(null),
                    answer.sentence(),
                    figures,
                    tables,
                    drawings(answer));
        }
    }

    private static List<Map<String, @Nullable Object>> rows(Sheet sheet) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<Cell> cells : sheet.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int place = 0; place < cells.size(); place++) {
                row.put(sheet.columns().get(place).word(), value(cells.get(place)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable Object value(Cell cell) {
        return switch (cell) {
            case Cell.Count count -> count.value();
            case Cell.Span span -> span.seconds();
            case Cell.Share share -> share.value();
            case Cell.Decimal decimal -> decimal.value();
            case Cell.Text text -> text.value();
            case Cell.Day day -> day.value().toString();
            case Cell.At at -> Shapes.When.of(at.value());
            case Cell.Thing thing -> Shapes.Thing.of(thing.value());
            case Cell.Nothing nothing -> null;
        };
    }

    /** How the tables are drawn, for programs that draw them too. */
    private static Map<String, Object> drawings(Answer answer) {
        Map<String, Object> pictures = new LinkedHashMap<>();
        for (Sheet sheet : answer.sheets()) {
            sheet.picture().ifPresent(picture -> pictures.put(sheet.word(), drawn(picture)));
        }
        return pictures;
    }

    private static Map<String, Object> drawn(Picture picture) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("shape", picture.shape().name().toLowerCase(Locale.ROOT));
        drawn.put("along", picture.along());
        drawn.put("measured", picture.measured());
        picture.by().ifPresent(by -> drawn.put("by", by));
        return drawn;
    }

    /** A table after RFC 4180; a thing takes three columns: its name, whom it is credited to, its number. */
    static String csv(Sheet sheet) {
        List<Boolean> things = new ArrayList<>();
        for (int place = 0; place < sheet.columns().size(); place++) {
            int at = place;
            things.add(sheet.rows().stream().anyMatch(row -> row.get(at) instanceof Cell.Thing));
        }
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>();
        for (int place = 0; place < sheet.columns().size(); place++) {
            String word = sheet.columns().get(place).word();
            head.addAll(things.get(place) ? List.of(word, word + "_credit", word + "_number") : List.of(word));
        }
        line(text, head);
        for (List<Cell> row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            for (int place = 0; place < row.size(); place++) {
                cells.addAll(things.get(place) ? thing(row.get(place)) : List.of(plain(row.get(place))));
            }
            line(text, cells);
        }
        return text.toString();
    }

    private static List<String> thing(Cell cell) {
        if (cell instanceof Cell.Thing(Named named)) {
            return List.of(named.name(), named.credit(), Integer.toString(named.number()));
        }
        return List.of(plain(cell), "", "");
    }

    private static String plain(Cell cell) {
        if (cell instanceof Cell.At(var moment)) {
            String at = Desk.time(moment.at());
            return at == null ? "" : at;
        }
        Object value = value(cell);
        return value == null ? "" : value.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
