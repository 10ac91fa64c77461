package io.reprise.report;

/** Under what a person looks for a report. */
public enum Theme {
    TIME("Time", "When you play, how much, and how regularly."),
    FAVOURITES("Favourites", "What leads, what led, and for how long."),
    DISCOVERY("Discovery", "What was new, and how varied it all is."),
    HABITS("Habits", "Sessions, returns, binges: how you go about it."),
    LIVES("Lives of things", "How items, albums and shows come, stay and go."),
    KINDS("Across kinds", "Songs beside books beside films.");

    private final String title;
    private final String tells;

    Theme(String title, String tells) {
        this.title = title;
        this.tells = tells;
    }

    public String title() {
        return title;
    }

    /** One sentence on what its reports have in common. */
    public String tells() {
        return tells;
    }
}
