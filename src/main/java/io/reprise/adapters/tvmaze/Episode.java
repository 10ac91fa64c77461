package io.reprise.adapters.tvmaze;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An episode as TVmaze tells it, in its own order; a special has no number there. */
record Episode(int id, JsonTree told) {
    static final String SCHEME = "tvmaze:episode";
    private static final int MINUTE_SECONDS = 60;
    private static final int RUNTIME_MINUTES_MAX = 10_000;
    private static final String REGULAR = "regular";

    /** Empty where it is told without an id or a name. */
    static Optional<Episode> read(JsonTree told) {
        Integer id = told.number("id");
        return id == null || told.text("name").isEmpty() ? Optional.empty() : Optional.of(new Episode(id, told));
    }

    boolean isNumbered(Question question) {
        Integer season = question.season();
        Integer number = question.number();
        return season != null
                && number != null
                && season.equals(told.number("season"))
                && number.equals(told.number("number"));
    }

    boolean isTitled(Question question) {
        return !question.title().isBlank() && Fold.fold(told.text("name")).equals(Fold.fold(question.title()));
    }

    /** {@code date} is written {@code 2026-06-01}, in the country of the show. */
    boolean isOf(String date) {
        return told.text("airdate").equals(date);
    }

    /** {@code remark} is empty where it was found in TVmaze's own order, else names the other. */
    Finding finding(Show show, String remark, double weight) {
        return new Finding(
                new ExternalId(SCHEME, Integer.toString(id)),
                null,
                MediaKind.EPISODE,
                told.text("name"),
                List.of(),
                Optional.of(show.container()),
                told.number("season"),
                told.number("number"),
                seconds(),
                told.text("airdate"),
                remark.isEmpty() ? sort() : remark,
                List.of(),
                show.genres(),
                List.of(),
                weight);
    }

    @Nullable
    Integer seconds() {
        Integer minutes = told.number("runtime");
        return minutes == null || minutes <= 0 || minutes > RUNTIME_MINUTES_MAX
                ? null
                : (Integer) (minutes * MINUTE_SECONDS);
    }

    private String sort() {
        String type = told.text("type");
        return type.isEmpty() || type.equals(REGULAR) ? "" : type.replace('_', ' ');
    }
}
