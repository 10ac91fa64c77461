package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.Accounts;
import io.reprise.account.Token;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import java.util.Comparator;

/** {@code /api/tokens}: the keys that programs hold. A token's text is shown once, when it is made. */
final class TokenDoor implements Door {
    private final Desk desk;

    TokenDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/tokens", this::list);
        routes.post("/api/tokens", this::create);
        routes.delete("/api/tokens/{number}", this::revoke);
    }

    record Row(int number, String name, String createdAt) {
        static Row of(Token token) {
            return new Row(token.number(), token.name(), token.createdAt().toString());
        }
    }

    record Made(int number, String name, String token) {}

    record Revoked(int revoked) {}

    private Accounts accounts() {
        return desk.rooms().people().accounts();
    }

    private void list(Context context) {
        desk.answer(
                context,
                accounts().tokens(desk.user(context)).stream().map(Row::of).toList());
    }

    private void create(Context context) {
        UserId user = desk.user(context);
        String name = desk.fields(context).needText("name");
        String text = accounts().createToken(user, name);
        int number = accounts().tokens(user).stream()
                .map(Token::number)
                .max(Comparator.naturalOrder())
                .orElse(0);
        context.status(201);
        desk.answer(context, new Made(number, name, text));
    }

    private void revoke(Context context) {
        UserId user = desk.user(context);
        int number = Asked.count(context, "number");
        if (!accounts().revoke(user, number)) {
            throw Asked.missing("token", number);
        }
        desk.answer(context, new Revoked(number));
    }
}
