package io.reprise.feed;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.report.Daily;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How daily rows are written: date, kind, plays, seconds, different items. In InfluxDB's line protocol the time of a
 * row is the second, in nanoseconds of UTC, at which the local day began for the user.
 */
public enum DailyForm {
    JSON("json", "application/json"),
    NDJSON("ndjson", "application/x-ndjson"),
    CSV("csv", "text/csv; charset=utf-8"),
    INFLUX("influx", "text/plain; charset=utf-8");

    private static final String NANOS_OF_SECOND = "000000000";
    private final String word;
    private final String contentType;

    DailyForm(String word, String contentType) {
        this.word = word;
        this.contentType = contentType;
    }

    public String word() {
        return word;
    }

    public String contentType() {
        return contentType;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(DailyForm::word).toList();
    }

    public static Optional<DailyForm> ofWord(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** Which days and plays. */
    public record Asked(History history, Range range, Filter filter) {}

    /** Writes the rows as they are found; an {@link UncheckedIOException} where the reader went away. */
    public void write(Asked asked, Writer out) {
        try {
            out.write(before());
            boolean[] any = {false};
            Daily.each(asked.history(), asked.range(), asked.filter(), row -> {
                put(
                        out,
                        (this == JSON && any[0] ? ",\n" : "")
                                + line(row, asked.history().zones()));
                any[0] = true;
            });
            out.write(this == JSON ? "]\n" : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String before() {
        return switch (this) {
            case JSON -> "[";
            case CSV -> "date,kind,plays,seconds,items\r\n";
            case NDJSON, INFLUX -> "";
        };
    }

    private String line(Daily row, ZoneHistory zones) {
        return switch (this) {
            case JSON -> json(row);
            case NDJSON -> json(row) + "\n";
            case CSV ->
                row.day() + "," + row.kind().word() + "," + row.plays() + "," + row.seconds() + "," + row.items()
                        + "\r\n";
            case INFLUX ->
                "reprise_daily,kind=" + row.kind().word() + " plays=" + row.plays() + "i,seconds=" + row.seconds()
                        + "i,items=" + row.items() + "i " + zones.startOf(row.day()) + NANOS_OF_SECOND + "\n";
        };
    }

    private static String json(Daily row) {
        return "{\"date\":\"" + row.day() + "\",\"kind\":\"" + row.kind().word() + "\",\"plays\":" + row.plays()
                + ",\"seconds\":" + row.seconds() + ",\"items\":" + row.items() + "}";
    }

    private static void put(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
