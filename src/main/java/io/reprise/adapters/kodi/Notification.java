package io.reprise.adapters.kodi;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.Mention;
import io.reprise.scrobble.Position;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC notification of Kodi. Of an item in its library Kodi itself tells the number alone; who passes it on adds
 * the title.
 */
final class Notification {
    static final JsonFormat FORMAT = new JsonFormat(35, "kodi.notification", Notification::told);

    private static final long MILLIS = 1000;
    private static final long MINUTE = 60;

    private Notification() {}

    static Told told(JsonRow row) throws Unreadable {
        JsonRow told = contents(row);
        Verb verb = verb(row.needText("method"), told);
        JsonRow player = told.object("player");
        Long at = clock(told, player, "time");
        Long total = clock(told, player, "totaltime");
        return new Told(verb, mention(item(told), total), Times.RECEIVED, null, position(at, total), null);
    }

    private static @Nullable Position position(@Nullable Long at, @Nullable Long total) {
        return Claim.position(at, total, MILLIS);
    }

    private static Verb verb(String method, JsonRow told) throws Unreadable {
        return switch (method) {
            case "Player.OnPlay" -> Verb.START;
            case "Player.OnResume" -> Verb.PROGRESS;
            case "Player.OnPause" -> Verb.STOP;
            case "Player.OnStop" -> told.flag("end") ? Verb.FINISH : Verb.STOP;
            default ->
                throw new Unreadable("method: expected Player.OnPlay, OnPause, OnResume or OnStop, got " + method);
        };
    }

    static JsonRow contents(JsonRow row) throws Unreadable {
        JsonRow parameters = row.object("params");
        JsonRow told = parameters == null ? null : parameters.object("data");
        if (told == null) {
            throw new Unreadable("params.data: expected an object, got nothing");
        }
        return told;
    }

    static JsonRow item(JsonRow told) throws Unreadable {
        JsonRow item = told.object("item");
        if (item == null) {
            throw new Unreadable("params.data.item: expected an object, got nothing");
        }
        return item;
    }

    private static Mention mention(JsonRow item, @Nullable Long total) throws Unreadable {
        String type = item.needText("type");
        Integer told = item.count("runtime");
        Claim.Numbers numbers = new Claim.Numbers(
                item.count("season"),
                item.count("episode"),
                item.count("year"),
                told == null ? Claim.seconds(total, MILLIS) : told);
        List<String> artists = item.texts("artist");
        boolean series = type.equals("episode");
        Claim claim = new Claim(
                item.text("title"),
                item.text(series ? "showtitle" : "album"),
                artists.isEmpty() ? null : String.join(", ", artists),
                numbers,
                List.of());
        return switch (type) {
            case "episode" -> claim.episode();
            case "movie" -> claim.film();
            case "song" -> claim.song();
            case "picture" -> claim.picture();
            case "musicvideo", "unknown", "video" -> claim.video();
            default ->
                throw new Unreadable("params.data.item.type: expected episode, movie, song, musicvideo, picture or"
                        + " unknown, got \"" + type + '"');
        };
    }

    /** Hours, minutes, seconds and milliseconds as milliseconds, where the one who passes it on adds them. */
    private static @Nullable Long clock(JsonRow told, @Nullable JsonRow player, String name) throws Unreadable {
        JsonRow clock = told.isObject(name) ? told.object(name) : player == null ? null : player.object(name);
        if (clock == null) {
            return null;
        }
        long minutes = Math.addExact(Math.multiplyExact(part(clock, "hours"), MINUTE), part(clock, "minutes"));
        long seconds = Math.addExact(Math.multiplyExact(minutes, MINUTE), part(clock, "seconds"));
        return Math.addExact(Math.multiplyExact(seconds, MILLIS), part(clock, "milliseconds"));
    }

    private static long part(JsonRow clock, String name) throws Unreadable {
        Long part = clock.whole(name);
        return part == null ? 0 : part;
    }
}
