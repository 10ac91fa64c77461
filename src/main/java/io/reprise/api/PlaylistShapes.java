package io.reprise.api;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.http.Json;
import io.reprise.media.ExternalId;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How playlists look in JSON. */
final class PlaylistShapes {
    private static final JsonMapper JSON = Json.mapper();

    private PlaylistShapes() {}

    /** A list without what is in it. */
    record Head(
            String id,
            String name,
            String comment,
            boolean smart,
            @Nullable String createdAt,
            @Nullable String changedAt,
            @Nullable String sentence) {
        static Head of(Playlist list) {
            Definition definition = list.definition();
            return new Head(
                    list.id().toString(),
                    list.words().title(),
                    list.words().annotation(),
                    definition != null,
                    Desk.time(list.times().createdAt()),
                    Desk.time(list.times().changedAt()),
                    definition == null ? null : definition.sentence());
        }
    }

    /** A list with its rules or its tracks. */
    record Whole(
            String id,
            String name,
            String comment,
            boolean smart,
            @Nullable String createdAt,
            @Nullable String changedAt,
            @Nullable String sentence,
            @Nullable String line,
            @Nullable JsonNode definition,
            @Nullable List<TrackRow> tracks) {
        static Whole of(Playlist list) {
            Head head = Head.of(list);
            Definition definition = list.definition();
            return new Whole(
                    head.id(),
                    head.name(),
                    head.comment(),
                    head.smart(),
                    head.createdAt(),
                    head.changedAt(),
                    head.sentence(),
                    definition == null ? null : definition.line().orElse(null),
                    definition == null ? null : JSON.readTree(definition.json()),
                    definition != null
                            ? null
                            : list.tracks().stream().map(TrackRow::of).toList());
        }
    }

    /** One track of an ordinary list. */
    record TrackRow(
            String title,
            String artist,
            String album,
            @Nullable String id) {
        static TrackRow of(Track track) {
            ExternalId id = track.id();
            return new TrackRow(track.title(), track.credit(), track.release(), id == null ? null : id.toString());
        }
    }

    /** One item of a list; {@code item} and {@code kind} are null for a track that was never played here. */
    record Row(
            int position,
            @Nullable Integer item,
            @Nullable String kind,
            String title,
            String credit,
            String container,
            @Nullable Integer length,
            int plays,
            @Nullable String lastPlayed,
            Map<String, List<String>> ids,
            @Nullable List<Evaluator.Reason> why) {
        Row with(Map<String, List<String>> others) {
            return new Row(position, item, kind, title, credit, container, length, plays, lastPlayed, others, why);
        }
    }

    static Row row(History history, int position, Evaluator.Entry entry, boolean why) {
        Names names = history.names();
        int length = names.length(entry.item());
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (ExternalId id : entry.ids()) {
            ids.computeIfAbsent(id.scheme(), any -> new ArrayList<>()).add(id.value());
        }
        return new Row(
                position,
                entry.item(),
                names.kind(entry.item()).word(),
                names.title(entry.item()),
                names.creditText(entry.item()),
                entry.container() == 0 ? "" : names.containerTitle(entry.container()),
                length == 0 ? null : (Integer) length,
                entry.plays(),
                Desk.time(entry.lastPlayed()),
                ids,
                why ? entry.why() : null);
    }

    /** A track of an ordinary list, with what is known of it where it was played. */
    static Row row(History history, int position, Track track, Evaluator.@Nullable Entry known) {
        ExternalId id = track.id();
        Map<String, List<String>> ids = id == null ? Map.of() : Map.of(id.scheme(), List.of(id.value()));
        if (known != null) {
            Row row = row(history, position, known, false);
            Map<String, List<String>> all = new LinkedHashMap<>(ids);
            all.putAll(row.ids());
            return row.with(all);
        }
        return new Row(position, null, null, track.title(), track.credit(), track.release(), null, 0, null, ids, null);
    }
}
