package io.reprise.api;

import io.reprise.adapters.reprise.NativeJson;
import io.reprise.media.ContainerMention;
import io.reprise.media.Mention;
import io.reprise.scrobble.Scrobble;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.scrobble.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scrobbles as JSON. Lines hold our own words, to be imported again; a list holds rows as {@code /api/scrobbles} of old
 * gives them, each with the same words under {@code scrobble}. A payload that cannot be read is given as it came.
 */
final class JsonExport implements ExportWriter {
    private static final byte[] LINE_END = {'\n'};
    private final OutputStream out;
    private final JsonMapper mapper;
    private final boolean isList;
    private boolean isFirst = true;

    JsonExport(OutputStream out, JsonMapper mapper, boolean isList) throws IOException {
        this.out = out;
        this.mapper = mapper;
        this.isList = isList;
        if (isList) {
            out.write('[');
        }
    }

    @Override
    public void write(ExportRow row) throws IOException {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        try (JsonGenerator json = mapper.createGenerator(line)) {
            json.writeStartObject();
            if (isList) {
                listed(json, row);
            } else {
                words(json, row);
                if (row.run() != null) {
                    json.writeNumberProperty("run", row.run());
                }
            }
            json.writeEndObject();
        }
        if (isList && !isFirst) {
            out.write(',');
        }
        if (isList) {
            out.write(LINE_END);
        }
        isFirst = false;
        line.writeTo(out);
        if (!isList) {
            out.write(LINE_END);
        }
    }

    private static void listed(JsonGenerator json, ExportRow row) {
        Scrobble scrobble = row.entry().scrobble();
        json.writeNumberProperty("id", scrobble.number());
        switch (row.entry()) {
            case ScrobbleLog.Entry.Read(var fresh, var payload) -> {
                Told told = fresh.told();
                Mention mention = told.mention();
                json.writeStringProperty("artist", mention.credit().text());
                string(
                        json,
                        "album",
                        mention.container().map(ContainerMention::title).orElse(null));
                json.writeStringProperty("track", mention.title());
                string(json, "timestamp", Desk.time(scrobble.at()));
                json.writeStringProperty("source", row.origin().label());
                string(json, "source_id", told.eventId());
                json.writeBooleanProperty("counted", row.isCounted());
            }
            case ScrobbleLog.Entry.Unread(var same, var payload, var reason) ->
                json.writeStringProperty("unreadable", reason);
        }
        json.writeObjectPropertyStart("scrobble");
        words(json, row);
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, ExportRow row) {
        switch (row.entry()) {
            case ScrobbleLog.Entry.Read(var fresh, var payload) ->
                NativeJson.members(json, fresh.scrobble(), fresh.told());
            case ScrobbleLog.Entry.Unread(var scrobble, var payload, var reason) ->
                json.writeStringProperty("payload", new String(payload, StandardCharsets.UTF_8));
        }
        json.writeObjectPropertyStart("origin");
        json.writeStringProperty("protocol", row.origin().protocol());
        json.writeStringProperty("client", row.origin().client());
        json.writeStringProperty("account", row.origin().account());
        json.writeEndObject();
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    @Override
    public void close() throws IOException {
        if (isList) {
            out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
