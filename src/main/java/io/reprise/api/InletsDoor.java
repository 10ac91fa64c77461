package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.AskedAddress;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.inlet.Inlet;
import io.reprise.inlet.InletOrder;
import io.reprise.inlet.InletParty;
import io.reprise.inlet.InletRetry;
import io.reprise.inlet.Inlets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code /api/inlets}: secret addresses that media servers and readers call. Their owner sees the address; keys go in
 * and never come out.
 */
final class InletsDoor implements Door {
    private static final String PATH = "/api/inlets";
    private static final String ONE = PATH + "/{number}";
    private static final int ROWS_OTHERWISE = 100;
    private static final Parameter.Bounds ROWS = new Parameter.Bounds(1, 1000);
    private final Desk desk;

    InletsDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH + "/parties", this::parties);
        routes.get(PATH, this::list);
        routes.post(PATH, this::make);
        routes.get(ONE, this::one);
        routes.post(ONE, this::change);
        routes.delete(ONE, this::delete);
        routes.post(ONE + "/secret", this::renew);
        routes.get(ONE + "/quarantine", this::waiting);
        routes.post(ONE + "/retry", this::retry);
    }

    /** A party that can call. */
    record Party(String word, String title, List<String> kinds, String key) {
        static Party of(InletParty party) {
            return new Party(
                    party.word(),
                    party.title(),
                    party.kinds().stream().map(kind -> kind.word()).toList(),
                    party.signing().name().toLowerCase(Locale.ROOT));
        }
    }

    /** One inlet; the address is null where only a new secret helps, for the server's key is another one. */
    record Row(
            int number,
            String party,
            String name,
            @Nullable String address,
            @Nullable String account,
            boolean enabled,
            boolean hasKey,
            Counts counts,
            @Nullable Last last,
            @Nullable String createdAt) {}

    record Counts(long calls, long stored, long leftOut, long refused) {}

    record Last(@Nullable String at, String account, String outcome) {}

    /** One inlet with what to do over there. */
    record Whole(Row inlet, List<InletParty.Step> steps) {}

    record Deleted(int deleted) {}

    private Inlets inlets() {
        return desk.rooms().connect().inlets();
    }

    private void parties(Context context) {
        desk.caller(context);
        desk.answer(context, inlets().parties().all().stream().map(Party::of).toList());
    }

    private Row row(Context context, Inlet inlet) {
        Inlet.Counts counts = inlet.counts();
        Inlet.Last last = inlet.last();
        return new Row(
                inlet.number(),
                inlet.party(),
                inlet.name(),
                inlets().path(inlet)
                        .map(path -> AskedAddress.of(context) + path)
                        .orElse(null),
                inlet.account(),
                inlet.enabled(),
                inlet.hasKey(),
                new Counts(counts.calls(), counts.stored(), counts.leftOut(), counts.refused()),
                last == null ? null : new Last(Desk.time(last.at()), last.account(), last.outcome()),
                Desk.time(inlet.createdAt()));
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        desk.answer(
                context,
                inlets().of(user).stream().map(inlet -> row(context, inlet)).toList());
    }

    private Inlet found(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        return inlets().find(user, number).orElseThrow(() -> Asked.missing("inlet", number));
    }

    private void whole(Context context, Inlet inlet) {
        Row row = row(context, inlet);
        String address = row.address();
        List<InletParty.Step> steps = address == null
                ? List.of()
                : inlets().parties().need(inlet.party()).steps(address);
        desk.answer(context, new Whole(row, steps));
    }

    private void one(Context context) {
        whole(context, found(context));
    }

    private void make(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        Inlet made = Asked.read("body", null, () -> inlets().make(user, fields.text("party"), order(fields)));
        context.status(201);
        whole(context, made);
    }

    private void change(Context context) {
        Inlet known = found(context);
        Fields fields = desk.fields(context);
        Optional<Inlet> changed =
                Asked.read("body", null, () -> inlets().change(known.user(), known.number(), order(fields)));
        whole(context, changed.orElseThrow(() -> Asked.missing("inlet", known.number())));
    }

    /** What is absent is not said; null removes. */
    private static InletOrder order(Fields fields) {
        JsonNode enabled = fields.node().get("enabled");
        if (enabled != null && !enabled.isBoolean()) {
            throw fields.refused("enabled", "true or false");
        }
        return new InletOrder(
                fields.text("name"),
                said(fields, "account"),
                said(fields, "key"),
                enabled == null ? null : (Boolean) enabled.booleanValue());
    }

    private static @Nullable String said(Fields fields, String name) {
        String text = fields.text(name);
        return text == null && fields.node().has(name) ? "" : text;
    }

    private void delete(Context context) {
        Inlet known = found(context);
        inlets().delete(known.user(), known.number());
        desk.answer(context, new Deleted(known.number()));
    }

    private void renew(Context context) {
        Inlet known = found(context);
        whole(
                context,
                inlets().renew(known.user(), known.number()).orElseThrow(() -> Asked.missing("inlet", known.number())));
    }

    private InletRetry calls() {
        return desk.rooms().connect().retry();
    }

    private void waiting(Context context) {
        Inlet known = found(context);
        desk.answer(
                context,
                calls().waiting(known, limit(context)).stream()
                        .map(QuarantineDoor.Row::of)
                        .toList());
    }

    private void retry(Context context) {
        Inlet known = found(context);
        desk.answer(
                context,
                calls().retryAll(known, limit(context)).stream()
                        .map(QuarantineDoor.Tried::of)
                        .toList());
    }

    private static int limit(Context context) {
        return Math.toIntExact(Parameter.number(context, "limit", ROWS_OTHERWISE, ROWS));
    }
}
