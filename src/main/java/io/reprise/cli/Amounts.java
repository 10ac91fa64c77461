package io.reprise.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private Amounts() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 name}, {@code 2,000 names}. */
    static String count(long number, String one, String several) {
        return count(number) + " " + (number == 1 ? one : several);
    }

    /** {@code 3:07}, {@code 1:02:03}. */
    static String clock(long seconds) {
        String rest = String.format(Locale.ROOT, "%02d", seconds % MINUTE);
        return seconds < HOUR
                ? seconds / MINUTE + ":" + rest
                : seconds / HOUR + String.format(Locale.ROOT, ":%02d:", seconds % HOUR / MINUTE) + rest;
    }

    /** {@code 45 s}, {@code 12 min}, {@code 1,234 h 05 min}. */
    static String time(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR
                ? seconds / MINUTE + " min"
                : count(seconds / HOUR) + String.format(Locale.ROOT, " h %02d min", seconds % HOUR / MINUTE);
    }
}
