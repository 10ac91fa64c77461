package io.reprise.adapters.listenbrainz;

import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Reads the JSPF of a request: a playlist with MusicBrainz's extension, whose tracks are named by the address of a
 * recording at MusicBrainz. Pure. Source: "JSPF" in the documentation of MusicBrainz.
 */
final class Jspf {
    static final String PLAYLIST_EXTENSION = "https://musicbrainz.org/doc/jspf#playlist";
    static final String TRACK_EXTENSION = "https://musicbrainz.org/doc/jspf#track";
    static final String RECORDING_ADDRESS = "https://musicbrainz.org/recording/";
    static final String PLAYLIST_ADDRESS = "https://listenbrainz.org/playlist/";

    private Jspf() {}

    /** The member {@code playlist} of a body. */
    static JsonNode playlist(JsonNode body) {
        JsonNode playlist = body.path("playlist");
        if (!playlist.isObject()) {
            throw refused("JSPF playlist requires 'playlist' element");
        }
        return playlist;
    }

    /** Title, annotation and whether it is public, all needed but the annotation. */
    static Playlist.Words words(JsonNode playlist, User owner) {
        JsonNode isPublic = extension(playlist).path("public");
        if (!isPublic.isBoolean() && !isPublic.isString()) {
            throw refused("JSPF playlist.extension." + PLAYLIST_EXTENSION + ".public field must be given.");
        }
        checkPeople(playlist, owner);
        return words(title(playlist), text(playlist, "annotation"), isPublic);
    }

    /** Those of an older list, with what a body says of them. */
    static Playlist.Words words(JsonNode playlist, User owner, Playlist.Words older) {
        checkPeople(playlist, owner);
        JsonNode isPublic = extension(playlist).path("public");
        String annotation = playlist.has("annotation") ? text(playlist, "annotation") : older.annotation();
        Playlist.Words words = words(title(playlist), annotation, isPublic);
        boolean isTold = isPublic.isBoolean() || isPublic.isString();
        return isTold ? words : new Playlist.Words(words.title(), words.annotation(), older.isPublic());
    }

    private static Playlist.Words words(String title, String annotation, JsonNode isPublic) {
        try {
            return new Playlist.Words(title, annotation, isPublic.asString("").equalsIgnoreCase("true"));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static String title(JsonNode playlist) {
        String title = text(playlist, "title");
        if (title.isBlank()) {
            throw refused("JSPF playlist must contain a title element with the title of the playlist.");
        }
        return title;
    }

    /** Nobody can be shown somebody else's list here, and nobody learns who lives here. */
    private static void checkPeople(JsonNode playlist, User owner) {
        for (JsonNode collaborator : extension(playlist).path("collaborators")) {
            String name = collaborator.isString() ? collaborator.stringValue().strip() : collaborator.toString();
            if (!name.equalsIgnoreCase(owner.name())) {
                throw refused("Collaborator " + RequestJson.shown(name) + " doesn't exist");
            }
        }
        if (playlist.hasNonNull("created_for")) {
            throw Problem.of(
                            403,
                            "Playlist contains a created_for field, but submitting user is not an approved playlist"
                                    + " bot.")
                    .where("created_for")
                    .raised();
        }
    }

    /** Its tracks, added at this second (UTC). */
    static List<Track> tracks(JsonNode playlist, long now) {
        List<Track> tracks = new ArrayList<>();
        JsonNode list = playlist.path("track");
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw refused("JSPF playlist.track should be a list of tracks.");
        }
        for (JsonNode told : list) {
            try {
                ExternalId id = mbid(told, tracks.size()).as(Recordings.MBID);
                tracks.add(new Track(id, text(told, "title"), text(told, "creator"), text(told, "album"), now));
            } catch (IllegalArgumentException e) {
                throw refused("JSPF playlist track " + tracks.size() + ": " + e.getMessage());
            }
        }
        return tracks;
    }

    private static Mbid mbid(JsonNode track, int index) {
        JsonNode identifier = track.path("identifier");
        JsonNode first = identifier.isArray() ? identifier.path(0) : identifier;
        String text = first.isString() ? first.stringValue().strip() : "";
        if (text.isEmpty()) {
            throw refused("JSPF playlist track " + index + " must contain an identifier element with recording MBID.");
        }
        String address = text.replaceFirst("^http:", "https:");
        if (!address.startsWith(RECORDING_ADDRESS)) {
            throw refused("JSPF playlist track " + index + " identifier must have the namespace '" + RECORDING_ADDRESS
                    + "' prepended to it.");
        }
        Optional<Mbid> mbid = Msid.parse(address.substring(RECORDING_ADDRESS.length()))
                .map(UUID::toString)
                .flatMap(Mbid::find);
        return mbid.orElseThrow(
                () -> refused("JSPF playlist track " + index + " does not contain a valid track identifier field."));
    }

    private static JsonNode extension(JsonNode playlist) {
        return playlist.path("extension").path(PLAYLIST_EXTENSION);
    }

    private static String text(JsonNode node, String field) {
        JsonNode told = node.path(field);
        return told.isString() || told.isNumber() ? told.asString().strip() : "";
    }

    private static RuntimeException refused(String text) {
        return Problem.badRequest(text).where("playlist").raised();
    }
}
