package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.relay.Introductions;
import io.reprise.relay.Letters;
import io.reprise.relay.Matter;
import io.reprise.relay.Outlets;
import io.reprise.relay.Target;
import io.reprise.relay.TargetOrder;
import io.reprise.relay.Targets;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code /api/relay}: other services that are told of what is played here, and {@code /api/webhooks}: any program with
 * an address. Keys go in and never come out.
 */
final class RelayDoor implements Door {
    private static final Parameter.Bounds LETTERS = new Parameter.Bounds(1, Letters.LETTERS_MAX);
    private static final int LETTERS_OTHERWISE = 100;

    private final Desk desk;
    private final String path;
    private final boolean isWebhooks;

    private RelayDoor(Desk desk, String path, boolean isWebhooks) {
        this.desk = desk;
        this.path = path;
        this.isWebhooks = isWebhooks;
    }

    static RelayDoor relays(Desk desk) {
        return new RelayDoor(desk, "/api/relay", false);
    }

    static RelayDoor webhooks(Desk desk) {
        return new RelayDoor(desk, "/api/webhooks", true);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        String one = path + "/{number}";
        routes.get(path, this::list);
        routes.post(path, this::make);
        routes.get(one, this::show);
        routes.post(one, this::change);
        routes.delete(one, this::delete);
        routes.post(one + "/test", this::test);
        routes.get(one + "/dead", this::dead);
        routes.post(one + "/retry", this::retryAll);
        routes.post(one + "/dead/{letter}/retry", this::retry);
        routes.delete(one + "/dead/{letter}", this::drop);
        if (!isWebhooks) {
            routes.post(one + "/link", this::link);
            routes.post(one + "/approved", this::approved);
        }
    }

    private ApiRooms.Out out() {
        return desk.rooms().out();
    }

    private Targets targets() {
        return out().targets();
    }

    private boolean isHere(Target target) {
        return target.party().equals(Outlets.WEBHOOK) == isWebhooks;
    }

    private Target found(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        return targets().find(user, number).filter(this::isHere).orElseThrow(() -> Asked.missing(what(), number));
    }

    private String what() {
        return isWebhooks ? "webhook" : "relay";
    }

    private RelayRow row(Target target) {
        return RelayRow.of(target, targets().load(target), null);
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        desk.answer(
                context,
                targets().of(user).stream().filter(this::isHere).map(this::row).toList());
    }

    private void show(Context context) {
        desk.answer(context, row(found(context)));
    }

    private void make(Context context) {
        UserId user = desk.user(context);
        TargetOrder order = order(desk.fields(context));
        Targets.Made made = Asked.read("body", null, () -> targets().make(user, order));
        context.status(201);
        desk.answer(context, RelayRow.of(made.target(), targets().load(made.target()), made.secret()));
    }

    private void change(Context context) {
        Target known = found(context);
        TargetOrder order = order(desk.fields(context));
        Target changed = Asked.read("body", null, () -> targets().change(known.user(), known.number(), order))
                .orElseThrow(() -> Asked.missing(what(), known.number()));
        desk.answer(context, row(changed));
    }

    private TargetOrder order(Fields fields) {
        String party = isWebhooks ? (String) Outlets.WEBHOOK : fields.text("party");
        if (party != null && !isWebhooks && party.equals(Outlets.WEBHOOK)) {
            throw fields.refused("party", "the word of another service; webhooks are made at /api/webhooks");
        }
        return Asked.read(
                "body",
                null,
                () -> new TargetOrder(
                        party,
                        fields.text("label"),
                        fields.text("address"),
                        fields.text("username"),
                        TargetOrder.keys(
                                secret(fields, "api_key"),
                                isWebhooks ? null : secret(fields, "secret"),
                                secret(fields, isWebhooks ? "secret" : "token")),
                        events(fields),
                        enabled(fields)));
    }

    private static @Nullable String secret(Fields fields, String name) {
        JsonNode child = fields.node().get(name);
        if (child != null && !child.isNull() && !child.isString()) {
            // What came may be a secret, so it is not said back.
            throw new IllegalArgumentException(name + ": expected text, got something else");
        }
        return fields.text(name);
    }

    private static @Nullable Set<Matter> events(Fields fields) {
        JsonNode told = fields.node().get("events");
        if (told == null || told.isNull()) {
            return null;
        }
        String words = Arrays.stream(Matter.values()).map(Matter::word).collect(Collectors.joining(", "));
        Set<Matter> matters = EnumSet.noneOf(Matter.class);
        if (!told.isArray()) {
            throw fields.refused("events", "a list of " + words);
        }
        for (JsonNode each : told.values()) {
            matters.add(
                    Matter.ofWord(each.asString("")).orElseThrow(() -> fields.refused("events", "a list of " + words)));
        }
        return matters;
    }

    private static @Nullable Boolean enabled(Fields fields) {
        JsonNode child = fields.node().get("enabled");
        if (child == null || child.isNull()) {
            return null;
        }
        if (!child.isBoolean()) {
            throw fields.refused("enabled", "true or false");
        }
        return child.booleanValue();
    }

    private void delete(Context context) {
        Target known = found(context);
        targets().delete(known.user(), known.number());
        desk.answer(context, new RelayRow.Tried(true, "It is deleted, with what was waiting for it.", null));
    }

    private void test(Context context) {
        Introductions.Tried tried = out().introductions().test(found(context));
        desk.answer(context, new RelayRow.Tried(tried.ok(), tried.message(), null));
    }

    private void link(Context context) {
        Target known = found(context);
        Introductions.Link link =
                Asked.read("path", null, () -> out().introductions().link(known));
        desk.answer(
                context,
                new RelayRow.Tried(
                        link.tried().ok(),
                        link.tried().message(),
                        link.link().map(URI::toString).orElse(null)));
    }

    private void approved(Context context) {
        Target known = found(context);
        Introductions.Tried tried =
                Asked.read("path", null, () -> out().introductions().approved(known));
        desk.answer(context, new RelayRow.Tried(tried.ok(), tried.message(), null));
    }

    private void dead(Context context) {
        Target known = found(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", LETTERS_OTHERWISE, LETTERS));
        desk.answer(
                context,
                out().letters().dead(known, limit).stream()
                        .map(RelayRow.Dead::of)
                        .toList());
    }

    private void retryAll(Context context) {
        desk.answer(context, new RelayRow.Count(out().letters().allAgain(found(context))));
    }

    private void retry(Context context) {
        Target known = found(context);
        long letter = Asked.number(context, "letter");
        if (!out().letters().again(known, letter)) {
            throw Asked.missing("dead letter", letter);
        }
        desk.answer(context, new RelayRow.Count(1));
    }

    private void drop(Context context) {
        Target known = found(context);
        long letter = Asked.number(context, "letter");
        if (!out().letters().drop(known, letter)) {
            throw Asked.missing("dead letter", letter);
        }
        desk.answer(context, new RelayRow.Count(1));
    }
}
