package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.media.Mention;
import io.reprise.play.Aggregator;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.rating.Score;
import io.reprise.scrobble.Unreadable;
import io.reprise.store.Tx;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rating that stands in a file: of what, how much on the file's own scale, and when (epoch seconds UTC, a day is its
 * midnight, 0 where it is not told). It makes no play. The same rating brought again is the same one.
 */
public record GivenRating(Mention about, Score score, long at) implements Afterword {
    /** Reads the rating of a row; empty where the row gives none. */
    @FunctionalInterface
    public interface Reading {
        Optional<GivenRating> rating() throws Unreadable;
    }

    /** A rating at a time as it was told; null is a time that was not told. */
    public static GivenRating of(Mention about, Score score, @Nullable Long second) {
        return new GivenRating(about, score, second == null ? 0 : second);
    }

    /** Hands the rating of a row on, to be given after all rows; one that cannot be read is refused. */
    public static void read(Rows rows, Place place, byte[] payload, Reading reading) {
        try {
            reading.rating().ifPresent(rating -> rows.afterwards(place, payload, rating));
        } catch (Unreadable | IllegalArgumentException e) {
            rows.refuse(place, payload, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void apply(Tx tx, UserId user, Aggregator aggregator) throws SQLException {
        Ratings.bringOnce(tx, user, new RatingEvent(0, at, Rated.of(about, 0, null), new Opinion.Rate(score), false));
    }
}
