package io.reprise.report;

import java.util.Locale;
import java.util.Optional;

/** What a chart ranks by: the number of plays, or the seconds spent. */
public enum Measure {
    PLAYS,
    SECONDS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The measure with this word, in any case; empty where there is none. */
    public static Optional<Measure> ofWord(String text) {
        for (Measure measure : values()) {
            if (measure.name().equalsIgnoreCase(text)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
