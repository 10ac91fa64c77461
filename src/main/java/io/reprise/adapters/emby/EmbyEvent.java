package io.reprise.adapters.emby;

import io.reprise.imports.EpochSeconds;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The object of Emby's webhook: event, item, user, session and where the playback stands. */
final class EmbyEvent {
    static final JsonFormat FORMAT = new JsonFormat(34, "emby.webhook", EmbyEvent::told);

    /** A tick is 100 nanoseconds. */
    private static final long TICKS = 10_000_000;

    private EmbyEvent() {}

    static Told told(JsonRow row) throws Unreadable {
        JsonRow playback = row.object("PlaybackInfo");
        boolean complete = playback != null && playback.flag("PlayedToCompletion");
        Verb verb = verb(row.needText("Event"), complete);
        Position position = position(playback, row);
        boolean stopped = row.needText("Event").toLowerCase(Locale.ROOT).endsWith("stop");
        boolean reset = verb == Verb.FINISH && stopped && position != null && position.at() == 0;
        return new Told(verb, mention(row), times(row, verb), null, reset ? null : position, null);
    }

    private static Verb verb(String event, boolean complete) throws Unreadable {
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "playback.start", "play" -> Verb.START;
            case "playback.unpause", "resume", "playback.progress", "progress" -> Verb.PROGRESS;
            case "playback.pause", "pause" -> Verb.STOP;
            case "playback.stop", "stop" -> complete ? Verb.FINISH : Verb.STOP;
            case "item.markplayed", "markplayed", "scrobble" -> Verb.FINISH;
            default ->
                throw new Unreadable("Event: expected playback.start, pause, unpause, progress or stop, or"
                        + " item.markplayed, got " + event);
        };
    }

    /** When the next item begins by itself, the session is put back already, so it is asked last. */
    private static @Nullable Position position(@Nullable JsonRow playback, JsonRow row) throws Unreadable {
        Long at = playback == null ? null : playback.whole("PositionTicks");
        JsonRow session = row.object("Session");
        JsonRow state = session == null ? null : session.object("PlayState");
        if (at == null && state != null) {
            at = state.whole("PositionTicks");
        }
        boolean marked = row.needText("Event").toLowerCase(Locale.ROOT).endsWith("markplayed");
        // A mark says nothing of how long it took; what the stop before it told is better than the item's length.
        return Claim.position(marked ? (Long) 0L : at, item(row).whole("RunTimeTicks"), TICKS);
    }

    private static Times times(JsonRow row, Verb verb) throws Unreadable {
        String date = row.text("Date");
        if (date == null) {
            return Times.RECEIVED;
        }
        long second = EpochSeconds.second("Date", date);
        return verb == Verb.START ? Times.started(second) : Times.ended(second);
    }

    static JsonRow item(JsonRow row) throws Unreadable {
        JsonRow item = row.object("Item");
        if (item == null) {
            throw new Unreadable("Item: expected an object, got nothing");
        }
        return item;
    }

    /** Whether this class of Emby is never a play: a trailer, a channel, a folder. */
    static boolean isNoPlay(String type) {
        return List.of("Trailer", "TvChannel", "Folder", "Series", "Season", "MusicAlbum", "Playlist", "BoxSet")
                .contains(type);
    }

    static Mention mention(JsonRow row) throws Unreadable {
        JsonRow item = item(row);
        String type = item.needText("Type");
        return switch (type) {
            case "Episode" -> claim(item, MediaKind.EPISODE, "SeriesName").episode();
            case "Movie" -> claim(item, MediaKind.FILM, "Album").film();
            case "Audio" -> claim(item, MediaKind.SONG, "Album").song();
            case "AudioBook", "Book" ->
                claim(item, MediaKind.BOOK, "SeriesName").book();
            case "Photo" -> claim(item, MediaKind.PICTURE, "Album").picture();
            case "Video", "MusicVideo", "Recording", "Program" ->
                claim(item, MediaKind.VIDEO, "Album").video();
            default ->
                throw new Unreadable("Item.Type: expected Episode, Movie, Audio or another class of the server, got \""
                        + type + '"');
        };
    }

    private static Claim claim(JsonRow item, MediaKind kind, String within) throws Unreadable {
        List<String> artists = item.texts("Artists");
        Claim.Numbers numbers = new Claim.Numbers(
                item.count("ParentIndexNumber"),
                item.count("IndexNumber"),
                item.count("ProductionYear"),
                Claim.seconds(item.whole("RunTimeTicks"), TICKS));
        return new Claim(
                item.text("Name"),
                item.text(within),
                artists.isEmpty() ? item.text("AlbumArtist") : String.join(", ", artists),
                numbers,
                ids(kind, item.object("ProviderIds")));
    }

    private static List<ExternalId> ids(MediaKind kind, @Nullable JsonRow given) throws Unreadable {
        List<ExternalId> ids = new ArrayList<>();
        if (given != null) {
            for (String name : given.names()) {
                ids.addAll(ItemIds.of(kind, name, given.text(name)));
            }
        }
        return ids;
    }
}
