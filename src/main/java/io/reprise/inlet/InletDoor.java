package io.reprise.inlet;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** {@code /in/PARTY/SECRET} and all paths behind it. An address that is nobody's is a problem 404, whatever comes. */
public final class InletDoor implements Door {
    private static final String ROOT = "/in/{party}/{secret}";
    private static final String BEHIND = ROOT + "/<rest>";
    private static final int BODY_BYTES_MAX = 8 << 20;

    private final Inlets inlets;
    private final Inbox inbox;

    public InletDoor(Inlets inlets, Inbox inbox) {
        this.inlets = inlets;
        this.inbox = inbox;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        Handler take = this::take;
        routes.get(ROOT, this::greet);
        routes.post(ROOT, take);
        routes.put(ROOT, take);
        routes.get(BEHIND, take);
        routes.post(BEHIND, take);
        routes.put(BEHIND, take);
    }

    private Inlet found(Context context) {
        Inlet inlet = inlets.bySecret(context.pathParam("secret"))
                .filter(found -> found.party().equals(context.pathParam("party")))
                .orElseThrow(() -> Problem.notFound("This is nobody's address. Copy it anew from the page Connect.")
                        .where("path")
                        .raised());
        if (!inlet.enabled()) {
            throw Problem.of(403, "This inlet is turned off; nothing was kept. Turn it on at the page Connect.")
                    .raised();
        }
        return inlet;
    }

    /** For a person who tries the address in a browser. */
    private void greet(Context context) {
        Inlet inlet = found(context);
        context.result(
                "This address works. " + inlets.parties().need(inlet.party()).title() + " is to call it by itself.\n");
    }

    private void take(Context context) {
        Inlet inlet = found(context);
        byte[] body = context.bodyAsBytes();
        if (body.length > BODY_BYTES_MAX) {
            throw Problem.of(413, "The call is larger than an inlet takes.")
                    .expected("at most " + BODY_BYTES_MAX + " bytes")
                    .got(body.length + " bytes")
                    .where("body")
                    .raised();
        }
        String rest = context.pathParamMap().getOrDefault("rest", "");
        Reply reply = inbox.take(
                inlet,
                new Inbox.Arrival(context.method().name(), rest.replaceAll("^/+|/+$", ""), headers(context), body));
        context.status(reply.status()).contentType(reply.contentType()).result(reply.body());
    }

    private static Map<String, String> headers(Context context) {
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }
}
