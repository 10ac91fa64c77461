package io.reprise.adapters.goodreads;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.DateOrder;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The library export of Goodreads. A book that was read tells its last date alone: of two reads one has a date and one
 * has none. A read without a date has none, and never that of the import.
 */
public final class GoodreadsLibrary {
    static final String NUMBER = "read number";
    private static final CsvSheet SHEET = CsvSheet.with("book id", "title", "author", "exclusive shelf")
            .keeping(Set.of(
                    "book id",
                    "title",
                    "author",
                    "additional authors",
                    "isbn",
                    "isbn13",
                    "my rating",
                    "publisher",
                    "binding",
                    "number of pages",
                    "year published",
                    "original publication year",
                    "date read",
                    "date added",
                    "bookshelves",
                    "exclusive shelf",
                    "read count"));
    private static final Format READ = new CsvFormat(85, "goodreads.read", GoodreadsBook::told);
    private static final int READS_MAX = 100;

    private GoodreadsLibrary() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("goodreads.library", "Goodreads library export (CSV)"),
                new Origin("goodreads", "Goodreads export", ""),
                SHEET::isIn,
                (file, rows) -> SHEET.each(file, rows, (place, payload) -> book(place, payload, rows)),
                List.of(READ));
    }

    private static void book(Place place, byte[] payload, Rows rows) {
        try {
            CsvRow row = CsvRow.of(payload, ',');
            String shelf = row.text("exclusive shelf");
            if ("currently-reading".equals(shelf)) {
                rows.leaveOut(place, "is being read, and Goodreads tells no day of its start");
            } else if (!"read".equals(shelf) && row.text("date read") == null) {
                rows.leaveOut(place, "is on a shelf and was not read");
            } else {
                Long count = row.whole("read count");
                for (int number = 1; number <= Math.clamp(count == null ? 1 : count, 1, READS_MAX); number++) {
                    rows.row(place, READ, CsvRow.payloadWith(payload, NUMBER, Integer.toString(number)));
                }
            }
        } catch (Unreadable e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
            return;
        }
        GivenRating.read(rows, place, payload, () -> rating(CsvRow.of(payload, ',')));
    }

    /** No stars is no rating. When it was given is not told; the book was on the shelf by then. */
    private static Optional<GivenRating> rating(CsvRow row) throws Unreadable {
        Double stars = row.number("my rating");
        return stars == null || stars == 0
                ? Optional.empty()
                : Optional.of(GivenRating.of(GoodreadsBook.book(row), Scale.STARS.score(stars), day(row)));
    }

    private static @Nullable Long day(CsvRow row) throws Unreadable {
        String date = row.textOf("date read", "date added");
        return date == null
                ? null
                : TimeText.of("date read", date, DateOrder.MONTH_FIRST).second();
    }
}
