package io.reprise.http;

/**
 * The other party refused who we are (401, 403): a person must mend the key or the token; asking again does not help.
 */
public final class NotAllowed extends OutsideFailure {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
        super(message);
    }

    NotAllowed(String message, String answer) {
        super(message, answer);
    }
}
