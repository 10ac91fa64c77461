package io.reprise.adapters.plex;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.ItemIds;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code payload} of Plex's webhook. It tells no time and has no id, so the moment of receipt stands. */
final class PlexEvent {
    static final JsonFormat FORMAT = new JsonFormat(31, "plex.webhook", PlexEvent::told);

    private static final long MILLIS = 1000;
    private static final Pattern ID = Pattern.compile("(imdb|tmdb|tvdb|mbid)://([^/?]+).*");
    private static final Pattern OLD_AGENT = Pattern.compile("com\\.plexapp\\.agents\\.(imdb|themoviedb)://([^/?]+).*");

    private PlexEvent() {}

    static Told told(JsonRow row) throws Unreadable {
        Verb verb = verb(row.needText("event"));
        JsonRow item = item(row);
        Position position = Claim.position(item.whole("viewOffset"), item.whole("duration"), MILLIS);
        return new Told(verb, mention(item), Times.RECEIVED, null, position, null);
    }

    private static Verb verb(String event) throws Unreadable {
        return switch (event) {
            case "media.play" -> Verb.START;
            case "media.resume" -> Verb.PROGRESS;
            case "media.pause", "media.stop" -> Verb.STOP;
            case "media.scrobble" -> Verb.FINISH;
            default ->
                throw new Unreadable("event: expected media.play, pause, resume, stop, scrobble or rate, got " + event);
        };
    }

    static JsonRow item(JsonRow row) throws Unreadable {
        JsonRow item = row.object("Metadata");
        if (item == null) {
            throw new Unreadable("Metadata: expected an object, got nothing");
        }
        return item;
    }

    static Mention mention(JsonRow item) throws Unreadable {
        String type = item.needText("type");
        return switch (type) {
            case "episode" ->
                claim(item, MediaKind.EPISODE, "grandparentTitle", null).episode();
            case "movie" -> claim(item, MediaKind.FILM, "parentTitle", null).film();
            case "track" ->
                claim(
                                item,
                                MediaKind.SONG,
                                "parentTitle",
                                item.has("originalTitle") ? "originalTitle" : "grandparentTitle")
                        .song();
            case "photo" -> claim(item, MediaKind.PICTURE, "parentTitle", null).picture();
            case "clip" ->
                claim(item, MediaKind.VIDEO, "parentTitle", "grandparentTitle").video();
            default ->
                throw new Unreadable(
                        "Metadata.type: expected episode, movie, track, photo or clip, got \"" + type + '"');
        };
    }

    private static Claim claim(JsonRow item, MediaKind kind, String within, @Nullable String artist) throws Unreadable {
        Claim.Numbers numbers = new Claim.Numbers(
                item.count("parentIndex"),
                item.count("index"),
                item.count("year"),
                Claim.seconds(item.whole("duration"), MILLIS));
        return new Claim(
                item.text("title"),
                item.text(within),
                artist == null ? null : item.text(artist),
                numbers,
                ids(item, kind));
    }

    /** The item's own ids; {@code Guid} of an episode holds those of the episode, not of its show. */
    private static List<ExternalId> ids(JsonRow item, MediaKind kind) throws Unreadable {
        List<ExternalId> ids = new ArrayList<>();
        for (JsonRow guid : item.objects("Guid")) {
            String text = guid.text("id");
            Matcher id = ID.matcher(text == null ? "" : text);
            if (id.matches()) {
                ids.addAll(ItemIds.of(kind, id.group(1), id.group(2)));
            }
        }
        String old = item.text("guid");
        Matcher agent = OLD_AGENT.matcher(old == null ? "" : old);
        if (ids.isEmpty() && kind == MediaKind.FILM && agent.matches()) {
            ids.addAll(ItemIds.of(kind, agent.group(1).equals("imdb") ? "imdb" : "tmdb", agent.group(2)));
        }
        return ids;
    }
}
