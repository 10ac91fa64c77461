package io.reprise.adapters.kodi;

import io.reprise.imports.JsonRow;
import io.reprise.inlet.Call;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.Taken;
import io.reprise.media.MediaKind;
import io.reprise.media.Mention;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notifications of Kodi, passed on by a script, and the reports of an add-on. */
public final class KodiInlet implements InletParty {
    private static final Set<String> TOLD =
            Set.of("Player.OnPlay", "Player.OnPause", "Player.OnResume", "Player.OnStop");

    /** An add-on tells every few seconds; a row is worth the one that moved this far, in percent. */
    private static final double STEP_PERCENT = 5;

    private static final double COMPLETE_PERCENT = 90;

    /** What reads the payloads that it stores. */
    public static List<Format> formats() {
        return List.of(Notification.FORMAT, AddOnReport.FORMAT);
    }

    @Override
    public String word() {
        return "kodi";
    }

    @Override
    public String title() {
        return "Kodi";
    }

    @Override
    public List<MediaKind> kinds() {
        return List.of(MediaKind.FILM, MediaKind.EPISODE, MediaKind.SONG, MediaKind.VIDEO, MediaKind.PICTURE);
    }

    @Override
    public List<Step> steps(String address) {
        return List.of(
                new Step(
                        "Kodi calls nobody by itself. Either install the add-on for Ryot and paste this address as its"
                                + " webhook,",
                        address),
                new Step(
                        "or have a script listen to Kodi's JSON-RPC (TCP port 9090 or WebSocket) and post each"
                                + " notification as it comes to the same address, with title, showtitle, season and"
                                + " episode added to params.data.item.",
                        ""));
    }

    @Override
    public Taken take(Call call) throws Unreadable {
        byte[] body = matter(call);
        JsonRow row = JsonRow.of(body);
        if (row.has("method")) {
            return notification(row, body);
        }
        if (row.has("lot") && row.has("identifier")) {
            return report(row, body, call);
        }
        throw new Unreadable("expected a notification (method and params) or a report (identifier, lot and progress),"
                + " got neither");
    }

    private static Taken notification(JsonRow row, byte[] body) throws Unreadable {
        String method = row.needText("method");
        if (!TOLD.contains(method)) {
            if (method.matches(
                    "(Player|VideoLibrary|AudioLibrary|System|GUI|Input|Application|Playlist|Other|PVR)" + "\\.\\w+")) {
                return Taken.LeftOut.because(method + " is no play, or is told by another notification");
            }
            throw new Unreadable("method: expected a notification of Kodi such as Player.OnStop, got " + method);
        }
        String type = Notification.item(Notification.contents(row)).needText("type");
        return type.equals("channel")
                ? Taken.LeftOut.because("zapping through live channels is not counted")
                : Taken.Heard.of("", Submission.read(Notification.FORMAT, body));
    }

    private static Taken report(JsonRow row, byte[] body, Call call) throws Unreadable {
        Submission submission = Submission.read(AddOnReport.FORMAT, body);
        Mention about = submission.told().mention();
        double progress = AddOnReport.progress(row);
        Optional<String> before = call.context().notes().apply(note(about));
        double last = before.map(Double::parseDouble).orElse(-AddOnReport.PERCENT);
        boolean completes = last < COMPLETE_PERCENT && progress >= COMPLETE_PERCENT;
        return completes || Math.abs(progress - last) >= STEP_PERCENT
                ? Taken.Heard.of("", submission).with(new Taken.Note(note(about), Double.toString(progress)))
                : Taken.Heard.only("", submission);
    }

    private static String note(Mention about) {
        return "at " + about.identity();
    }
}
