package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.account.Accounts;
import io.reprise.account.User;
import io.reprise.http.Problem;

/**
 * Who asks, by the token in the header {@code Authorization}: the scheme is whatever stands before the space
 * ({@code Token}, {@code token}, {@code Bearer}). A history is private, so a user who is not the caller is answered
 * like one who is not there.
 */
final class Caller {
    private final Accounts accounts;

    Caller(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The owner of the token, or 401 in the words of ListenBrainz. */
    User require(Context context) {
        String header = context.header("Authorization");
        if (header == null || header.isBlank()) {
            throw unauthorized("You need to provide an Authorization header.");
        }
        return accounts.byToken(token(header)).orElseThrow(() -> unauthorized("Invalid authorization token."));
    }

    /** The token inside the header. */
    static String token(String header) {
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            throw unauthorized("Provided Authorization header is invalid.");
        }
        return parts[1].strip();
    }

    /** The caller, if the path's {@code {user}} names nobody else. */
    User requireNamed(Context context) {
        return requireSame(context, context.pathParam("user"));
    }

    /** The caller, if that is the user of this name (compared as names are: without regard to case). */
    User requireSame(Context context, String name) {
        User caller = require(context);
        if (!isSame(caller, name)) {
            throw Problem.notFound("Cannot find user: " + name).where("path").raised();
        }
        return caller;
    }

    boolean isSame(User caller, String name) {
        return accounts.find(name)
                .filter(named -> named.id().equals(caller.id()))
                .isPresent();
    }

    private static RuntimeException unauthorized(String text) {
        return Problem.of(401, text).where("header Authorization").raised();
    }
}
