package io.reprise.adapters.playlistfile;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSPF: {@code {"playlist": {"title": ..., "track": [...]}}}; locations and identifiers are lists. */
final class JspfFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MILLISECONDS = 1_000;

    private JspfFile() {}

    static String write(Sheet sheet) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ObjectNode playlist = file.putObject("playlist");
        put(playlist, "title", sheet.title());
        put(playlist, "creator", sheet.creator());
        put(playlist, "annotation", sheet.annotation());
        var tracks = playlist.putArray("track");
        for (Sheet.Line line : sheet.lines()) {
            ObjectNode track = tracks.addObject();
            if (!line.location().isEmpty()) {
                track.putArray("location").add(Locations.address(line.location()));
            }
            Recordings.address(line.ids())
                    .ifPresent(address -> track.putArray("identifier").add(address));
            put(track, "title", line.title());
            put(track, "creator", line.credit());
            put(track, "album", line.album());
            if (line.seconds() > 0) {
                track.put("duration", (long) line.seconds() * MILLISECONDS);
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file);
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    static Sheet read(String text) {
        JsonTree playlist = JsonTree.of(text.getBytes(StandardCharsets.UTF_8)).at("playlist");
        if (!playlist.isTold()) {
            throw new IllegalArgumentException("a JSPF file has a member playlist, and this JSON has none");
        }
        List<Sheet.Line> lines = new ArrayList<>();
        for (JsonTree track : playlist.list("track")) {
            List<ExternalId> ids = new ArrayList<>();
            track.each("identifier").forEach(each -> ids.addAll(Recordings.ids(each.text())));
            String location = track.each("location").stream()
                    .map(JsonTree::text)
                    .findFirst()
                    .orElse("");
            lines.add(new Sheet.Line(
                    track.text("title"),
                    track.text("creator"),
                    track.text("album"),
                    (int) Math.clamp(track.decimal("duration") / MILLISECONDS, 0, Integer.MAX_VALUE),
                    ids,
                    location));
        }
        return new Sheet(playlist.text("title"), playlist.text("annotation"), playlist.text("creator"), lines);
    }
}
