package io.reprise.imports;

import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows that remember what they were given, for tests. */
final class Found implements Rows {
    final List<String> elements = new ArrayList<>();
    final List<String> places = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> leftOut = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();

    /** One row as a file format gave it. */
    record Row(Place place, Format format, byte[] payload, Origin origin) {}

    static final Origin OWN = new Origin("own", "", "");

    void take(Place place, byte[] bytes) {
        elements.add(new String(bytes, StandardCharsets.UTF_8));
        places.add(place.toString());
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static ImportFile file(String name, byte[] bytes) {
        return new ImportFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    @Override
    public void row(Place place, Format format, byte[] payload) {
        row(place, format, payload, OWN);
    }

    @Override
    public void row(Place place, Format format, byte[] payload, Origin origin) {
        rows.add(new Row(place, format, payload, origin));
    }

    @Override
    public void refuse(Place place, byte[] bytes, String reason) {
        refusals.add(place + ": " + reason);
    }

    @Override
    public void afterwards(Place place, byte[] bytes, Afterword afterword) {
        throw new AssertionError("this file tells only of history");
    }

    @Override
    public void leaveOut(Place place, String reason) {
        leftOut.add(reason);
    }
}
