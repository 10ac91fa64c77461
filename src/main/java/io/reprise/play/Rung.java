package io.reprise.play;

import java.util.Locale;

/** One rule of the ladder that says when two plays told by different origins are one; each can be switched off. */
public enum Rung {
    STARTS("they begin at almost the same time"),
    OVERLAP("they overlap by half of the shorter one or more"),
    ENDS("they end within 10 minutes of each other, and within half the length"),
    SHIFTED("one lies one length after the other, since its source stamps the end"),
    SAME_DAY("one is known to the day only, and the other is of that day"),
    UNDATED("one has no date, and the other source knows the dates of as many");

    private final String sentence;

    Rung(String sentence) {
        this.sentence = sentence;
    }

    /** Its name in the ledger and the API, which never changes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }
}
