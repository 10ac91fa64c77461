package io.reprise.adapters.spotify;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonMembers;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.util.Set;

/**
 * Spotify's extended streaming history: a zip of JSON arrays, {@code Streaming_History_Audio_*.json} and
 * {@code _Video_}, of older exports {@code endsong_*.json}. Rows of private sessions are left out; name, address and
 * browser of the listener are taken out of what is stored.
 */
public final class SpotifyExtendedFile implements FileFormat {
    static final Origin ORIGIN = new Origin("spotify", "Spotify export", "");
    private static final Set<String> PERSONAL =
            Set.of("ip_addr", "ip_addr_decrypted", "username", "user_agent_decrypted");
    private static final byte[] NOTHING = {};

    private final Format play;

    public SpotifyExtendedFile(SpotifyPlayFormat play) {
        this.play = play;
    }

    @Override
    public String word() {
        return "spotify.extended";
    }

    @Override
    public String title() {
        return "Spotify extended streaming history (zip or JSON)";
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.begins("[") && sample.hasMembers("ts", "ms_played");
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        JsonSlicer.each(file, "[]", rows, (place, element) -> row(place, element, rows));
    }

    private void row(Place place, byte[] element, Rows rows) {
        byte[] payload = JsonMembers.without(element, PERSONAL).orElse(NOTHING);
        if (payload.length == 0) {
            // Bytes that cannot be cleaned of what is personal are not kept either.
            rows.refuse(place, NOTHING, "expected a JSON object, got something else");
        } else if (isPrivate(payload)) {
            rows.leaveOut(place, "played in a private session (incognito_mode)");
        } else {
            rows.row(place, play, payload);
        }
    }

    private static boolean isPrivate(byte[] payload) {
        try {
            return JsonRow.of(payload).flag("incognito_mode");
        } catch (Unreadable e) {
            return false;
        }
    }
}
