package io.reprise.adapters.storygraph;

import io.reprise.imports.CsvRow;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One read of a book as StoryGraph tells it: the last date of its range is the day it was finished or given up. */
final class StorygraphBook {
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:/\\d{1,2}){0,2}|\\d{4}-\\d{2}-\\d{2}");

    private StorygraphBook() {}

    static Told told(CsvRow row) throws Unreadable {
        String read = row.needText(StorygraphLibrary.READ);
        boolean isGivenUp = "did-not-finish".equals(row.text("read status"));
        String uid = row.textOf("isbn/uid", "isbn");
        String id = "storygraph:" + (uid == null ? row.needText("title") : uid) + ":" + read;
        return new Told(isGivenUp ? Verb.STOP : Verb.PLAYED, book(row), times(read), null, null, id);
    }

    /** A number stands for a read that is counted and not dated. */
    private static Times times(String read) throws Unreadable {
        if (read.startsWith("#")) {
            return Times.UNKNOWN;
        }
        Matcher dates = DATE.matcher(read);
        String last = null;
        while (dates.find()) {
            last = dates.group();
        }
        if (last == null) {
            throw new Unreadable("dates read: expected dates such as 2024/01/03-2024/01/09, got " + read);
        }
        return TimeText.of("dates read", last).ended();
    }

    static Mention.Book book(CsvRow row) throws Unreadable {
        String authors = row.textOf("authors", "author");
        String isbn = isbn(row);
        return new Mention.Book(
                row.needText("title"),
                authors == null ? Credit.NONE : Credit.ofList(List.of(authors.split(",")), "author"),
                null,
                null,
                isbn == null ? List.of() : List.of(new ExternalId("isbn", isbn)));
    }

    /** What stands there may also be an ASIN or an id of StoryGraph's own. */
    private static @Nullable String isbn(CsvRow row) throws Unreadable {
        String told = row.textOf("isbn/uid", "isbn");
        String digits = told == null ? "" : told.replace("-", "").strip();
        return digits.matches("\\d{9}[\\dXx]|\\d{13}") ? digits : null;
    }
}
