package io.reprise.adapters.listenbrainz;

import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.rating.Rated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a body names a recording: {@code recording_msid}, {@code recording_mbid}, or both. */
record RecordingIds(@Nullable UUID msid, @Nullable String mbid) {
    private static final String MSID_FIELD = "recording_msid";
    private static final String MBID_FIELD = "recording_mbid";

    /** Reads them; {@code otherwise} is said where there is neither. */
    static RecordingIds read(JsonNode body, String otherwise) {
        UUID msid = isAbsent(body.path(MSID_FIELD)) ? null : uuid(body.path(MSID_FIELD), MSID_FIELD);
        UUID mbid = isAbsent(body.path(MBID_FIELD)) ? null : uuid(body.path(MBID_FIELD), MBID_FIELD);
        if (msid == null && mbid == null) {
            throw Problem.badRequest(otherwise).where("body").raised();
        }
        return new RecordingIds(msid, mbid == null ? null : mbid.toString());
    }

    private static boolean isAbsent(JsonNode told) {
        return told.isMissingNode()
                || told.isNull()
                || told.isString() && told.stringValue().isBlank();
    }

    /** One UUID of a request, or 400. */
    static UUID uuid(JsonNode told, String field) {
        return uuid(told.isString() ? told.stringValue() : told.toString(), field);
    }

    static UUID uuid(String told, String field) {
        return Msid.parse(told)
                .orElseThrow(() -> Problem.badRequest("Invalid JSON document submitted: " + field
                                + " should be a UUID, not " + RequestJson.shown(told))
                        .where(field)
                        .raised());
    }

    /** The recording meant: by its MSID where that says more than the id alone, else by its MBID. */
    Rated about(User user, Recordings recordings) {
        if (msid == null) {
            return recordings.byMbid(user, String.valueOf(mbid));
        }
        Rated byMsid = recordings.byMsid(user, msid);
        if (mbid == null) {
            return byMsid;
        }
        return Recordings.isForeign(byMsid)
                ? recordings.byMbid(user, mbid)
                : Recordings.named(byMsid, new ExternalId(Recordings.MBID, mbid));
    }

    /** Writes both ids of what was rated, null where there is none. */
    static void write(ObjectNode into, Rated about, Recordings.@Nullable Known known) {
        ExternalId id = about.id();
        String mbid = known == null ? null : known.mbid();
        boolean isMbid = id != null
                && id.scheme().equals(Recordings.MBID)
                && Mbid.find(id.value()).isPresent();
        into.put(MBID_FIELD, isMbid && id != null ? id.value() : mbid);
        if (!Recordings.isForeign(about)) {
            into.put(MSID_FIELD, Msid.of(about.itemKey()).toString());
        } else {
            into.put(MSID_FIELD, isMbid || id == null ? null : id.value());
        }
    }

    /** The words of a recording as a listen has them; null where none are known. */
    static void writeMetadata(ObjectNode into, Rated about, Recordings.@Nullable Known known) {
        if (known == null && Recordings.isForeign(about)) {
            into.putNull("track_metadata");
            return;
        }
        ObjectNode metadata = into.putObject("track_metadata");
        metadata.put("artist_name", known == null ? about.credit() : known.artist());
        metadata.put("track_name", known == null ? about.title() : known.title());
        if (known != null && !known.release().isEmpty()) {
            metadata.put("release_name", known.release());
        }
        ObjectNode info = metadata.putObject("additional_info");
        if (known != null && known.seconds() > 0) {
            info.put("duration", known.seconds());
        }
        info.put(MSID_FIELD, Msid.of(about.itemKey()).toString());
    }
}
