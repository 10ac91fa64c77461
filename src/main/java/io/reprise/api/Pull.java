package io.reprise.api;

import io.reprise.account.User;
import io.reprise.job.Job;
import tools.jackson.databind.JsonNode;

/**
 * Starts a job that fetches a history from another service, as {@code POST /api/import} with JSON asks:
 * {@code {"source": "lastfm", "username": ...}}. What it cannot do ends in a {@link io.reprise.http.ProblemException}.
 * Thread-safe.
 */
@FunctionalInterface
interface Pull {
    Job start(User user, JsonNode order);
}
