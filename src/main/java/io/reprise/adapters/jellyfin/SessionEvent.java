package io.reprise.adapters.jellyfin;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The object of the unofficial plugin in its format Default: event, item, user, session and series. */
final class SessionEvent {
    static final JsonFormat FORMAT = new JsonFormat(33, "jellyfin.webhooks", SessionEvent::told);

    private SessionEvent() {}

    static Told told(JsonRow row) throws Unreadable {
        Verb verb = verb(row.needText("Event"));
        JsonRow item = item(row);
        JsonRow session = row.object("Session");
        JsonRow state = session == null ? null : session.object("PlayState");
        boolean marked = row.needText("Event").equals("MarkPlayed");
        Long at = marked ? (Long) 0L : state == null ? null : state.whole("PositionTicks");
        return new Told(
                verb,
                mention(row),
                Times.RECEIVED,
                null,
                ServerItem.position(at, item.whole("RunTimeTicks"), verb == Verb.FINISH && !marked),
                null);
    }

    private static Verb verb(String event) throws Unreadable {
        return switch (event) {
            case "Play" -> Verb.START;
            case "Resume", "Progress" -> Verb.PROGRESS;
            case "Pause", "Stop" -> Verb.STOP;
            case "Scrobble", "MarkPlayed" -> Verb.FINISH;
            default ->
                throw new Unreadable(
                        "Event: expected Play, Pause, Resume, Stop, Progress, Scrobble or MarkPlayed, got " + event);
        };
    }

    static JsonRow item(JsonRow row) throws Unreadable {
        JsonRow item = row.object("Item");
        if (item == null) {
            throw new Unreadable("Item: expected an object, got nothing");
        }
        return item;
    }

    static Mention mention(JsonRow row) throws Unreadable {
        JsonRow item = item(row);
        MediaKind kind = ServerItem.kind(item.needText("Type"));
        if (kind == null) {
            throw new Unreadable("Item.Type: expected something that is played, got " + item.text("Type"));
        }
        Claim.Numbers numbers = new Claim.Numbers(
                item.count("ParentIndexNumber"),
                item.count("IndexNumber"),
                item.count("ProductionYear"),
                Claim.seconds(item.whole("RunTimeTicks"), ServerItem.TICKS));
        String within = kind == MediaKind.EPISODE ? show(row, item) : item.text("Album");
        return ServerItem.mention(
                kind,
                new Claim(
                        item.text("Name"),
                        within,
                        artist(item),
                        numbers,
                        ServerItem.ids(kind, item.object("ProviderIds"), "")));
    }

    private static @Nullable String show(JsonRow row, JsonRow item) throws Unreadable {
        String name = item.text("SeriesName");
        JsonRow series = row.object("Series");
        return name == null && series != null ? series.text("Name") : name;
    }

    private static @Nullable String artist(JsonRow item) throws Unreadable {
        List<String> artists = item.texts("Artists");
        return artists.isEmpty() ? item.text("AlbumArtist") : String.join(", ", artists);
    }
}
