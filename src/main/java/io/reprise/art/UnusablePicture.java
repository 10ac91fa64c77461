package io.reprise.art;

/** Bytes that no picture is made of; the message says what was expected and what came. */
public final class UnusablePicture extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusablePicture(String message) {
        super(message);
    }

    UnusablePicture(String message, Throwable cause) {
        super(message, cause);
    }
}
