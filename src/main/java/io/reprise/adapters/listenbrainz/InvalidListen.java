package io.reprise.adapters.listenbrainz;

/** A listen that is refused. The message is the text that ListenBrainz says, where it has one for the case. */
final class InvalidListen extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidListen(String message) {
        super(message);
    }

    InvalidListen(String message, Throwable cause) {
        super(message, cause);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
