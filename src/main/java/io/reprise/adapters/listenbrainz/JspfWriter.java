package io.reprise.adapters.listenbrainz;

import io.reprise.account.User;
import io.reprise.media.ExternalId;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes playlists as JSPF; what a track was not told with is added from the catalog, where it knows the recording. */
final class JspfWriter {
    private final Recordings recordings;

    JspfWriter(Recordings recordings) {
        this.recordings = recordings;
    }

    /** Into {@code {"playlist": ...}}. */
    void write(ObjectNode into, User owner, Playlist playlist) {
        ObjectNode list = into.putObject("playlist");
        list.put("creator", owner.name());
        list.put("title", playlist.words().title());
        list.put("identifier", Jspf.PLAYLIST_ADDRESS + playlist.id());
        list.put("date", time(playlist.times().createdAt()));
        if (!playlist.words().annotation().isEmpty()) {
            list.put("annotation", playlist.words().annotation());
        }
        ObjectNode extension = list.putObject("extension").putObject(Jspf.PLAYLIST_EXTENSION);
        extension.put("public", playlist.words().isPublic());
        extension.put("creator", owner.name());
        extension.put("last_modified_at", time(playlist.times().changedAt()));
        if (playlist.copiedFrom() != null) {
            extension.put("copied_from_mbid", Jspf.PLAYLIST_ADDRESS + playlist.copiedFrom());
        }
        extension.putArray("collaborators");
        tracks(list.putArray("track"), owner, playlist.tracks());
    }

    private void tracks(ArrayNode into, User owner, List<Track> tracks) {
        Map<String, Long> keys = recordings.firstKeys(
                owner,
                tracks.stream()
                        .map(JspfWriter::mbid)
                        .filter(id -> !id.isEmpty())
                        .toList());
        Map<Long, Recordings.Known> known = recordings.known(owner, keys.values());
        for (Track track : tracks) {
            String mbid = mbid(track);
            Recordings.Known found = known.get(keys.getOrDefault(mbid, 0L));
            Recordings.Known song = found == null ? new Recordings.Known("", "", "", 0, null) : found;
            ObjectNode row = into.addObject();
            if (!mbid.isEmpty()) {
                row.putArray("identifier").add(Jspf.RECORDING_ADDRESS + mbid);
            }
            put(row, "title", track.title(), song.title());
            put(row, "creator", track.credit(), song.artist());
            put(row, "album", track.release(), song.release());
            if (song.seconds() > 0) {
                row.put("duration", 1000L * song.seconds());
            }
            ObjectNode extension = row.putObject("extension").putObject(Jspf.TRACK_EXTENSION);
            extension.put("added_by", owner.name());
            extension.put("added_at", time(track.addedAt()));
            extension.putArray("artist_identifiers");
        }
    }

    private static void put(ObjectNode row, String field, String told, String known) {
        String text = told.isEmpty() ? known : told;
        if (!text.isEmpty()) {
            row.put(field, text);
        }
    }

    private static String mbid(Track track) {
        ExternalId id = track.id();
        return id == null || !id.scheme().equals(Recordings.MBID) ? "" : id.value();
    }

    private static String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString().replace("Z", "+00:00");
    }
}
