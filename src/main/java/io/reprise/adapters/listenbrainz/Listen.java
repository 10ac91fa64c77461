package io.reprise.adapters.listenbrainz;

import io.reprise.imports.CleanText;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mbid;
import io.reprise.media.Mention;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The fields of a listen that are read, gathered while its JSON streams by. */
final class Listen {
    private static final String ARTIST = "artist";
    private static final int NAMES_MAX = 100;

    private @Nullable Long listenedAt;
    private @Nullable String artist;
    private @Nullable String track;
    private @Nullable String release;
    private @Nullable String releaseArtist;
    private @Nullable Integer seconds;
    private final List<String> artists = new ArrayList<>();
    private final List<String> releaseArtists = new ArrayList<>();
    private final List<ExternalId> ids = new ArrayList<>();

    private Listen() {}

    static Listen read(JsonParser json) throws Unreadable {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable("expected a listen as a JSON object, got something else");
        }
        Listen listen = new Listen();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "listened_at" -> listen.listenedAt = second(json, value);
                case "track_metadata" -> listen.metadata(json, value);
                default -> json.skipChildren();
            }
        }
        return listen;
    }

    @Nullable
    Long listenedAt() {
        return listenedAt;
    }

    Mention.Song song() throws Unreadable {
        if (track == null) {
            throw new Unreadable("track_metadata.track_name: expected text, got nothing");
        }
        if (artist == null && artists.isEmpty()) {
            throw new Unreadable("track_metadata.artist_name: expected text, got nothing");
        }
        Credit credit = Credit.of(artist == null ? "" : artist, artists, ARTIST);
        Credit releaseCredit = releaseArtist == null && releaseArtists.isEmpty()
                ? null
                : Credit.of(releaseArtist == null ? "" : releaseArtist, releaseArtists, ARTIST);
        return new Mention.Song(track, credit, release, releaseCredit, seconds, ids);
    }

    private void metadata(JsonParser json, JsonToken start) throws Unreadable {
        needObject("track_metadata", start);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "artist_name" -> artist = text("track_metadata.artist_name", json, value);
                case "track_name" -> track = text("track_metadata.track_name", json, value);
                case "release_name" -> release = text("track_metadata.release_name", json, value);
                case "additional_info" -> additional(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private void additional(JsonParser json, JsonToken start) throws Unreadable {
        if (start == JsonToken.VALUE_NULL) {
            return;
        }
        needObject("track_metadata.additional_info", start);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "artist_names" -> names(json, value, artists);
                case "release_artist_names" -> names(json, value, releaseArtists);
                case "release_artist_name" -> releaseArtist = lenientText(json, value);
                case "duration_ms" -> length(json, value, 1000.0);
                case "duration" -> length(json, value, 1.0);
                case "recording_mbid" -> mbid(json, value, "mb:recording");
                case "release_mbid" -> mbid(json, value, "mb:release");
                case "release_group_mbid" -> mbid(json, value, "mb:release-group");
                case "track_mbid" -> mbid(json, value, "mb:track");
                case "isrc" -> isrc(json, value);
                case "spotify_id" -> spotify(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private static void needObject(String field, JsonToken token) throws Unreadable {
        if (token != JsonToken.START_OBJECT) {
            throw new Unreadable(field + ": expected an object, got " + word(token));
        }
    }

    private static @Nullable String text(String field, JsonParser json, JsonToken token) throws Unreadable {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            throw new Unreadable(field + ": expected text, got " + word(token));
        }
        String text = CleanText.orNull(field, json.getString());
        return text == null ? null : text.strip();
    }

    /** Additional info is open: a field of another shape than expected says nothing, and the listen stands. */
    private static @Nullable String lenientText(JsonParser json, JsonToken token) {
        if (token != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return null;
        }
        try {
            String text = CleanText.orNull("", json.getString());
            return text == null ? null : text.strip();
        } catch (Unreadable e) {
            return null;
        }
    }

    private static @Nullable Long second(JsonParser json, JsonToken token) throws Unreadable {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return (long) ListenedAt.second(json.getLongValue());
        }
        String text = token.isScalarValue() ? json.getString() : word(token);
        try {
            double number = Double.parseDouble(text);
            if (!Double.isNaN(number)) {
                return (long) ListenedAt.second(number);
            }
        } catch (NumberFormatException e) {
            throw new Unreadable("listened_at: expected epoch seconds, got " + text, e);
        }
        throw new Unreadable("listened_at: expected epoch seconds, got " + text);
    }

    private static void names(JsonParser json, JsonToken token, List<String> into) {
        if (token != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        for (JsonToken value = json.nextToken();
                value != null && value != JsonToken.END_ARRAY;
                value = json.nextToken()) {
            String name = lenientText(json, value);
            if (name != null && into.size() < NAMES_MAX) {
                into.add(name);
            }
        }
    }

    private void length(JsonParser json, JsonToken token, double perSecond) {
        if (!token.isScalarValue()) {
            json.skipChildren();
            return;
        }
        try {
            double told = Double.parseDouble(json.getString()) / perSecond;
            if (told >= 0.5 && told < Integer.MAX_VALUE) {
                seconds = (int) Math.round(told);
            }
        } catch (NumberFormatException e) {
            return;
        }
    }

    private void mbid(JsonParser json, JsonToken token, String scheme) {
        String text = lenientText(json, token);
        if (text != null) {
            Mbid.find(text).ifPresent(mbid -> ids.add(mbid.as(scheme)));
        }
    }

    private void isrc(JsonParser json, JsonToken token) {
        String text = lenientText(json, token);
        String plain = text == null ? "" : text.replace("-", "").toUpperCase(Locale.ROOT);
        if (plain.matches("[A-Z]{2}[A-Z0-9]{3}\\d{7}")) {
            ids.add(new ExternalId("isrc", plain));
        }
    }

    private void spotify(JsonParser json, JsonToken token) {
        String text = lenientText(json, token);
        String id = text == null ? "" : text.replaceFirst(".*[/:]", "").replaceFirst("\\?.*", "");
        if (id.matches("[0-9A-Za-z]{22}")) {
            ids.add(new ExternalId("spotify:track", id));
        }
    }

    private static String word(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "null";
            case VALUE_STRING -> "text";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> "nothing";
        };
    }
}
