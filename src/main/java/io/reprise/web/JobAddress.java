package io.reprise.web;

import io.reprise.http.Problem;
import io.reprise.job.JobId;

/** The job that an address names. */
final class JobAddress {
    private JobAddress() {}

    /** What is no id of a job is a problem 404. */
    static JobId read(Visit visit) {
        String text = visit.context().pathParam("id");
        try {
            return new JobId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("There is no such job.").got(text).raised();
        }
    }
}
