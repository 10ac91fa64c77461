package io.reprise.adapters.miniflux;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.Signature;
import io.reprise.inlet.Taken;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.rating.Opinion;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.util.List;

/** Miniflux signs each call with a secret of its own choosing, which the user brings along. */
public final class MinifluxInlet implements InletParty {
    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(EntrySaved.FORMAT);
    }

    @Override
    public String word() {
        return "miniflux";
    }

    @Override
    public String title() {
        return "Miniflux";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(MediaKind.ARTICLE);
    }

    @Override
    public Signing signing() {
        return Signing.NEEDED;
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step("In Miniflux: Settings, Integrations, Webhook. Enable it and paste this as the URL.", address),
                new Step("Copy the secret that Miniflux then shows into the field Key below, and save.", ""),
                new Step(
                        "Miniflux tells what is saved, not what is read. For what is read, add a connection to its"
                                + " Google Reader API on the page Imports.",
                        ""));
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        String key = call.context().key();
        if (!call.context().again()) {
            if (key == null) {
                return Signature.keyless();
            }
            if (!Signature.fits(key, call.body(), call.header("X-Miniflux-Signature"))) {
                return Signature.wrong();
            }
        }
        JsonRow row = JsonRow.of(call.body());
        String event = row.needText("event_type");
        return switch (event) {
            case "new_entries" -> Taken.LeftOut.because("new entries came in; nobody has read them yet");
            case "save_entry" -> saved(row, call.body());
            default -> throw new Unreadable("event_type: expected new_entries or save_entry, got " + event);
        };
    }

    private static Taken saved(JsonRow row, byte[] body) throws Unreadable {
        JsonRow entry = EntrySaved.entry(row);
        Mention about = EntrySaved.mention(entry);
        Taken.Rating saved = new Taken.Rating(about, new Opinion.Tag("saved"));
        return "read".equals(entry.text("status"))
                ? Taken.Heard.all("", List.of(Submission.read(EntrySaved.FORMAT, body)))
                        .with(saved)
                : Taken.Heard.rated("", saved);
    }
}
