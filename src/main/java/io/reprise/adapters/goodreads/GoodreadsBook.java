package io.reprise.adapters.goodreads;

import io.reprise.imports.CsvRow;
import io.reprise.imports.DateOrder;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A book as Goodreads tells it: its title carries the series, its ISBN is written as a formula. */
final class GoodreadsBook {
    private static final Pattern SERIES = Pattern.compile("(.+?) \\(([^()]+?),? #[^()]*\\)");

    private GoodreadsBook() {}

    /** The first of its reads has the date; of the others none is known. */
    static Told told(CsvRow row) throws Unreadable {
        String number = row.text(GoodreadsLibrary.NUMBER);
        boolean isFirst = number == null || number.equals("1");
        String date = isFirst ? row.text("date read") : null;
        // The day of the end; Goodreads tells no start.
        Times times = date == null
                ? Times.UNKNOWN
                : TimeText.of("date read", date, DateOrder.MONTH_FIRST).ended();
        String id = "goodreads:" + row.needText("book id") + ":" + (date == null ? "read " + number : date);
        return new Told(Verb.PLAYED, book(row), times, null, null, id);
    }

    static Mention.Book book(CsvRow row) throws Unreadable {
        String title = row.needText("title");
        Matcher series = SERIES.matcher(title);
        boolean hasSeries = series.matches();
        List<ExternalId> ids = new ArrayList<>();
        String isbn = isbn(row);
        if (isbn != null) {
            ids.add(new ExternalId("isbn", isbn));
        }
        ids.add(new ExternalId("goodreads", row.needText("book id")));
        return new Mention.Book(
                hasSeries ? series.group(1) : title,
                Credit.ofList(authors(row), "author"),
                hasSeries ? series.group(2) : null,
                null,
                ids);
    }

    private static List<String> authors(CsvRow row) throws Unreadable {
        List<String> authors = new ArrayList<>();
        authors.add(row.needText("author").replaceAll("\\s+", " "));
        String others = row.text("additional authors");
        if (others != null) {
            authors.addAll(List.of(others.split(",")));
        }
        return authors;
    }

    private static @Nullable String isbn(CsvRow row) throws Unreadable {
        String told = row.textOf("isbn13", "isbn");
        String digits = told == null ? "" : told.replaceAll("[^0-9Xx]", "");
        return digits.length() == 10 || digits.length() == 13 ? digits : null;
    }
}
