package io.reprise.adapters.emby;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.Taken;
import io.reprise.media.MediaKind;
import io.reprise.rating.Opinion;
import io.reprise.rating.Scale;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Locale;

/** Emby calls with a form whose part {@code data} is JSON, or with JSON, as its owner chose. */
public final class EmbyInlet implements InletParty {

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(EmbyEvent.FORMAT);
    }

    @Override
    public String word() {
        return "emby";
    }

    @Override
    public String title() {
        return "Emby";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(
                MediaKind.FILM, MediaKind.EPISODE, MediaKind.SONG, MediaKind.BOOK, MediaKind.VIDEO, MediaKind.PICTURE);
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step("In Emby (with Premiere): Settings, Notifications, add a notification of type Webhooks.", ""),
                new Step("Url", address),
                new Step("Either request content type will do.", ""),
                new Step(
                        "Tick the events under Playback, and under Users the marks as played. Limit it to your own"
                                + " user, or name the account below.",
                        ""));
    }

    @Override
    public byte[] matter(Call call) {
        return call.part("data");
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        byte[] payload = matter(call);
        JsonRow row = JsonRow.of(payload);
        String event = row.needText("Event").toLowerCase(Locale.ROOT);
        if (event.matches("(library|system|user|plugins?|sync|device|session|scheduledtasks?|livetv)\\..+")) {
            return Taken.LeftOut.because(event + " is no play");
        }
        JsonRow item = EmbyEvent.item(row);
        String type = item.needText("Type");
        if (EmbyEvent.isNoPlay(type)) {
            return Taken.LeftOut.because("a " + type + " is not counted");
        }
        JsonRow user = row.object("User");
        String name = user == null ? null : user.text("Name");
        String account = name == null ? "" : name;
        return switch (event) {
            case "item.markunplayed", "markunplayed" ->
                Taken.LeftOut.because("what was played is not taken back by a webhook");
            case "item.rate", "rate" -> rated(row, item, account);
            case "playback.progress", "progress" ->
                Taken.Heard.only(account, Submission.read(EmbyEvent.FORMAT, payload));
            default -> Taken.Heard.of(account, Submission.read(EmbyEvent.FORMAT, payload));
        };
    }

    private static Taken rated(JsonRow row, JsonRow item, String account) throws Unreadable {
        JsonRow own = item.object("UserData");
        Double rating = own == null ? null : own.number("Rating");
        return rating == null
                ? Taken.LeftOut.because("it was liked or not, and no rating was told")
                : Taken.Heard.rated(
                        account,
                        new Taken.Rating(EmbyEvent.mention(row), new Opinion.Rate(Scale.TENTHS.score(rating))));
    }
}
