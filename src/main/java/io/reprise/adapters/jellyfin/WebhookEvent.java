package io.reprise.adapters.jellyfin;

import io.reprise.imports.EpochSeconds;
import io.reprise.imports.JsonRow;
import io.reprise.inlet.Claim;
import io.reprise.inlet.JsonFormat;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The flat object of the official plugin, with all properties sent. */
final class WebhookEvent {
    static final JsonFormat FORMAT = new JsonFormat(32, "jellyfin.webhook", WebhookEvent::told);

    private static final int MINUTE_SECONDS = 60;

    private WebhookEvent() {}

    static Told told(JsonRow row) throws Unreadable {
        Verb verb = verb(row);
        boolean saved = "UserDataSaved".equals(row.text("NotificationType"));
        boolean over = verb == Verb.FINISH && !saved;
        // A mark says nothing of how long it took; what the stop before it told is better than the item's length.
        Long at = saved ? (Long) 0L : row.whole("PlaybackPositionTicks");
        return new Told(
                verb,
                mention(row),
                times(row, verb),
                null,
                ServerItem.position(at, row.whole("RunTimeTicks"), over),
                null);
    }

    private static Verb verb(JsonRow row) throws Unreadable {
        String type = row.needText("NotificationType");
        return switch (type) {
            case "PlaybackStart" -> Verb.START;
            case "PlaybackProgress" -> row.flag("IsPaused") ? Verb.STOP : Verb.PROGRESS;
            case "PlaybackStop" -> row.flag("PlayedToCompletion") ? Verb.FINISH : Verb.STOP;
            case "UserDataSaved" -> Verb.FINISH;
            default ->
                throw new Unreadable("NotificationType: expected PlaybackStart, PlaybackProgress, PlaybackStop or"
                        + " UserDataSaved, got " + type);
        };
    }

    static Mention mention(JsonRow row) throws Unreadable {
        MediaKind kind = ServerItem.kind(row.needText("ItemType"));
        if (kind == null) {
            throw new Unreadable("ItemType: expected something that is played, got " + row.text("ItemType"));
        }
        Claim.Numbers numbers = new Claim.Numbers(
                row.count("SeasonNumber"),
                row.count("EpisodeNumber"),
                row.count("Year"),
                Claim.seconds(row.whole("RunTimeTicks"), ServerItem.TICKS));
        String within = kind == MediaKind.EPISODE ? "SeriesName" : "Album";
        return ServerItem.mention(
                kind,
                new Claim(
                        text(row, "Name"),
                        text(row, within),
                        text(row, "Artist"),
                        numbers,
                        ServerItem.ids(kind, row, "Provider_")));
    }

    /** The plugin escapes quotes once too often. */
    private static @Nullable String text(JsonRow row, String name) throws Unreadable {
        String text = row.text(name);
        return text == null ? null : text.replace("\\\"", "\"");
    }

    private static Times times(JsonRow row, Verb verb) throws Unreadable {
        String utc = row.text("UtcTimestamp");
        String local = row.text("Timestamp");
        if (utc == null && local == null) {
            return Times.RECEIVED;
        }
        Integer offset = offset(local);
        long second = utc != null
                ? EpochSeconds.second("UtcTimestamp", utc)
                : EpochSeconds.second("Timestamp", String.valueOf(local));
        return verb == Verb.START
                ? new Times(second, null, Precision.INSTANT, offset)
                : new Times(null, second, Precision.INSTANT, offset);
    }

    /** Minutes ahead of UTC; null where the local time does not say. */
    private static @Nullable Integer offset(@Nullable String local) throws Unreadable {
        if (local == null || !local.matches(".*([+-]\\d\\d:\\d\\d|Z)$")) {
            return null;
        }
        OffsetDateTime time = EpochSeconds.parse("Timestamp", local);
        return time.getOffset().getTotalSeconds() / MINUTE_SECONDS;
    }
}
