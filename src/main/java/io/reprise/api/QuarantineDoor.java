package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.imports.QuarantineRetry;
import io.reprise.inlet.InletRetry;
import io.reprise.scrobble.Quarantine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /api/quarantine}: rows that could not be read, with why; they are kept, and tried again when asked. */
final class QuarantineDoor implements Door {
    private static final int ROWS_OTHERWISE = 100;
    private static final Parameter.Bounds ROWS = new Parameter.Bounds(1, 1000);
    private static final Parameter.Bounds AFTER = new Parameter.Bounds(0, Integer.MAX_VALUE);
    private final Desk desk;

    QuarantineDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/quarantine", this::list);
        routes.post("/api/quarantine/{number}/retry", this::retry);
        routes.post("/api/imports/{run}/retry", this::retryRun);
    }

    /** One row; {@code text} is what came, as far as it is text. */
    record Row(long number, int run, String place, String format, String error, String text) {
        static Row of(Quarantine.Kept kept) {
            Quarantine.Row row = kept.row();
            return new Row(
                    kept.number(),
                    row.run(),
                    row.place(),
                    row.format(),
                    row.error(),
                    new String(row.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** What became of a row that was read again. */
    record Tried(long number, String outcome, String reason) {
        static Tried of(QuarantineRetry.Tried tried) {
            return new Tried(tried.number(), tried.outcome().word(), tried.reason());
        }

        static Tried of(InletRetry.Tried tried) {
            return new Tried(tried.number(), tried.outcome(), tried.reason());
        }
    }

    private void retry(Context context) {
        UserId user = desk.user(context);
        long number = Asked.number(context, "number");
        Optional<Tried> call =
                desk.rooms().connect().retry().retry(user, number).map(Tried::of);
        if (call.isPresent()) {
            desk.answer(context, call.get());
            return;
        }
        QuarantineRetry.Tried tried = desk.rooms()
                .care()
                .retry()
                .retry(user, number)
                .orElseThrow(() -> Asked.missing("row in quarantine", number));
        desk.answer(context, Tried.of(tried));
    }

    private void retryRun(Context context) {
        UserId user = desk.user(context);
        int asked = Asked.count(context, "run");
        int run = desk.rooms()
                .work()
                .imports()
                .run(user, asked)
                .orElseThrow(() -> Asked.missing("import run", asked))
                .number();
        long after = Parameter.number(context, "after", 0, AFTER);
        desk.answer(
                context,
                desk.rooms().care().retry().retryRun(user, run, after).stream()
                        .map(Tried::of)
                        .toList());
    }

    private void list(Context context) {
        UserId user = desk.user(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", ROWS_OTHERWISE, ROWS));
        desk.answer(
                context,
                desk.rooms().work().quarantine().latest(user, limit).stream()
                        .map(Row::of)
                        .toList());
    }
}
