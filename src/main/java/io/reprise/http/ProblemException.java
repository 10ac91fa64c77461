package io.reprise.http;

/** Ends a request with a {@link Problem}. The caller is at fault or must wait, so it is answered and not logged. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.line(), null, false, true);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
