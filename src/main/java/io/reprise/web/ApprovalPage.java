package io.reprise.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Approvals;
import io.reprise.adapters.lastfm.KnownPrograms;
import io.reprise.http.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks who is signed in whether a program that speaks Last.fm may act for them. The program either waits for the answer
 * to its own request, or has the browser come back to its address ({@code cb}, http or https alone, which is shown)
 * with a request made here.
 */
final class ApprovalPage {
    static final String PATH = "/api/auth";
    private static final int CALLBACK_CHARS_MAX = 1000;

    private final Rooms rooms;
    private final Reception reception;

    ApprovalPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::ask));
        routes.post(PATH, reception.signedIn(this::approve));
    }

    /** What a program asks for: {@code callback} is null where it waits for {@code request} itself. */
    private record Asked(
            String apiKey, String request, @Nullable URI callback) {
        String program() {
            return KnownPrograms.name(apiKey).orElse("Program " + apiKey.substring(0, Math.min(apiKey.length(), 8)));
        }
    }

    private void ask(Visit visit) {
        Context context = visit.context();
        Asked asked = read(
                given(context.queryParam("api_key")),
                given(context.queryParam("token")),
                given(context.queryParam("cb")));
        send(visit, asked, false);
    }

    private void approve(Visit visit) {
        Context context = visit.context();
        Asked asked = read(
                given(context.formParam("api_key")), given(context.formParam("token")), given(context.formParam("cb")));
        Approvals approvals = rooms.accounts().approvals();
        URI callback = asked.callback();
        String request = callback == null ? asked.request() : approvals.request();
        approvals.approve(visit.user(), request, asked.apiKey(), asked.program());
        if (callback == null) {
            send(visit, asked, true);
            return;
        }
        String join = callback.getRawQuery() == null ? "?" : "&";
        String fragment = callback.getRawFragment() == null ? "" : "#" + callback.getRawFragment();
        String bare = callback.toString();
        String target = bare.substring(0, bare.length() - fragment.length()) + join + "token=" + request + fragment;
        context.redirect(target, HttpStatus.SEE_OTHER);
    }

    private Asked read(String apiKey, String token, String callback) {
        if (!callback.isEmpty()) {
            return new Asked(apiKey, "", address(callback));
        }
        String request = token.toLowerCase(Locale.ROOT);
        return switch (rooms.accounts().approvals().look(request)) {
            case Approvals.Standing.Open open -> new Asked(apiKey, request, null);
            case Approvals.Standing.Expired expired ->
                throw wrong("This request is older than an hour. Start again in the program that sent you here.");
            case Approvals.Standing.Unknown unknown -> throw unasked(token);
            case Approvals.Standing.Taken taken -> throw unasked(token);
        };
    }

    private static RuntimeException unasked(String token) {
        return Problem.badRequest("No program asked for this here. Start again in the program that sent you.")
                .expected("token, as auth.getToken gave it, or cb, an address to come back to")
                .got(token.isEmpty() ? null : token)
                .where("query parameter token")
                .raised();
    }

    private static URI address(String callback) {
        try {
            URI address = new URI(callback);
            String scheme = given(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean plain = given(address.getRawAuthority()).matches("[A-Za-z0-9.\\-:\\[\\]]+");
            if (web && plain && callback.length() <= CALLBACK_CHARS_MAX) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw wrong("The address to come back to cannot be read: " + e.getReason());
        }
        throw wrong("The address to come back to is not one of the web: it begins with http:// or https://.");
    }

    private static RuntimeException wrong(String detail) {
        return Problem.badRequest(detail).where("cb or token").raised();
    }

    private void send(Visit visit, Asked asked, boolean done) {
        URI callback = asked.callback();
        ApprovalView view = new ApprovalView(
                asked.program(),
                asked.apiKey(),
                asked.request(),
                callback == null ? "" : callback.toString(),
                callback == null ? "" : callback.getScheme() + "://" + callback.getRawAuthority(),
                done);
        visit.send((output, tags) -> JteapprovalGenerated.render(
                output, tags, reception.assets(), visit.user().name(), view));
        if (callback != null) {
            Html.allowFormTo(visit.context(), view.callbackHost());
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
