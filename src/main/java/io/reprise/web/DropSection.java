package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.imports.Drops;
import io.reprise.job.JobFailure;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The switch of the drop folder on the imports page. */
final class DropSection {
    private static final String PATH = "/imports/drop";

    private final Drops drops;
    private final Reception reception;
    private final BiConsumer<Visit, String> again;

    /** {@code again} shows the imports page with what was wrong. */
    DropSection(Drops drops, Reception reception, BiConsumer<Visit, String> again) {
        this.drops = drops;
        this.reception = reception;
        this.again = again;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, reception.signedIn(this::turn));
    }

    ImportsView.Drop view(Visit visit, @Nullable String wrong) {
        Drops.Drop drop = drops.of(visit.user());
        return new ImportsView.Drop(drop.on(), drop.folder().toString(), wrong == null ? drop.trouble() : wrong);
    }

    private void turn(Visit visit) {
        boolean on = "on".equals(visit.context().formParam("to"));
        try {
            drops.turn(visit.user(), on);
            visit.seeOther("/imports#drop");
        } catch (JobFailure failure) {
            visit.context().status(HttpStatus.CONFLICT);
            again.accept(visit, failure.reason() + ". " + Words.capital(failure.whatToDo()) + ".");
        }
    }
}
