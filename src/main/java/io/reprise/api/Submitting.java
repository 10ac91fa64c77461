package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.adapters.reprise.NativeFormat;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads scrobbles in our own words, told by whoever sends the request. */
final class Submitting {
    static final String PROTOCOL = "reprise";
    private static final NativeFormat FORMAT = new NativeFormat();

    private Submitting() {}

    /**
     * The program that sends: what its User-Agent names, without the version, so that it stays one over its updates.
     */
    static Origin origin(Context context) {
        String agent = context.header("User-Agent");
        return new Origin(PROTOCOL, agent == null ? "" : agent.strip().split("[/\\s]", 2)[0], "");
    }

    /** One scrobble; a problem 400 that says which and where it is wrong. */
    static Submission read(byte[] payload, String place) {
        try {
            return Submission.read(FORMAT, payload);
        } catch (Unreadable e) {
            throw wrong(place, String.valueOf(e.getMessage()));
        }
    }

    static ProblemException wrong(String place, String reason) {
        Problem problem = Problem.badRequest("A scrobble cannot be taken, so none was stored: " + reason)
                .expected(part(reason, "expected "))
                .where(place);
        String got = part(reason, "got ");
        return got == null ? problem.raised() : problem.got(got).raised();
    }

    /** The formats say "field: expected this, got that"; the parts go into the members of the problem. */
    private static @Nullable String part(String reason, String word) {
        int begin = reason.indexOf(word);
        if (begin < 0) {
            return null;
        }
        String rest = reason.substring(begin + word.length());
        int end = word.startsWith("expected") ? rest.indexOf(", got ") : -1;
        return end < 0 ? rest : rest.substring(0, end);
    }
}
