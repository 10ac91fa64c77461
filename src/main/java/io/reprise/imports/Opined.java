package io.reprise.imports;

import io.reprise.account.UserId;
import io.reprise.media.Mention;
import io.reprise.rating.Loves;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Ratings;
import io.reprise.rating.Scale;
import io.reprise.rating.Score;
import io.reprise.store.Tx;

/**
 * What a user thinks of something, as an outside party tells it: the item, the score on the party's own scale, and when
 * it was given (epoch seconds, UTC; 0 where that is not told). It makes no play.
 */
public record Opined(Mention about, Score score, long at) {
    /** Love ({@link Loves#LOVED}) or hate ({@link Loves#HATED}). */
    public static Opined loved(Mention about, int score, long at) {
        return new Opined(about, Scale.THUMBS.score(score), at);
    }

    /** Whether it is here already, or what is here came later. */
    boolean isKnown(Tx tx, UserId user) {
        return isLove() ? Loves.isKnown(tx, user, event()) : isGiven(tx, user);
    }

    /** Brings it, unless it is known; true where it was not. */
    boolean bring(Tx tx, UserId user) {
        if (isKnown(tx, user)) {
            return false;
        }
        if (isLove()) {
            Loves.bring(tx, user, event());
        } else {
            Ratings.bring(tx, user, event());
        }
        return true;
    }

    private boolean isGiven(Tx tx, UserId user) {
        return Ratings.find(tx, user, event(), number -> true).isPresent();
    }

    private boolean isLove() {
        return score.isLove();
    }

    private RatingEvent event() {
        return new RatingEvent(0, at, Rated.of(about, 0, null), new Opinion.Rate(score), false);
    }
}
