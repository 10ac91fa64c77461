package io.reprise.http;

/** Another party did not do what it was asked; the three cases say what to do next. */
public abstract sealed class OutsideFailure extends RuntimeException permits NotAllowed, TryLater, GiveUp {
    private static final long serialVersionUID = 1L;

    OutsideFailure(String message, Throwable cause) {
        super(message, cause);
    }

    OutsideFailure(String message) {
        super(message);
    }
}
