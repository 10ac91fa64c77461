package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;

/**
 * Where the protocol is spoken, and what every answer there carries, errors included: leave for pages of any origin
 * (CORS) and the rate-limit headers, which some clients obey. Nothing is ever throttled, since there are clients that
 * lose a listen over it, so the numbers are a constant.
 */
final class Mount {
    /** The second one is the form that people bring along from Maloja and Koito. */
    static final List<String> PREFIXES = List.of("/1", "/apis/listenbrainz/1");

    private static final int RATE_LIMIT = 1000;
    private static final int RATE_WINDOW_SECONDS = 10;
    private static final int PREFLIGHT_SECONDS = 21_600;

    private final InstantSource clock;

    Mount(InstantSource clock) {
        this.clock = clock;
    }

    static boolean covers(Context context) {
        String path = context.path().replaceAll("/{2,}", "/") + "/";
        return PREFIXES.stream().anyMatch(prefix -> path.startsWith(prefix + "/"));
    }

    /** Runs before every request; OPTIONS is answered here, whatever the path. */
    void before(Context context) {
        if (!covers(context)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        context.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
        context.header("Access-Control-Max-Age", Integer.toString(PREFLIGHT_SECONDS));
        long reset = clock.instant().getEpochSecond() + RATE_WINDOW_SECONDS;
        context.header("X-RateLimit-Limit", Integer.toString(RATE_LIMIT));
        context.header("X-RateLimit-Remaining", Integer.toString(RATE_LIMIT - 1));
        context.header("X-RateLimit-Reset", Long.toString(reset));
        context.header("X-RateLimit-Reset-In", Integer.toString(RATE_WINDOW_SECONDS));
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.status(200).contentType("application/json").result("{}").skipRemainingHandlers();
        }
    }
}
