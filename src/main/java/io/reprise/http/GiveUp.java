package io.reprise.http;

/** The other party will never answer this request otherwise: it is wrong, or what it asks for is not there. */
public final class GiveUp extends OutsideFailure {
    private static final long serialVersionUID = 1L;

    private final int status;

    public GiveUp(String message, int status) {
        super(message);
        this.status = status;
    }

    GiveUp(String message, int status, String answer) {
        super(message, answer);
        this.status = status;
    }

    public GiveUp(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The status of the answer, 0 where there was no usable one. */
    public int status() {
        return status;
    }
}
