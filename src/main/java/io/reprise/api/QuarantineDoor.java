package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.scrobble.Quarantine;
import java.nio.charset.StandardCharsets;

/** {@code /api/quarantine}: rows that could not be read, with why; they are kept until a version can read them. */
final class QuarantineDoor implements Door {
    private static final int ROWS_OTHERWISE = 100;
    private static final Parameter.Bounds ROWS = new Parameter.Bounds(1, 1000);
    private final Desk desk;

    QuarantineDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/quarantine", this::list);
    }

    /** One row; {@code text} is what came, as far as it is text. */
    record Row(int run, String place, String format, String error, String text) {
        static Row of(Quarantine.Row row) {
            return new Row(
                    row.run(), row.place(), row.format(), row.error(), new String(row.bytes(), StandardCharsets.UTF_8));
        }
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
