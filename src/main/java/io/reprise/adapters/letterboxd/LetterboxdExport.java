package io.reprise.adapters.letterboxd;

import io.reprise.imports.CsvFormat;
import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.GivenRating;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.TimeText;
import io.reprise.rating.Scale;
import io.reprise.rating.Score;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Optional;

/**
 * The export of Letterboxd, a zip of CSV files: the diary (and the reviews, which are the same entries) tells days, the
 * list of watched films tells no day, ratings make no play.
 */
public final class LetterboxdExport {
    private static final String URI = "letterboxd uri";
    private static final CsvSheet DIARY = CsvSheet.with("name", URI, "watched date");
    private static final CsvSheet RATINGS = CsvSheet.with("date", "name", URI, "rating");
    private static final CsvSheet FILMS = CsvSheet.with("date", "name", "year", URI);
    private static final Origin ORIGIN = new Origin("letterboxd", "Letterboxd export", "");
    /** An origin of its own, so that a film of the list is folded into the diary's entry of it. */
    private static final Origin WATCHED_LIST = new Origin("letterboxd", "Letterboxd watched list", "");

    private static final Format ENTRY = new CsvFormat(75, "letterboxd.entry", LetterboxdRow::entry);
    private static final Format WATCHED = new CsvFormat(76, "letterboxd.watched", LetterboxdRow::watched);

    private LetterboxdExport() {}

    public static FileFormat diary() {
        return new FileShape(
                new FileShape.Named("letterboxd.diary", "Letterboxd export, diary and reviews (zip or CSV)"),
                ORIGIN,
                DIARY::isIn,
                (file, rows) -> DIARY.each(file, rows, (place, payload) -> {
                    if (isGone(file)) {
                        rows.leaveOut(place, "was deleted at Letterboxd");
                    } else {
                        rows.row(place, ENTRY, payload);
                        rating(place, payload, rows);
                    }
                }),
                List.of(ENTRY));
    }

    public static FileFormat ratings() {
        return new FileShape(
                new FileShape.Named("letterboxd.ratings", "Letterboxd export, ratings (zip or CSV)"),
                ORIGIN,
                RATINGS::isIn,
                (file, rows) -> RATINGS.each(file, rows, (place, payload) -> {
                    if (isGone(file)) {
                        rows.leaveOut(place, "was deleted at Letterboxd");
                    } else {
                        rating(place, payload, rows);
                    }
                }),
                List.of());
    }

    /** Watched films, the watch list and likes have the same columns, so here the name of the file has to tell. */
    public static FileFormat watched() {
        return new FileShape(
                new FileShape.Named("letterboxd.watched", "Letterboxd export, watched films (zip or watched.csv)"),
                WATCHED_LIST,
                FILMS::isIn,
                LetterboxdExport::films,
                List.of(WATCHED));
    }

    private static void films(ImportFile file, Rows rows) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        boolean isWatched = name.startsWith("watched") && !isGone(file);
        FILMS.each(file, rows, (place, payload) -> {
            if (isWatched) {
                rows.row(place, WATCHED, payload);
            } else {
                rows.leaveOut(
                        place,
                        "a film of a list (a watch list, likes); only that of watched.csv was seen, by its name");
            }
        });
    }

    private static boolean isGone(ImportFile file) {
        String name = '/' + file.name();
        return name.contains("/deleted/") || name.contains("/orphaned/");
    }

    private static void rating(Place place, byte[] payload, Rows rows) {
        GivenRating.read(rows, place, payload, () -> {
            CsvRow row = CsvRow.of(payload, ',');
            Double stars = row.number("rating");
            return stars == null ? Optional.empty() : Optional.of(rating(row, stars));
        });
    }

    private static GivenRating rating(CsvRow row, double stars) throws Unreadable {
        Score score = Scale.HALF_STARS.score(stars);
        String date = row.text("date");
        Long second = date == null ? null : TimeText.of("date", date).second();
        return GivenRating.of(LetterboxdRow.film(row), score, second);
    }
}
