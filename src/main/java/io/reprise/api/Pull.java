package io.reprise.api;

import io.reprise.account.User;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import tools.jackson.databind.JsonNode;

/**
 * Starts a job that fetches a history from another service, as {@code POST /api/import} with JSON asks:
 * {@code {"source": "lastfm", "username": ...}}. What it cannot do ends in a {@link io.reprise.http.ProblemException}.
 * Thread-safe.
 */
@FunctionalInterface
public interface Pull {
    /** For a server that takes files alone. */
    Pull NONE = (user, order) -> {
        throw Problem.of(422, "This takes a file: send it as the body (with ?name=) or as a multipart form.")
                .expected("a file with a history")
                .got("application/json without a name")
                .where("body")
                .raised();
    };

    Job start(User user, JsonNode order);
}
