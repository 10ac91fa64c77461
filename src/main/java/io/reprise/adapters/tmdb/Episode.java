package io.reprise.adapters.tmdb;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An episode as TMDB tells it, numbered in its own order. */
record Episode(String id, JsonTree told) {
    static final String SCHEME = "tmdb:episode";

    /** Empty where it is told without an id or a name. */
    static Optional<Episode> read(JsonTree told) {
        String id = told.text("id");
        return id.isEmpty() || told.text("name").isEmpty() ? Optional.empty() : Optional.of(new Episode(id, told));
    }

    boolean isNumbered(int number) {
        Integer own = told.number("episode_number");
        return own != null && own == number;
    }

    boolean isTitled(Question question) {
        return !question.title().isBlank() && Fold.fold(told.text("name")).equals(Fold.fold(question.title()));
    }

    /** How it was found: by which id, in which order (empty for TMDB's own), and how surely. */
    record Way(@Nullable ExternalId asked, String remark, double weight) {}

    Finding finding(Show show, Way way) {
        return new Finding(
                new ExternalId(SCHEME, id),
                way.asked(),
                MediaKind.EPISODE,
                told.text("name"),
                List.of(),
                Optional.of(show.container()),
                told.number("season_number"),
                told.number("episode_number"),
                Minutes.seconds(told.number("runtime")),
                told.text("air_date"),
                way.remark(),
                List.of(),
                show.genres(),
                List.of(),
                way.weight());
    }
}
