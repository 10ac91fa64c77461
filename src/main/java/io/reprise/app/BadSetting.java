package io.reprise.app;

/** A setting cannot be used; the message names it, its value, where that came from, and what is expected. */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSetting(Told told, String expected) {
        super(told.setting().key() + " = " + told.shown() + " (from " + told.source() + ") cannot be used. Expected "
                + expected + ".");
    }

    BadSetting(String message) {
        super(message);
    }
}
