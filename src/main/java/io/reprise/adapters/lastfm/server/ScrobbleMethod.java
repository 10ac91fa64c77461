package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;
import io.reprise.http.FormFields;
import io.reprise.imports.EpochSeconds;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code track.scrobble}: 1 to {@value #SCROBBLES_MAX} scrobbles. One that cannot be taken is ignored with its reason
 * and costs no other; one that is known already counts as accepted. What is answered as accepted is on disk.
 */
final class ScrobbleMethod implements Method {
    static final int SCROBBLES_MAX = 50;
    /** 2002-10-01: before it nobody scrobbled. */
    private static final long SECOND_MIN = 1_033_430_400;

    private static final int AHEAD_SECONDS_MAX = 3600;
    private static final ScrobbleFormat FORMAT = new ScrobbleFormat();

    private final Who who;
    private final Intake intake;
    private final InstantSource clock;

    ScrobbleMethod(Who who, Intake intake, InstantSource clock) {
        this.who = who;
        this.intake = intake;
        this.clock = clock;
    }

    /** A scrobble as it came, and either what it reads as or why it is ignored. */
    private record Judged(
            FormFields told, Ignored ignored, @Nullable Submission submission) {}

    @Override
    public Element answer(Call call) {
        User user = who.requireKey(call);
        List<FormFields> told = ScrobbleFields.of(call.fields());
        if (told.size() > SCROBBLES_MAX) {
            throw FaultCode.PARAMETERS.raised(
                    "at most " + SCROBBLES_MAX + " scrobbles at once, and " + told.size() + " came; none was stored");
        }
        if (told.stream().noneMatch(ScrobbleMethod::isComplete)) {
            throw FaultCode.PARAMETERS.raised("artist, track and timestamp of each scrobble");
        }
        List<Judged> judged = told.stream().map(this::judged).toList();
        List<Submission> good =
                judged.stream().map(Judged::submission).filter(Objects::nonNull).toList();
        List<Receipt> receipts = good.isEmpty() ? List.of() : intake.accept(user.id(), call.origin(user.name()), good);
        return shown(judged, receipts.iterator());
    }

    private static boolean isComplete(FormFields scrobble) {
        return scrobble.has("artist") && scrobble.has("track") && scrobble.has("timestamp");
    }

    private Judged judged(FormFields told) {
        try {
            long second = EpochSeconds.told("timestamp", told.text("timestamp"));
            if (second > clock.instant().getEpochSecond() + AHEAD_SECONDS_MAX) {
                return new Judged(told, Ignored.TOO_NEW, null);
            }
            if (second < SECOND_MIN) {
                return new Judged(told, Ignored.TOO_OLD, null);
            }
        } catch (Unreadable e) {
            return new Judged(told, Ignored.TOO_OLD, null);
        }
        return read(told);
    }

    private static Judged read(FormFields told) {
        try {
            byte[] payload = told.encoded().getBytes(StandardCharsets.UTF_8);
            return new Judged(told, Ignored.NO, Submission.read(FORMAT, payload));
        } catch (Unreadable e) {
            boolean artist = String.valueOf(e.getMessage()).startsWith("artist");
            return new Judged(told, artist ? Ignored.ARTIST : Ignored.TRACK, null);
        }
    }

    private static Element shown(List<Judged> judged, Iterator<Receipt> receipts) {
        List<Element> scrobbles = new ArrayList<>();
        int accepted = 0;
        for (Judged each : judged) {
            boolean refused = each.submission() != null && receipts.next() instanceof Receipt.Refused;
            Ignored ignored = refused ? Ignored.TRACK : each.ignored();
            accepted += ignored == Ignored.NO ? 1 : 0;
            scrobbles.add(names(Element.of("scrobble"), each.told())
                    .with("timestamp", each.told().text("timestamp"))
                    .with(ignored.shown()));
        }
        return Element.of("scrobbles")
                .attribute("accepted", accepted)
                .attribute("ignored", judged.size() - accepted)
                .some("scrobble", scrobbles);
    }

    /** The names as they came: nothing is corrected. */
    static Element names(Element into, FormFields told) {
        for (String name : List.of("track", "artist", "album", "albumArtist")) {
            into.with(Element.text(name, told.text(name)).attribute("corrected", "0"));
        }
        return into;
    }
}
