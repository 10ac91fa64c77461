package io.reprise.relay;

import io.reprise.rating.Opinion;
import io.reprise.rating.Score;

/** What a rating says on the scale from hate to love (-1 to 1), the one that other services know. */
public enum Feeling {
    LOVED,
    HATED,
    /** Neither any more. */
    CLEARED,
    /** A rating on another scale, or a tag. */
    NONE;

    private static final double HATE = -1;
    private static final double LOVE = 1;

    static Feeling of(Opinion opinion) {
        boolean isScale = opinion instanceof Opinion.Rate(Score score) && score.isLove();
        if (!isScale || !(opinion instanceof Opinion.Rate(Score told))) {
            return NONE;
        }
        return told.told() == LOVE ? LOVED : told.told() == HATE ? HATED : told.told() == 0 ? CLEARED : NONE;
    }
}
