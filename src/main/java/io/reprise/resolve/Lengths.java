package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;
import org.jspecify.annotations.Nullable;

/** What two lengths say: within three seconds they are a witness, beyond the tolerance they speak against. */
final class Lengths {
    private static final int CLOSE_SECONDS = 3;
    private static final int TOLERANCE_SECONDS = 10;
    private static final int TOLERANCE_PERCENT = 7;
    private static final int CLOSE = 40;
    private static final int WITHIN = 20;
    private static final int BEYOND = -100;
    /** What names that agree are worth at most where the lengths do not. */
    private static final int BEYOND_MOST = 850;

    private Lengths() {}

    /** Whether both are known and too far apart. */
    static boolean areApart(@Nullable Integer told, @Nullable Integer found) {
        return told != null
                && found != null
                && told > 0
                && found > 0
                && Math.abs(told - found) > tolerance(told, found);
    }

    static void weigh(Weighing weighing, @Nullable Integer told, @Nullable Integer found) {
        if (told == null || found == null || told <= 0 || found <= 0) {
            return;
        }
        int apart = Math.abs(told - found);
        boolean within = apart <= tolerance(told, found);
        weighing.tell(
                "length", within ? Speaks.FOR : Speaks.AGAINST, clock(told), clock(found), apart + " seconds apart");
        weighing.add(apart <= CLOSE_SECONDS ? CLOSE : within ? WITHIN : BEYOND);
        if (!within) {
            weighing.atMost(BEYOND_MOST, Rule.OTHER_LENGTH);
        }
    }

    private static int tolerance(int told, int found) {
        return Math.max(TOLERANCE_SECONDS, Math.max(told, found) * TOLERANCE_PERCENT / 100);
    }

    private static String clock(int seconds) {
        int rest = seconds % 60;
        return seconds / 60 + (rest < 10 ? ":0" : ":") + rest;
    }
}
