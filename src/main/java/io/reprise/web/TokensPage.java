package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Token;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's tokens: makes one and shows it once, takes one back. */
final class TokensPage {
    private static final String PATH = "/tokens";

    private final Rooms rooms;
    private final Reception reception;

    TokensPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> send(visit, null, "", null)));
        routes.post(PATH, reception.signedIn(this::create));
        routes.post(PATH + "/{number}/revoke", reception.signedIn(this::revoke));
    }

    private void create(Visit visit) {
        String given = visit.context().formParam("name");
        String name = given == null ? "" : given.strip();
        if (name.isEmpty()) {
            visit.context().status(HttpStatus.BAD_REQUEST);
            send(visit, null, "", "Give the token a name, so that you know it again.");
            return;
        }
        try {
            send(visit, rooms.accounts().createToken(visit.user().id(), name), name, null);
        } catch (ProblemException refused) {
            visit.context().status(refused.problem().status());
            send(visit, null, "", refused.problem().line());
        }
    }

    private void revoke(Visit visit) {
        int number = Addresses.number(visit.context(), "number");
        if (!rooms.accounts().revoke(visit.user().id(), number)) {
            throw Problem.notFound("You have no token number " + number + ".").raised();
        }
        visit.seeOther(PATH);
    }

    private void send(Visit visit, @Nullable String fresh, String freshName, @Nullable String wrong) {
        List<TokensView.Row> rows = rooms.accounts().tokens(visit.user().id()).stream()
                .map(token -> row(visit, token))
                .toList();
        TokensView view = new TokensView(rows, fresh, freshName, Addresses.server(visit.context()), wrong);
        visit.send((output, tags) -> JtetokensGenerated.render(output, tags, visit.frame("Tokens", PATH), view));
    }

    private static TokensView.Row row(Visit visit, Token token) {
        long second = token.createdAt().getEpochSecond();
        LocalDate made = LocalDate.ofEpochDay(visit.history().zones().dayAt(second));
        return new TokensView.Row(token.number(), token.name(), visit.voice().date(made));
    }
}
