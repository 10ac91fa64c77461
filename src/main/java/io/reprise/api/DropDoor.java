package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import io.reprise.imports.Drops;
import io.reprise.job.JobFailure;
import org.jspecify.annotations.Nullable;

/** {@code /api/import/drop}: the caller's drop folder, switched on and off. */
final class DropDoor implements Door {
    private static final String PATH = "/api/import/drop";
    private final Desk desk;

    DropDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.put(PATH, this::turn);
    }

    /** Whether it is on, where it lies on the server, how many of its files are being imported, what is in the way. */
    record Shown(
            boolean on,
            String folder,
            int importing,
            @Nullable String trouble) {
        static Shown of(Drops.Drop drop) {
            return new Shown(drop.on(), drop.folder().toString(), drop.taken(), drop.trouble());
        }
    }

    private Drops drops() {
        return desk.rooms().work().drops();
    }

    private void show(Context context) {
        desk.answer(context, Shown.of(drops().of(desk.caller(context))));
    }

    private void turn(Context context) {
        User user = desk.caller(context);
        boolean on = desk.fields(context).needFlag("on");
        try {
            desk.answer(context, Shown.of(drops().turn(user, on)));
        } catch (JobFailure failure) {
            throw Problem.of(409, failure.reason() + "; " + failure.whatToDo() + ".")
                    .raised();
        }
    }
}
