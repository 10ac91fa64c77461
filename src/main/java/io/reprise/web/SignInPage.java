package io.reprise.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.http.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Name and password for a session, and the way out. */
final class SignInPage {
    private final Rooms rooms;
    private final Assets assets;

    SignInPage(Rooms rooms, Assets assets) {
        this.rooms = rooms;
        this.assets = assets;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(Reception.SIGN_IN, this::show);
        routes.post(Reception.SIGN_IN, this::signIn);
        routes.post("/signout", this::signOut);
    }

    private void show(Context context) {
        String next = Reception.ownPath(given(context.queryParam("next")));
        if (rooms.callers().find(context).isPresent()) {
            context.redirect(next, HttpStatus.SEE_OTHER);
            return;
        }
        send(context, "", next, "");
    }

    private void signIn(Context context) {
        String name = given(context.formParam("name")).strip();
        String next = Reception.ownPath(given(context.formParam("next")));
        Optional<User> user;
        try {
            user = rooms.callers().login(context, name, given(context.formParam("password")));
        } catch (ProblemException tooMany) {
            context.status(tooMany.problem().status());
            send(context, name, next, tooMany.problem().detail());
            return;
        }
        if (user.isEmpty()) {
            context.status(HttpStatus.UNAUTHORIZED);
            send(
                    context,
                    name,
                    next,
                    "No user has this name and password. Check both; capitals matter in the password only.");
            return;
        }
        rooms.callers().signIn(context, user.get());
        context.redirect(next, HttpStatus.SEE_OTHER);
    }

    private void signOut(Context context) {
        rooms.callers().find(context);
        rooms.callers().signOut(context);
        context.redirect(Reception.SIGN_IN, HttpStatus.SEE_OTHER);
    }

    private void send(Context context, String name, String next, String wrong) {
        Html.send(context, (output, tags) -> JtesignInGenerated.render(output, tags, assets, name, next, wrong));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
