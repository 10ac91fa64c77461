package io.reprise.job;

/** A job cannot be finished, for a reason that a person can do something about. */
public final class JobFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final String whatToDo;

    public JobFailure(String reason, String whatToDo) {
        super(reason);
        this.whatToDo = whatToDo;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String whatToDo() {
        return whatToDo;
    }
}
