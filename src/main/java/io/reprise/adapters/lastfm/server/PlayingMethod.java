package io.reprise.adapters.lastfm.server;

import io.reprise.account.User;
import io.reprise.http.FormFields;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code track.updateNowPlaying}: what begins to play; it is forgotten when its length, or ten minutes, are over. */
final class PlayingMethod implements Method {
    private static final ScrobbleFormat FORMAT = new ScrobbleFormat();

    private final Who who;
    private final NowPlaying playing;

    PlayingMethod(Who who, NowPlaying playing) {
        this.who = who;
        this.playing = playing;
    }

    @Override
    public Element answer(Call call) {
        User user = who.requireKey(call);
        FormFields told = ScrobbleFields.of(call.fields()).getFirst();
        if (!told.has("artist") || !told.has("track")) {
            throw FaultCode.PARAMETERS.raised("artist and track");
        }
        Ignored ignored = Ignored.NO;
        try {
            byte[] payload = untimed(told).encoded().getBytes(StandardCharsets.UTF_8);
            playing.set(user.id(), call.origin(user.name()), Submission.read(FORMAT, payload));
        } catch (Unreadable e) {
            ignored = String.valueOf(e.getMessage()).startsWith("artist") ? Ignored.ARTIST : Ignored.TRACK;
        }
        return ScrobbleMethod.names(Element.of("nowplaying"), told).with(ignored.shown());
    }

    private static FormFields untimed(FormFields told) {
        Map<String, String> fields = new LinkedHashMap<>();
        told.names().stream()
                .filter(name -> !name.equals("timestamp"))
                .forEach(name -> fields.put(name, String.valueOf(told.get(name))));
        return FormFields.ofMap(fields);
    }
}
