package io.reprise.http;

/** Another party did not do what it was asked; the three cases say what to do next. */
public abstract sealed class OutsideFailure extends RuntimeException permits NotAllowed, TryLater, GiveUp {
    private static final long serialVersionUID = 1L;

    private final String answer;

    OutsideFailure(String message, Throwable cause) {
        super(message, cause);
        this.answer = "";
    }

    OutsideFailure(String message) {
        this(message, "");
    }

    OutsideFailure(String message, String answer) {
        super(message);
        this.answer = answer;
    }

    /** The body of the answer as text, in which the other party may say why; empty where there was none. */
    public String answer() {
        return answer;
    }
}
