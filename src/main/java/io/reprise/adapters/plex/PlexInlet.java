package io.reprise.adapters.plex;

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

/** Plex calls with a form whose part {@code payload} is JSON, and a picture that is left where it is. */
public final class PlexInlet implements InletParty {

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(PlexEvent.FORMAT);
    }

    @Override
    public String word() {
        return "plex";
    }

    @Override
    public String title() {
        return "Plex";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(MediaKind.FILM, MediaKind.EPISODE, MediaKind.SONG, MediaKind.VIDEO, MediaKind.PICTURE);
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step(
                        "In Plex on the web, as the owner of the server (with Plex Pass): Settings, then Webhooks.",
                        ""),
                new Step("Choose Add webhook and paste this address.", address),
                new Step(
                        "Every account of the server calls this one address. Name the account below to take only its"
                                + " plays.",
                        ""));
    }

    @Override
    public byte[] matter(Call call) {
        return call.part("payload");
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        byte[] payload = matter(call);
        JsonRow row = JsonRow.of(payload);
        String event = row.needText("event");
        JsonRow account = row.object("Account");
        String name = account == null ? null : account.text("title");
        String caller = name == null ? "" : name;
        if (event.equals("media.rate")) {
            return rated(row, caller);
        }
        if (event.startsWith("media.")) {
            return Taken.Heard.of(caller, Submission.read(PlexEvent.FORMAT, payload));
        }
        if (event.matches("(library|playback|admin|device)\\..+")) {
            return Taken.LeftOut.because(event + " is no play");
        }
        throw new Unreadable("event: expected an event of Plex such as media.scrobble, got " + event);
    }

    private static Taken rated(JsonRow row, String caller) throws Unreadable {
        JsonRow item = PlexEvent.item(row);
        Double told = row.number("rating");
        Double stars = told == null ? item.number("userRating") : told;
        if (stars == null || stars < 0) {
            return Taken.LeftOut.because("a rating was taken back, or none was told");
        }
        return Taken.Heard.rated(
                caller, new Taken.Rating(PlexEvent.mention(item), new Opinion.Rate(Scale.TENTHS.score(stars))));
    }
}
