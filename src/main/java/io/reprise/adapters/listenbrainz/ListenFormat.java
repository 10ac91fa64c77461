package io.reprise.adapters.listenbrainz;

import io.reprise.imports.EpochSeconds;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One listen as ListenBrainz writes it: an element of {@code payload} in submit-listens, a line of the export zip, an
 * element of the old export. {@code listened_at} is the start in epoch seconds (UTC); a listen without it tells the
 * moment. What {@code mbid_mapping} says is the server's opinion and not read. Source: the "JSON documentation" page of
 * ListenBrainz.
 */
public final class ListenFormat implements Format {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    @Override
    public int code() {
        return 1;
    }

    @Override
    public String word() {
        return "listenbrainz.listen";
    }

    @Override
    public Told decode(byte[] payload) throws Unreadable {
        Listen listen;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
            listen = Listen.read(json);
        } catch (JacksonException e) {
            listen = repaired(payload, e);
        }
        try {
            return told(listen);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    /** Bytes that are no UTF-8 read as U+FFFD, so that a wrong letter does not cost the listen. */
    private static Listen repaired(byte[] payload, JacksonException fault) throws Unreadable {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            throw new Unreadable("expected a listen as a JSON object: " + fault.getOriginalMessage(), fault);
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return Listen.read(json);
        } catch (JacksonException e) {
            throw new Unreadable("expected a listen as a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static Told told(Listen listen) throws Unreadable {
        Long at = listen.listenedAt();
        Times times = at == null ? Times.NOW : EpochSeconds.started("listened_at", at);
        return Told.played(listen.song(), times);
    }
}
