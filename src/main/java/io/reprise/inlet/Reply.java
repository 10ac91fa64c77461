package io.reprise.inlet;

import java.nio.charset.StandardCharsets;

/** The answer to a call, where its party expects more than that it was taken. */
public record Reply(int status, String contentType, byte[] body) {
    public Reply {
        if (status < 200 || status > 499) {
            throw new IllegalArgumentException("an inlet answers with a status from 200 to 499, not " + status);
        }
    }

    /** JSON in UTF-8. */
    public static Reply json(int status, String json) {
        return new Reply(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
