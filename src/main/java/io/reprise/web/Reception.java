package io.reprise.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.history.History;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lets in who is signed in, and shows everybody else where to do so. */
final class Reception {
    static final String SIGN_IN = "/signin";
    private static final int NEXT_CHARS_MAX = 2000;

    private final Rooms rooms;
    private final Assets assets;

    Reception(Rooms rooms, Assets assets) {
        this.rooms = rooms;
        this.assets = assets;
    }

    /** A page's answer to somebody who is signed in. */
    @FunctionalInterface
    interface Answer {
        void to(Visit visit);
    }

    Handler signedIn(Answer answer) {
        return context -> {
            Optional<User> user = rooms.callers().find(context);
            if (user.isEmpty()) {
                toSignIn(context);
                return;
            }
            answer.to(visit(context, user.get()));
        };
    }

    Assets assets() {
        return assets;
    }

    /** A visit as of now. */
    Visit visit(Context context, User user) {
        long now = rooms.clock().instant().getEpochSecond();
        Visit.Arrival arrival = new Visit.Arrival(context, user, now);
        History history = rooms.histories().apply(user.id());
        Faces faces = new Faces(rooms.pictured().pictures().gallery(user.id(), history));
        return new Visit(
                arrival, history, new Visit.Beside(faces, rooms.deciding().opinions()), assets);
    }

    /**
     * An event stream at this path ends for good for who is not signed in: a browser asks again after any other answer.
     */
    void guardStream(JavalinDefaultRoutingApi routes, String path) {
        routes.before(path, context -> {
            if (rooms.callers().find(context).isEmpty()) {
                context.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
            }
        });
    }

    private static void toSignIn(Context context) {
        String path = context.path() + (context.queryString() == null ? "" : "?" + context.queryString());
        boolean comesBack = context.method() == HandlerType.GET && !path.equals("/");
        String target = SIGN_IN + (comesBack ? "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "");
        if ("true".equals(context.header("HX-Request"))) {
            context.header("HX-Redirect", SIGN_IN).status(HttpStatus.NO_CONTENT);
            return;
        }
        context.redirect(target, HttpStatus.SEE_OTHER);
    }

    /** A path on this server to go on to after signing in; anything else is home. */
    static String ownPath(String next) {
        boolean own = next.length() <= NEXT_CHARS_MAX
                && next.startsWith("/")
                && !next.startsWith("//")
                && !next.contains("\\")
                && next.chars().noneMatch(Character::isISOControl);
        return own ? next : "/";
    }
}
