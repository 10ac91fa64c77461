package io.reprise.cli;

/** A command was typed in a way that says nothing it can do; the message says what was expected. Ends with 2. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }
}
