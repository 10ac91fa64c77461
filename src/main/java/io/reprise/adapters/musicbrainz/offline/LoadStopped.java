package io.reprise.adapters.musicbrainz.offline;

/** A load ended because that was asked for; every index is as it was. */
public final class LoadStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadStopped() {
        super("The load was stopped; every index is as it was.");
    }
}
