package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;

/** Rows that nobody keeps: for a look at a file beside the reading of it. */
public final class Glance implements Rows {
    @Override
    public void row(Place place, Format format, byte[] payload) {
        // A look keeps nothing.
    }

    @Override
    public void row(Place place, Format format, byte[] payload, Origin origin) {
        // A look keeps nothing.
    }

    @Override
    public void refuse(Place place, byte[] bytes, String reason) {
        // The reading itself refuses it.
    }

    @Override
    public void afterwards(Place place, byte[] bytes, Afterword afterword) {
        // A look keeps nothing.
    }

    @Override
    public void leaveOut(Place place, String reason) {
        // A look keeps nothing.
    }
}
