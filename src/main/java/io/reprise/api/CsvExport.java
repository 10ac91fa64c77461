package io.reprise.api;

import io.reprise.media.ContainerMention;
import io.reprise.media.Mention;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scrobbles as comma-separated values in UTF-8 (RFC 4180): the five columns of old, then ours. */
final class CsvExport implements ExportWriter {
    private static final String HEAD =
            "timestamp,artist,album,track,source,kind,verb,seconds,length,precision,counted,number,source_id";
    private final OutputStream out;

    CsvExport(OutputStream out) throws IOException {
        this.out = out;
        line(HEAD);
    }

    @Override
    public void write(ExportRow row) throws IOException {
        if (!(row.entry() instanceof ScrobbleLog.Entry.Read(var fresh, var payload))) {
            return;
        }
        Scrobble scrobble = fresh.scrobble();
        Told told = fresh.told();
        Mention mention = told.mention();
        line(joined(
                Desk.time(scrobble.at()),
                mention.credit().text(),
                mention.container().map(ContainerMention::title).orElse(""),
                mention.title(),
                row.origin().label(),
                mention.kind().word(),
                told.verb().word(),
                told.activeSeconds(),
                mention.length(),
                told.times().precision().word(),
                row.isCounted(),
                scrobble.number(),
                told.eventId()));
    }

    private static String joined(@Nullable Object... values) {
        return Arrays.stream(values).map(CsvExport::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : Csv.cell(value.toString());
    }

    private void line(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
}
