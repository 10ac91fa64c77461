package io.reprise.api;

import io.reprise.feed.ListFiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/** The items of a list as plain rows: JSON, JSON by the line, comma-separated values (RFC 4180). */
final class PlaylistRows {
    private static final String HEAD = "position,kind,title,artist,album,length,plays,last_played,ids";

    private PlaylistRows() {}

    static ListFiles.ListFile file(ObjectWriter writer, String ending, List<PlaylistShapes.Row> rows) {
        return switch (ending) {
            case "csv" -> new ListFiles.ListFile("text/csv; charset=utf-8", csv(rows));
            case "ndjson" ->
                new ListFiles.ListFile(
                        "application/x-ndjson",
                        rows.stream()
                                .map(row -> writer.writeValueAsString(row) + "\n")
                                .collect(Collectors.joining()));
            default -> new ListFiles.ListFile("application/json", writer.writeValueAsString(rows));
        };
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
