package io.reprise.play;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another rule for duplicates would change: plays that count now and then, pairs that would be folded and pairs
 * that would come apart, how these lie over pairs of origins and years ({@code sharesLeftOut} says how many of the
 * smallest are not listed), and some of each with the reason.
 */
public record RuleEffect(
        long playsNow,
        long playsThen,
        long folded,
        long apart,
        List<Share> shares,
        int sharesLeftOut,
        List<Sample> foldedSample,
        List<Sample> apartSample) {
    /** How many pairs of each sort are shown. */
    public static final int SAMPLES_MAX = 20;
    /** How many pairs of origins and years are listed, the greatest ones. */
    public static final int SHARES_MAX = 200;

    public RuleEffect {
        shares = List.copyOf(shares);
        foldedSample = List.copyOf(foldedSample);
        apartSample = List.copyOf(apartSample);
    }

    /**
     * The changes between two origins, the smaller number first, in one year of the user's local days; null where the
     * date is unknown.
     */
    public record Share(
            int origin, int otherOrigin, @Nullable Integer year, long folded, long apart) {}

    /** A pair: the play that does not count and the one that stands for it, times in epoch seconds, and why. */
    public record Sample(
            long number,
            @Nullable Long at,
            int item,
            int origin,
            long standsNumber,
            @Nullable Long standsAt,
            int standsOrigin,
            String why) {
        static Sample of(Play folded, Play stands, String why) {
            return new Sample(
                    folded.number(),
                    at(folded),
                    folded.item(),
                    folded.origin(),
                    stands.number(),
                    at(stands),
                    stands.origin(),
                    why);
        }

        private static @Nullable Long at(Play play) {
            return play.at() == Play.UNDATED ? null : (Long) play.at();
        }
    }
}
