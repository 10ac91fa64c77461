package io.reprise.adapters.generic;

import io.reprise.imports.ColumnMapping;
import io.reprise.imports.DateOrder;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.ImportFile;
import io.reprise.imports.JsonMembers;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Any file of JSON objects, one a line or in a list, whose members name a title and a time: what they mean is guessed
 * from the first objects, or given. Dates in numbers are read month first.
 */
public final class MappedJson {
    private static final byte[] NOTHING = {};

    private MappedJson() {}

    /** The format that guesses. */
    public static FileFormat guessing() {
        return format(Optional.empty());
    }

    /** The format that reads every file of objects through this mapping. */
    public static FileFormat given(ColumnMapping mapping) {
        return format(Optional.of(mapping));
    }

    /** What is guessed of a file that begins so; empty where nothing is. */
    public static Optional<ColumnMapping> guess(Sample sample) {
        if (!sample.begins("{") && !sample.begins("[")) {
            return Optional.empty();
        }
        return ColumnMapping.guess(sample.members(), DateOrder.MONTH_FIRST);
    }

    private static FileFormat format(Optional<ColumnMapping> given) {
        return new FileShape(
                new FileShape.Named(
                        "generic.json",
                        "Any JSON or NDJSON whose members name a title and a time (artist, track, date ...)"),
                MappedCsv.ORIGIN,
                sample -> (sample.begins("{") || sample.begins("["))
                        && given.or(() -> guess(sample)).isPresent(),
                (file, rows) -> read(file, rows, given),
                List.of(MappedFormat.JSON),
                sample -> given.or(() -> guess(sample)));
    }

    private static void read(ImportFile file, Rows rows, Optional<ColumnMapping> given) {
        Optional<ColumnMapping> mapping = given.or(() -> guess(head(file)));
        if (mapping.isEmpty()) {
            rows.refuse(
                    new Place(file.name(), Place.Unit.BYTE, 0),
                    NOTHING,
                    "expected an object whose members name a title and a time, got another");
            return;
        }
        String line = mapping.get().line();
        JsonSlicer.each(file, "[]", rows, (place, element) -> row(place, element, line, rows));
    }

    private static void row(Place place, byte[] element, String line, Rows rows) {
        byte[] kept = JsonMembers.without(element, MappedCsv.PERSONAL).orElse(NOTHING);
        if (kept.length == 0) {
            rows.refuse(place, NOTHING, "expected a JSON object, got something else");
        } else {
            rows.row(place, MappedFormat.JSON, MappedFormat.payload(line, kept));
        }
    }

    private static Sample head(ImportFile file) {
        try (InputStream in = file.open()) {
            return Sample.of(file.name(), in.readNBytes(Sample.BYTES_MAX));
        } catch (IOException e) {
            // The slicer opens it again and says what is wrong.
            return new Sample(file.name(), "");
        }
    }
}
