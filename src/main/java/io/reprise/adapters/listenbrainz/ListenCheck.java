package io.reprise.adapters.listenbrainz;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The checks that ListenBrainz makes of a listen, in its order and its words, but for what the README beside this file
 * names: null and blank optional values count as absent, numbers may be fractions or texts, times may be milliseconds,
 * unknown keys are passed over. Pure.
 */
final class ListenCheck {
    private static final long AHEAD_SECONDS_MAX = 3600;
    /** 2002-10-01, when Audioscrobbler began. */
    private static final long LISTENED_AT_MIN = 1_033_430_400;

    private static final int TAGS_MAX = 50;
    private static final int TAG_CHARS_MAX = 64;
    private static final long DURATION_SECONDS_MAX = 2_073_600;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{0,18})?");
    private static final List<String> MBIDS =
            List.of("release_mbid", "recording_mbid", "release_group_mbid", "track_mbid");
    private static final List<String> MBID_LISTS = List.of("artist_mbids", "work_mbids");

    private ListenCheck() {}

    /** A listen that happened, told at {@code now} (epoch seconds). */
    static void listened(JsonNode listen, long now) throws InvalidListen {
        demandObject(listen);
        JsonNode told = listen.path("listened_at");
        demand(!told.isMissingNode(), "JSON document must contain the key listened_at at the top level.");
        double at = ListenedAt.second(number(told, "JSON document must contain an int value for listened_at."));
        demand(at < now + AHEAD_SECONDS_MAX, "Value for key listened_at is too high.");
        demand(
                at >= LISTENED_AT_MIN,
                "Value for key listened_at is too low. listened_at timestamp should be greater than 1033410600"
                        + " (2002-10-01 00:00:00 UTC).");
        metadata(listen);
    }

    /** What is playing now, which has no time. */
    static void playingNow(JsonNode listen) throws InvalidListen {
        demandObject(listen);
        metadata(listen);
    }

    private static void demandObject(JsonNode listen) throws InvalidListen {
        demand(listen.isObject(), "Each listen in the payload should be a JSON object.");
    }

    private static void metadata(JsonNode listen) throws InvalidListen {
        JsonNode metadata = listen.path("track_metadata");
        demand(!metadata.isMissingNode(), "JSON document must contain the key track_metadata at the top level.");
        demand(!metadata.isNull(), "JSON document may not have track_metadata with null value.");
        demand(metadata.isObject(), "track_metadata must be a JSON object.");
        name(metadata, "artist_name");
        name(metadata, "track_name");
        JsonNode release = metadata.path("release_name");
        demand(isAbsent(release) || release.isString(), "track_metadata.release_name must be a single string.");
        JsonNode info = metadata.path("additional_info");
        if (!isAbsent(info)) {
            demand(info.isObject(), "track_metadata.additional_info must be a JSON object.");
            additional(info);
        }
        noNul("listen", listen);
    }

    private static void name(JsonNode metadata, String field) throws InvalidListen {
        JsonNode name = metadata.path(field);
        demand(!name.isMissingNode(), "JSON document does not contain required field track_metadata." + field + ".");
        demand(name.isString(), "track_metadata." + field + " must be a single string.");
        demand(!name.stringValue().isBlank(), "field track_metadata." + field + " is empty.");
    }

    private static void additional(JsonNode info) throws InvalidListen {
        tags(info.path("tags"));
        JsonNode seconds = info.path("duration");
        JsonNode millis = info.path("duration_ms");
        demand(
                isAbsent(seconds) || isAbsent(millis),
                "JSON document should not contain both duration and duration_ms.");
        duration("duration", seconds, DURATION_SECONDS_MAX);
        duration("duration_ms", millis, 1000 * DURATION_SECONDS_MAX);
        for (String field : MBIDS) {
            mbid(field, info.path(field));
        }
        for (String field : MBID_LISTS) {
            JsonNode list = info.path(field);
            if (list.isArray()) {
                for (JsonNode each : list) {
                    mbid(field, each);
                }
            } else {
                mbid(field, list);
            }
        }
    }

    private static void tags(JsonNode tags) throws InvalidListen {
        if (!tags.isArray()) {
            return;
        }
        demand(
                tags.size() <= TAGS_MAX,
                "JSON document may not contain more than " + TAGS_MAX
                        + " items in track_metadata.additional_info.tags.");
        for (JsonNode tag : tags) {
            demand(
                    !tag.isString()
                            || tag.stringValue()
                                            .codePointCount(0, tag.stringValue().length())
                                    <= TAG_CHARS_MAX,
                    "JSON document may not contain track_metadata.additional_info.tags longer than " + TAG_CHARS_MAX
                            + " characters.");
        }
    }

    private static void duration(String field, JsonNode told, long most) throws InvalidListen {
        if (isAbsent(told)) {
            return;
        }
        String invalid = "Value for " + field + " is invalid, should be a positive integer.";
        double value = number(told, invalid);
        demand(value > 0, invalid);
        demand(value <= most, "Value for " + field + " is too large, max permitted value is " + most);
    }

    private static void mbid(String field, JsonNode told) throws InvalidListen {
        demand(
                isAbsent(told)
                        || told.isString() && Msid.parse(told.stringValue()).isPresent(),
                field + " MBID format invalid.");
    }

    private static void noNul(String key, JsonNode value) throws InvalidListen {
        demand(!value.isString() || value.stringValue().indexOf('\0') < 0, key + " contains a unicode null");
        if (value.isArray()) {
            for (JsonNode each : value) {
                noNul(key, each);
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            demand(member.getKey().indexOf('\0') < 0, key + " contains a unicode null");
            noNul(member.getKey(), member.getValue());
        }
    }

    /** A number, also where it is written as text; what is beyond all numbers is no number and fits no bound. */
    static double number(JsonNode told, String otherwise) throws InvalidListen {
        if (told.isNumber()) {
            return told.asDouble(Double.NaN);
        }
        String text = told.isString() ? told.stringValue().strip() : "";
        demand(NUMBER.matcher(text).matches(), otherwise);
        return Double.parseDouble(text);
    }

    private static boolean isAbsent(JsonNode told) {
        return told.isMissingNode()
                || told.isNull()
                || told.isString() && told.stringValue().isBlank();
    }

    private static void demand(boolean holds, String otherwise) throws InvalidListen {
        if (!holds) {
            throw new InvalidListen(otherwise);
        }
    }
}
