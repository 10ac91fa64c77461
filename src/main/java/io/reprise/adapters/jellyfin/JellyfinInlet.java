package io.reprise.adapters.jellyfin;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.Taken;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.rating.Opinion;
import io.reprise.rating.Scale;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both webhook plugins of Jellyfin at one address, told apart by what they send. */
public final class JellyfinInlet implements InletParty {

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(WebhookEvent.FORMAT, SessionEvent.FORMAT);
    }

    @Override
    public String word() {
        return "jellyfin";
    }

    @Override
    public String title() {
        return "Jellyfin";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(
                MediaKind.FILM, MediaKind.EPISODE, MediaKind.SONG, MediaKind.BOOK, MediaKind.VIDEO, MediaKind.PICTURE);
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step("In Jellyfin: Dashboard, Plugins, install Webhook, then add a Generic Destination.", ""),
                new Step("Webhook Url", address),
                new Step(
                        "Tick Send All Properties, and of the notification types Playback Start, Playback Stop and"
                                + " User Data Saved. Choose your own user below them.",
                        ""),
                new Step("Add a request header, name first, then value.", "Content-Type: application/json"),
                new Step(
                        "The unofficial plugin (jellyfin-plugin-webhooks) works, too: choose its format Default.", ""));
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        byte[] body = matter(call);
        JsonRow row = JsonRow.of(body);
        if (row.has("NotificationType")) {
            return official(row, body);
        }
        if (row.has("Event") && row.has("Item")) {
            return unofficial(row, body);
        }
        throw new Unreadable("expected NotificationType (tick Send All Properties) or Event and Item (format Default),"
                + " got " + String.join(", ", row.names().stream().limit(8).toList()));
    }

    private static Taken official(JsonRow row, byte[] body) throws Unreadable {
        String type = row.needText("NotificationType");
        if (!type.startsWith("Playback") && !type.equals("UserDataSaved")) {
            return Taken.LeftOut.because(type + " is no play");
        }
        String item = row.needText("ItemType");
        if (ServerItem.kind(item) == null) {
            return Taken.LeftOut.because("a " + item + " is not counted");
        }
        String account = orEmpty(row.text("NotificationUsername"));
        if (type.equals("UserDataSaved")) {
            return saved(row, body, account);
        }
        Submission submission = Submission.read(WebhookEvent.FORMAT, body);
        if (!type.equals("PlaybackProgress")) {
            return Taken.Heard.of(account, submission);
        }
        return row.flag("IsPaused")
                ? Taken.LeftOut.because("it stands still; its start and its stop are told by themselves")
                : Taken.Heard.only(account, submission);
    }

    private static Taken saved(JsonRow row, byte[] body, String account) throws Unreadable {
        String reason = orEmpty(row.text("SaveReason"));
        boolean finished = reason.equals("PlaybackFinished") || reason.equals("TogglePlayed") && row.flag("Played");
        if (finished) {
            return Taken.Heard.of(account, Submission.read(WebhookEvent.FORMAT, body));
        }
        return reason.equals("UpdateUserRating")
                ? rated(account, WebhookEvent.mention(row), row.number("Rating"))
                : Taken.LeftOut.because("UserDataSaved because of " + reason + " is no play");
    }

    private static Taken unofficial(JsonRow row, byte[] body) throws Unreadable {
        String event = row.needText("Event");
        JsonRow item = SessionEvent.item(row);
        String type = item.needText("Type");
        if (ServerItem.kind(type) == null) {
            return Taken.LeftOut.because("a " + type + " is not counted");
        }
        JsonRow user = row.object("User");
        String account = user == null ? "" : orEmpty(user.text("Name"));
        return switch (event) {
            case "Progress" -> Taken.Heard.only(account, Submission.read(SessionEvent.FORMAT, body));
            case "MarkUnplayed" -> Taken.LeftOut.because("what was played is not taken back by a webhook");
            case "Rate" -> {
                JsonRow own = item.object("UserData");
                yield rated(account, SessionEvent.mention(row), own == null ? null : own.number("Rating"));
            }
            default -> Taken.Heard.of(account, Submission.read(SessionEvent.FORMAT, body));
        };
    }

    private static Taken rated(String account, Mention about, @Nullable Double rating) {
        return rating == null
                ? Taken.LeftOut.because("a rating was taken back, or none was told")
                : Taken.Heard.rated(account, new Taken.Rating(about, new Opinion.Rate(Scale.TENTHS.score(rating))));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
