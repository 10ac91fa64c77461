package io.reprise.adapters.trakt;

import io.reprise.imports.FileFormat;
import io.reprise.imports.FileShape;
import io.reprise.imports.GivenRating;
import io.reprise.imports.JsonFormat;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.Place;
import io.reprise.imports.Rows;
import io.reprise.imports.TimeText;
import io.reprise.rating.Scale;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Precision;
import io.reprise.scrobble.Times;
import io.reprise.scrobble.Told;
import io.reprise.scrobble.Unreadable;
import io.reprise.scrobble.Verb;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The export of Trakt, a zip of JSON arrays: {@code watched-history-N.json} and {@code ratings-*.json}. */
public final class TraktExport {
    private static final Origin ORIGIN = new Origin("trakt", "Trakt export", "");
    private static final Format WATCHED = new JsonFormat(70, "trakt.watched", TraktExport::told);

    private TraktExport() {}

    public static FileFormat history() {
        return new FileShape(
                new FileShape.Named("trakt.history", "Trakt export, history (zip or JSON)"),
                ORIGIN,
                sample -> sample.begins("[") && sample.hasMembers("watched_at", "type", "ids"),
                (file, rows) ->
                        JsonSlicer.each(file, "[]", rows, (place, element) -> rows.row(place, WATCHED, element)),
                List.of(WATCHED));
    }

    public static FileFormat ratings() {
        return new FileShape(
                new FileShape.Named("trakt.ratings", "Trakt export, ratings (zip or JSON)"),
                ORIGIN,
                sample -> sample.begins("[") && sample.hasMembers("rated_at", "rating", "type", "ids"),
                (file, rows) -> JsonSlicer.each(file, "[]", rows, (place, element) -> rating(place, element, rows)),
                List.of());
    }

    private static Told told(JsonRow row) throws Unreadable {
        TimeText at = TimeText.of("watched_at", row.needText("watched_at"));
        Times times = at.ended();
        Long second = at.second();
        boolean isByHand = !"scrobble".equals(row.text("action"));
        if (isByHand && second != null && second % 60 == 0 && at.precision() == Precision.INSTANT) {
            times = new Times(null, second, Precision.MINUTE, null);
        }
        Long id = row.whole("id");
        return new Told(Verb.PLAYED, TraktItem.mention(row), times, null, null, id == null ? null : "trakt:" + id);
    }

    private static void rating(Place place, byte[] element, Rows rows) {
        GivenRating.read(rows, place, element, () -> {
            JsonRow row = JsonRow.of(element);
            String type = row.needText("type");
            if (type.equals("show") || type.equals("season")) {
                rows.leaveOut(place, "a rating of a whole show or season; only films and episodes are rated here");
                return Optional.empty();
            }
            Double rating = row.number("rating");
            if (rating == null) {
                throw new Unreadable("rating: expected 1 to 10, got nothing");
            }
            return Optional.of(GivenRating.of(TraktItem.mention(row), Scale.TEN.score(rating), second(row)));
        });
    }

    private static @Nullable Long second(JsonRow row) throws Unreadable {
        String at = row.text("rated_at");
        return at == null ? null : TimeText.of("rated_at", at).second();
    }
}
