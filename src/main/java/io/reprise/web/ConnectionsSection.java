package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.http.Problem;
import io.reprise.imports.Connection;
import io.reprise.imports.ConnectionOrder;
import io.reprise.imports.Connections;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The buttons and the form of the connections on the imports page. */
final class ConnectionsSection {
    private static final String PATH = "/imports/connections";
    private static final String IMPORTS = "/imports";

    private final Rooms.Importing importing;
    private final Reception reception;
    private final BiConsumer<Visit, String> again;

    /** {@code again} shows the imports page with what was wrong. */
    ConnectionsSection(Rooms.Importing importing, Reception reception, BiConsumer<Visit, String> again) {
        this.importing = importing;
        this.reception = reception;
        this.again = again;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, reception.signedIn(this::add));
        routes.post(PATH + "/{number}/trigger", reception.signedIn(this::trigger));
        routes.post(PATH + "/{number}/again", reception.signedIn(this::again));
        routes.post(PATH + "/{number}/turn", reception.signedIn(this::turn));
        routes.post(PATH + "/{number}/delete", reception.signedIn(this::delete));
    }

    private Connections connections() {
        return importing.pulls().connections();
    }

    private void add(Visit visit) {
        try {
            ConnectionOrder.Secrets secrets =
                    new ConnectionOrder.Secrets(secret(visit, "api_key"), secret(visit, "token"));
            ConnectionOrder order = new ConnectionOrder(
                    given(visit, "source"), given(visit, "username"), given(visit, "base_url"), secrets, null, true);
            connections().put(visit.user().id(), order);
            visit.seeOther(IMPORTS);
        } catch (IllegalArgumentException e) {
            refuse(visit, String.valueOf(e.getMessage()));
        }
    }

    /** Starts a pull of a connection. */
    @FunctionalInterface
    private interface Start {
        Job of(Connection connection) throws JobFailure;
    }

    private void trigger(Visit visit) {
        start(visit, importing.pulls()::start);
    }

    private void again(Visit visit) {
        start(visit, importing.pulls()::startAgain);
    }

    private void start(Visit visit, Start start) {
        try {
            start.of(found(visit));
            visit.seeOther(IMPORTS);
        } catch (JobFailure failure) {
            refuse(visit, failure.reason() + ". " + Words.capital(failure.whatToDo()) + ".");
        }
    }

    private void turn(Visit visit) {
        Connection found = found(visit);
        boolean on = "on".equals(given(visit, "to"));
        try {
            connections().change(found.user(), found.number(), ConnectionOrder.turn(on));
            visit.seeOther(IMPORTS);
        } catch (IllegalArgumentException e) {
            refuse(visit, String.valueOf(e.getMessage()));
        }
    }

    private void delete(Visit visit) {
        Connection found = found(visit);
        connections().delete(found.user(), found.number());
        visit.seeOther(IMPORTS);
    }

    private Connection found(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        return connections()
                .find(visit.user().id(), number)
                .orElseThrow(() -> Problem.notFound("You have no connection number " + number + ".")
                        .raised());
    }

    private void refuse(Visit visit, String wrong) {
        visit.context().status(HttpStatus.BAD_REQUEST);
        again.accept(visit, wrong);
    }

    private static @Nullable String given(Visit visit, String name) {
        String text = visit.context().formParam(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static ConnectionOrder.Given secret(Visit visit, String name) {
        String text = given(visit, name);
        return text == null ? ConnectionOrder.Given.NOTHING : ConnectionOrder.Given.of(text);
    }
}
