package io.reprise.api;

import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;

/** Starts a job for a request. */
final class Starting {
    private Starting() {}

    @FunctionalInterface
    interface Start {
        Job run() throws JobFailure;
    }

    /** What does not fit is a problem 400; a job that cannot be started now a problem 409 that says what to do. */
    static Job job(Start start) {
        try {
            return start.run();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .where("body")
                    .raised();
        } catch (JobFailure failure) {
            throw Problem.of(409, failure.reason() + "; " + failure.whatToDo() + ".")
                    .raised();
        }
    }
}
