package io.reprise.adapters.letterboxd;

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
import org.jspecify.annotations.Nullable;

/**
 * A film as Letterboxd tells it: name, year and, in lists, the film's page; in the diary the address is the entry's.
 */
final class LetterboxdRow {
    private LetterboxdRow() {}

    /** The day of logging is not the day it was seen, so an entry without the latter has no date. */
    static Told entry(CsvRow row) throws Unreadable {
        String day = row.text("watched date");
        Times times =
                day == null ? Times.UNKNOWN : TimeText.of("watched date", day).started();
        return new Told(Verb.PLAYED, film(row), times, null, null, row.text("letterboxd uri"));
    }

    static Told watched(CsvRow row) throws Unreadable {
        String page = row.text("letterboxd uri");
        List<ExternalId> ids = page == null ? List.of() : List.of(new ExternalId("letterboxd", page));
        return new Told(Verb.PLAYED, film(row, ids), Times.UNKNOWN, null, null, page);
    }

    static Mention film(CsvRow row) throws Unreadable {
        return film(row, List.of());
    }

    private static Mention film(CsvRow row, List<ExternalId> ids) throws Unreadable {
        return new Mention.Film(row.needText("name"), year(row), Credit.NONE, null, ids);
    }

    private static @Nullable Integer year(CsvRow row) throws Unreadable {
        Long year = row.whole("year");
        return year == null ? null : (Integer) (int) Math.clamp(year, 0L, 9999L);
    }
}
