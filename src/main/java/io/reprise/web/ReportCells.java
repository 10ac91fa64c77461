package io.reprise.web;

import io.reprise.report.Cell;
import io.reprise.report.Moment;
import io.reprise.report.Named;
import io.reprise.report.Picture;
import io.reprise.report.Sheet;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the cells of answers for people. */
final class ReportCells {
    private static final String UNKNOWN = "–";
    /** From here on a part after the point tells nothing. */
    private static final double WHOLE_FROM = 1_000;
    /** A column of no longer words is kept on one line. */
    private static final int SHORT_CHARS_MAX = 18;

    private ReportCells() {}

    static ReportView.Entry of(Voice voice, Cell cell) {
        return switch (cell) {
            case Cell.Count count -> number(voice.number(count.value()), count.value());
            case Cell.Span span -> number(voice.span(span.seconds()), span.seconds());
            case Cell.Share share -> number(percent(share.value()), share.value());
            case Cell.Decimal decimal -> number(decimal(voice, decimal.value()), decimal.value());
            case Cell.Text text -> plain(text.value());
            case Cell.Day day -> plain(voice.date(day.value()));
            case Cell.At at -> plain(moment(voice, at.value()));
            case Cell.Thing thing -> thing(thing.value());
            case Cell.Nothing nothing -> plain(UNKNOWN);
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private static String decimal(Voice voice, double value) {
        return Math.abs(value) >= WHOLE_FROM
                ? voice.number(Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String moment(Voice voice, Moment moment) {
        if (moment.day() == null) {
            return UNKNOWN;
        }
        String day = voice.date(moment.day());
        return moment.time() == null ? day : day + ", " + moment.time().truncatedTo(ChronoUnit.MINUTES);
    }

    private static ReportView.Entry number(String text, Number value) {
        return new ReportView.Entry(text, value.toString(), null, "");
    }

    private static ReportView.Entry plain(String text) {
        return new ReportView.Entry(text, "", null, "");
    }

    private static ReportView.Entry thing(Named named) {
        return new ReportView.Entry(
                named.name(), "", "/" + named.subject().word() + "s/" + named.number(), named.credit());
    }

    static ReportView.Table sheet(Voice voice, Sheet sheet) {
        List<ReportView.Heading> headings = new ArrayList<>();
        for (int place = 0; place < sheet.columns().size(); place++) {
            int at = place;
            boolean isNumber = sheet.rows().stream().anyMatch(row -> isNumber(row.get(at)));
            boolean isShort = sheet.rows().stream().allMatch(row -> isShort(of(voice, row.get(at))));
            headings.add(new ReportView.Heading(sheet.columns().get(place).title(), isNumber, isShort));
        }
        return new ReportView.Table(
                sheet.word(),
                sheet.title(),
                sheet.rows().isEmpty() ? null : drawn(sheet),
                headings,
                sheet.rows().stream()
                        .map(row -> row.stream().map(cell -> of(voice, cell)).toList())
                        .toList());
    }

    private static boolean isShort(ReportView.Entry entry) {
        return entry.href() == null && entry.text().length() <= SHORT_CHARS_MAX;
    }

    private static boolean isNumber(Cell cell) {
        return switch (cell) {
            case Cell.Count count -> true;
            case Cell.Span span -> true;
            case Cell.Share share -> true;
            case Cell.Decimal decimal -> true;
            case Cell.Text text -> false;
            case Cell.Day day -> false;
            case Cell.At at -> false;
            case Cell.Thing thing -> false;
            case Cell.Nothing nothing -> false;
        };
    }

    private static ReportView.@Nullable Drawn drawn(Sheet sheet) {
        Picture picture = sheet.picture().orElse(null);
        return picture == null
                ? null
                : new ReportView.Drawn(
                        picture.shape().name().toLowerCase(Locale.ROOT),
                        sheet.place(picture.along()),
                        picture.measured().stream()
                                .map(column -> Integer.toString(sheet.place(column)))
                                .collect(Collectors.joining(",")),
                        picture.by()
                                .map(column -> Integer.toString(sheet.place(column)))
                                .orElse(""));
    }
}
