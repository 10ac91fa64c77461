package io.reprise.api;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/** The items of a list as plain rows: JSON, JSON by the line, comma-separated values (RFC 4180). */
final class PlaylistRows {
    private static final String HEAD = "position,kind,title,artist,album,length,plays,last_played,ids";

    private PlaylistRows() {}

    static void give(Desk desk, Context context, String ending, List<PlaylistShapes.Row> rows) {
        ObjectWriter writer = desk.mapper().writer();
        switch (ending) {
            case "csv" -> context.contentType("text/csv; charset=utf-8").result(csv(rows));
            case "ndjson" ->
                context.contentType("application/x-ndjson")
                        .result(rows.stream()
                                .map(row -> writer.writeValueAsString(row) + "\n")
                                .collect(Collectors.joining()));
            default -> desk.answer(context, rows);
        }
    }

    private static String csv(List<PlaylistShapes.Row> rows) {
        StringBuilder text = new StringBuilder(HEAD).append("\r\n");
        for (PlaylistShapes.Row row : rows) {
            String ids = row.ids().entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value))
                    .collect(Collectors.joining(" "));
            text.append(line(
                            row.position(),
                            row.kind(),
                            row.title(),
                            row.credit(),
                            row.container(),
                            row.length(),
                            row.plays(),
                            row.lastPlayed(),
                            ids))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(PlaylistRows::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
