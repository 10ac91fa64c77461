package io.reprise.scrobble;

import java.util.Optional;

/** How exactly a source tells the time. From {@link #DAY} on the told time is a local date, not an instant. */
public enum Precision {
    INSTANT(0),
    MINUTE(1),
    DAY(2),
    MONTH(3),
    YEAR(4),
    UNKNOWN(5);

    private final int code;

    Precision(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether there is a time of day at all. */
    public boolean hasTime() {
        return this == INSTANT || this == MINUTE;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Precision ofCode(int code) {
        for (Precision precision : values()) {
            if (precision.code == code) {
                return precision;
            }
        }
        throw new IllegalArgumentException(
                "no precision has the code " + code + "; was this store written by a newer Reprise?");
    }

    public static Optional<Precision> ofWord(String text) {
        for (Precision precision : values()) {
            if (precision.name().equalsIgnoreCase(text)) {
                return Optional.of(precision);
            }
        }
        return Optional.empty();
    }
}
