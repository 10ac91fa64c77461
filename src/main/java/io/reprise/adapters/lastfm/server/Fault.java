package io.reprise.adapters.lastfm.server;

/** Ends a call with an error of Last.fm. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FaultCode code;
    private final String words;

    Fault(FaultCode code, String words) {
        super(code.code() + " " + words, null, false, true);
        this.code = code;
        this.words = words;
    }

    /** Something that is not there, in the words of Last.fm, as {@code Track not found}. */
    static Fault missing(String words) {
        return new Fault(FaultCode.NOT_FOUND, words);
    }

    FaultCode code() {
        return code;
    }

    String words() {
        return words;
    }
}
