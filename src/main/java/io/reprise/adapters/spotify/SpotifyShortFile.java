package io.reprise.adapters.spotify;

import io.reprise.imports.FileFormat;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import io.reprise.scrobble.Origin;

/**
 * The streaming history in Spotify's "account data": the last year only, to the minute,
 * {@code StreamingHistory_*.json}.
 */
public final class SpotifyShortFile implements FileFormat {
    private final SpotifyShortFormat play;

    public SpotifyShortFile(SpotifyShortFormat play) {
        this.play = play;
    }

    @Override
    public String word() {
        return "spotify.short";
    }

    @Override
    public String title() {
        return "Spotify account data, streaming history of one year (zip or JSON)";
    }

    @Override
    public Origin origin() {
        // An origin of its own, so that the play layer folds what the extended history tells more exactly.
        return new Origin("spotify", "Spotify account data", "");
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.begins("[") && sample.hasMembers("endTime", "msPlayed");
    }

    @Override
    public void read(ImportFile file, Rows rows) {
        JsonSlicer.each(file, "[]", rows, (place, element) -> rows.row(place, play, element));
    }
}
