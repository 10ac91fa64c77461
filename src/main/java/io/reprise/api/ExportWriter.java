package io.reprise.api;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of an export one after another; what has to stand at the end is written on close. */
interface ExportWriter extends AutoCloseable {
    void write(ExportRow row) throws IOException;

    @Override
    void close() throws IOException;

    static ExportWriter to(OutputStream out, ExportFormat format, JsonMapper mapper) throws IOException {
        return switch (format) {
            case JSON -> new JsonExport(out, mapper, true);
            case NDJSON -> new JsonExport(out, mapper, false);
            case CSV -> new CsvExport(out);
        };
    }
}
