package io.reprise.web;

import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.catalog.Ledger;
import io.reprise.http.Problem;
import io.reprise.job.Job;
import io.reprise.job.JobFailure;
import io.reprise.play.DuplicateRule;
import io.reprise.upkeep.RuleDesk;
import java.util.Map;
import java.util.Optional;

/** The rule by which plays are folded: a form, what another rule would change, and the buttons to change it. */
final class RulePage {
    private static final String PATH = "/duplicates/rule";

    private final Rooms rooms;
    private final Reception reception;
    private final Streams streams;

    RulePage(Rooms rooms, Reception reception, Streams streams) {
        this.rooms = rooms;
        this.reception = reception;
        this.streams = streams;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
        reception.guardStream(routes, PATH + "/live");
        routes.sse(PATH + "/live", this::serve);
        routes.post(PATH, reception.signedIn(this::apply));
        routes.post(PATH + "/preview", reception.signedIn(this::preview));
        routes.post(PATH + "/undo", reception.signedIn(this::undo));
    }

    private RuleDesk rules() {
        return rooms.folding().rule();
    }

    private void show(Visit visit) {
        RuleView view = RuleView.of(visit, rules());
        visit.send((output, tags) ->
                JteruleGenerated.render(output, tags, visit.frame("How duplicates are found", PATH), view));
    }

    private void preview(Visit visit) {
        DuplicateRule rule = read(() ->
                RuleForm.read(visit.context(), rules().origins(visit.user().id())));
        start(() -> rules().preview(visit.user().id(), rule));
        visit.seeOther(PATH);
    }

    private void apply(Visit visit) {
        String text = visit.context().formParam("rule");
        DuplicateRule rule = read(() -> DuplicateRule.read(text == null ? "" : text));
        start(() -> rules().set(visit.user().id(), rule, author(visit)));
        visit.seeOther(PATH);
    }

    private void undo(Visit visit) {
        Decision decision = rules().standing(visit.user().id()).decision();
        if (decision == null) {
            throw Problem.of(409, "The rule holds as it comes; there is nothing to undo.")
                    .raised();
        }
        start(() -> rules().undo(visit.user().id(), decision.number(), author(visit)));
        visit.seeOther(PATH);
    }

    private static Ledger.Author author(Visit visit) {
        return new Ledger.Author(visit.user().name(), "chosen on the page");
    }

    private interface Reading {
        DuplicateRule rule();
    }

    private static DuplicateRule read(Reading reading) {
        try {
            return reading.rule();
        } catch (IllegalArgumentException refused) {
            throw Problem.badRequest("This rule is not usable: " + refused.getMessage() + ".")
                    .raised();
        }
    }

    private interface Start {
        Job job() throws JobFailure;
    }

    private static void start(Start start) {
        try {
            start.job();
        } catch (IllegalArgumentException refused) {
            throw Problem.badRequest("This rule is not usable: " + refused.getMessage() + ".")
                    .raised();
        } catch (JobFailure failure) {
            throw Problem.of(409, Words.capital(failure.reason()) + "; " + failure.whatToDo() + ".")
                    .raised();
        }
    }

    private void serve(SseClient client) {
        Optional<User> user = rooms.callers().find(client.ctx());
        if (user.isEmpty()) {
            return;
        }
        UserId id = user.get().id();
        try (AutoCloseable watch = rooms.importing().worker().watch(id, any -> streams.ring(id))) {
            streams.serve(client, id, () -> parts(reception.visit(client.ctx(), user.get())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a watch of jobs did not close", e);
        }
    }

    private Map<String, String> parts(Visit visit) {
        RuleView view = RuleView.of(visit, rules());
        return Map.of("rule", Html.line((output, tags) -> JteruleNowGenerated.render(output, tags, view)));
    }
}
