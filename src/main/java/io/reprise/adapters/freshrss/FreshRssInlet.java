package io.reprise.adapters.freshrss;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.Taken;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.util.List;

/** The webhook extension of FreshRSS sends what its user wrote into the template; we offer one. */
public final class FreshRssInlet implements InletParty {
    private static final String TEMPLATE = "{\"event\":\"new\",\"title\":\"{title}\",\"url\":\"{url}\","
            + "\"author\":\"{author}\",\"feed\":\"{feed_name}\",\"user\":\"{user}\"}";

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(EntryRead.FORMAT);
    }

    @Override
    public String word() {
        return "freshrss";
    }

    @Override
    public String title() {
        return "FreshRSS";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(MediaKind.ARTICLE);
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step("In FreshRSS: Extensions, Webhook. Method POST, body type JSON, and this address.", address),
                new Step("As the body", TEMPLATE),
                new Step(
                        "The extension tells of new entries only, which are no plays. A script of your own may send the"
                                + " same with \"event\":\"read\" (and read_at). For what is read, add a connection to"
                                + " the Google Reader API on the page Imports.",
                        ""));
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        byte[] body = matter(call);
        JsonRow row = JsonRow.of(body);
        String event = row.text("event");
        String user = row.text("user");
        String account = user == null ? "" : user;
        return switch (event == null ? "new" : event) {
            case "new" -> Taken.LeftOut.because("a new entry came in; nobody has read it yet");
            case "read" -> Taken.Heard.all(account, List.of(Submission.read(EntryRead.FORMAT, body)));
            default -> throw new Unreadable("event: expected new or read, got " + event);
        };
    }
}
