package io.reprise.adapters.imdb;

import io.reprise.imports.CsvRow;
import io.reprise.imports.CsvSheet;
import io.reprise.imports.DateOrder;
import io.reprise.imports.DateOrders;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.GivenRating;
import io.reprise.imports.Glance;
import io.reprise.imports.ImportFile;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.TimeText;
import io.reprise.media.Credit;
import io.reprise.media.ExternalId;
import io.reprise.media.Mention;
import io.reprise.rating.Scale;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ratings and lists of IMDb as CSV: ratings of films and episodes, which never say that something was seen. */
public final class ImdbRatings {
    private static final CsvSheet SHEET = CsvSheet.with("const", "title", "your rating");
    private static final Set<String> FILMS =
            Set.of("", "movie", "tvmovie", "short", "tvshort", "video", "tvspecial", "documentary", "featurefilm");
    private static final int MINUTE_SECONDS = 60;

    private ImdbRatings() {}

    public static FileFormat file() {
        return new FileShape(
                new FileShape.Named("imdb.ratings", "IMDb ratings and lists (CSV)"),
                new Origin("imdb", "IMDb export", ""),
                SHEET::isIn,
                ImdbRatings::read,
                List.of());
    }

    private static void read(ImportFile file, Rows rows) {
        DateOrders orders = new DateOrders();
        SHEET.each(file, new Glance(), (place, payload) -> look(payload, orders));
        DateOrder order = orders.order();
        SHEET.each(
                file,
                rows,
                (place, payload) -> GivenRating.read(rows, place, payload, () -> rating(place, payload, order, rows)));
    }

    private static void look(byte[] payload, DateOrders orders) {
        try {
            String date = CsvRow.of(payload, ',').text("date rated");
            orders.see(date == null ? "" : date);
        } catch (Unreadable e) {
            // The reading itself refuses the row.
            return;
        }
    }

    private static Optional<GivenRating> rating(Place place, byte[] payload, DateOrder order, Rows rows)
            throws Unreadable {
        CsvRow row = CsvRow.of(payload, ',');
        Double stars = row.number("your rating");
        if (stars == null) {
            rows.leaveOut(place, "is on a list and not rated; a list does not say that it was seen");
            return Optional.empty();
        }
        Mention about = mention(row);
        if (about == null) {
            rows.leaveOut(place, "a rating of neither a film nor an episode");
            return Optional.empty();
        }
        String date = row.text("date rated");
        Long second =
                date == null ? null : TimeText.of("date rated", date, order).second();
        return Optional.of(GivenRating.of(about, Scale.TEN.score(stars), second));
    }

    /** The type was {@code tvEpisode} in older files and is {@code TV Episode} now. */
    private static @Nullable Mention mention(CsvRow row) throws Unreadable {
        String told = row.text("title type");
        String type = told == null ? "" : told.replace(" ", "").toLowerCase(Locale.ROOT);
        String title = row.needText("title");
        List<ExternalId> ids = List.of(new ExternalId("imdb", row.needText("const")));
        Double minutes = row.number("runtime (mins)");
        Integer length = minutes == null || minutes > 10_000 ? null : (Integer) (int) (minutes * MINUTE_SECONDS);
        int colon = title.indexOf(": ");
        if (type.equals("tvepisode") && colon > 0) {
            return new Mention.Episode(title.substring(0, colon), null, null, title.substring(colon + 2), length, ids);
        }
        Long year = row.whole("year");
        Integer released = year == null ? null : (Integer) (int) Math.clamp(year, 0L, 9999L);
        return FILMS.contains(type) ? new Mention.Film(title, released, Credit.NONE, length, ids) : null;
    }
}
