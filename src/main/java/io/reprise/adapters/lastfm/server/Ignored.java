package io.reprise.adapters.lastfm.server;

/** Why a scrobble was not taken, by Last.fm's numbers. */
enum Ignored {
    NO(0, ""),
    ARTIST(1, "Artist was ignored: it is missing, blank or no text"),
    TRACK(2, "Track was ignored: it is missing, blank or no text"),
    TOO_OLD(3, "Timestamp was too old, or is not in epoch seconds: expected one since 2002-10-01"),
    TOO_NEW(4, "Timestamp was too new: expected at most an hour from now");

    private final int code;
    private final String words;

    Ignored(int code, String words) {
        this.code = code;
        this.words = words;
    }

    Element shown() {
        return Element.text("ignoredMessage", words).attribute("code", Integer.toString(code));
    }
}
