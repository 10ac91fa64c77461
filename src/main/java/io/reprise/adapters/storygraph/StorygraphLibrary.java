package io.reprise.adapters.storygraph;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.GivenRating;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.TimeText;
import io.reprise.rating.Scale;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The export of StoryGraph. {@code Dates Read} holds every read, each as start and end or as an end alone; reads that
 * are counted and not listed have no date.
 */
public final class StorygraphLibrary {
    static final String READ = "read";
    private static final CsvSheet SHEET = CsvSheet.with("title", "read status", "star rating")
            .keeping(Set.of(
                    "title",
                    "authors",
                    "author",
                    "isbn/uid",
                    "isbn",
                    "format",
                    "read status",
                    "date added",
                    "last date read",
                    "dates read",
                    "read count",
                    "star rating",
                    "tags"));
    private static final Format BOOK = new CsvFormat(87, "storygraph.read", StorygraphBook::told);
    private static final int READS_MAX = 100;

    private StorygraphLibrary() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("storygraph.library", "StoryGraph export (CSV)"),
                new Origin("storygraph", "StoryGraph export", ""),
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> book(place, payload, rows)),
                List.of(BOOK));
    }

    private static void book(Place place, byte[] payload, Rows rows) {
        try {
            CsvRow row = CsvRow.of(payload, ',');
            String status = row.needText("read status").strip();
            switch (status) {
                case "read", "did-not-finish" ->
                    reads(row, status).forEach(read -> rows.row(place, BOOK, CsvRow.payloadWith(payload, READ, read)));
                case "to-read" -> rows.leaveOut(place, "is to be read");
                case "currently-reading", "paused" -> rows.leaveOut(place, "is being read, with no day of its start");
                default ->
                    rows.refuse(
                            place,
                            payload,
                            "read status: expected read, to-read, currently-reading, paused or did-not-finish, got "
                                    + status);
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
            return;
        }
        GivenRating.read(rows, place, payload, () -> rating(CsvRow.of(payload, ',')));
    }

    /** Each read as it stands between the commas, then the undated ones as numbers. */
    private static List<String> reads(CsvRow row, String status) throws Unreadable {
        List<String> reads = new ArrayList<>();
        String dates = row.textOf("dates read", "last date read");
        if (dates != null) {
            for (String read : dates.split("[,;]", READS_MAX)) {
                if (!read.isBlank()) {
                    reads.add(read.strip());
                }
            }
        }
        Long told = row.whole("read count");
        long count = Math.clamp(told == null || status.equals("did-not-finish") ? 1 : told, 1, READS_MAX);
        while (reads.size() < count) {
            reads.add("#" + (reads.size() + 1));
        }
        return reads;
    }

    private static Optional<GivenRating> rating(CsvRow row) throws Unreadable {
        Double stars = row.number("star rating");
        return stars == null || stars == 0
                ? Optional.empty()
                : Optional.of(GivenRating.of(StorygraphBook.book(row), Scale.QUARTER_STARS.score(stars), day(row)));
    }

    private static @Nullable Long day(CsvRow row) throws Unreadable {
        String date = row.textOf("last date read", "date added");
        return date == null ? null : TimeText.of("last date read", date).second();
    }
}
