package io.reprise.adapters.listenbrainz;

import io.reprise.imports.JsonSlicer;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer to {@code GET /1/user/{name}/listens}: the listens as they came, oldest first, and the second of the newest
 * one there is; where that is not told, no second is the newest.
 */
record ListensPage(List<Row> listens, long latest) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Row(byte[] payload, long second) {}

    static ListensPage read(byte[] body) throws Unreadable {
        JsonNode payload = tree(body).path("payload");
        JsonNode listens = payload.path("listens");
        if (!listens.isArray()) {
            throw new Unreadable("expected payload.listens, got " + shown(body));
        }
        List<byte[]> slices = JsonSlicer.elements(body, "payload.listens[]");
        if (slices.size() != listens.size()) {
            throw new Unreadable("expected a list of objects in payload.listens, got " + shown(body));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            JsonNode at = listens.get(i).path("listened_at");
            if (!at.isIntegralNumber() || !at.canConvertToLong()) {
                throw new Unreadable("payload.listens[" + i + "].listened_at: expected epoch seconds, got " + at);
            }
            rows.add(new Row(slices.get(i), at.longValue()));
        }
        rows.sort(Comparator.comparingLong(Row::second));
        JsonNode latest = payload.path("latest_listen_ts");
        boolean isTold = latest.canConvertToLong() && latest.longValue() > 0;
        return new ListensPage(rows, isTold ? latest.longValue() : Long.MAX_VALUE);
    }

    private static JsonNode tree(byte[] body) throws Unreadable {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Unreadable("expected JSON, got " + shown(body), e);
        }
    }

    private static String shown(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 80), StandardCharsets.UTF_8);
        return '"' + text.replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
