package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.CreditedName;
import io.reprise.resolve.Change;
import io.reprise.resolve.CreditRule;
import io.reprise.resolve.Credits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /api/credits}: the user's rules for names, what they would change, and doing it. */
final class CreditsDoor implements Door {
    private static final Parameter.Bounds ROWS = new Parameter.Bounds(1, 1_000);
    private final Desk desk;

    CreditsDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/credits/rules", this::rules);
        routes.put("/api/credits/rules", this::put);
        routes.delete("/api/credits/rules", this::remove);
        routes.get("/api/credits/preview", this::preview);
        routes.post("/api/credits/apply", this::apply);
        routes.post("/api/credits/undo", this::undo);
    }

    record Rule(String kind, String name, List<String> into) {
        static Rule of(CreditRule rule) {
            return new Rule(rule.kind().word(), rule.name(), rule.into());
        }
    }

    /**
     * What would become of a creator or an item; {@code title} is that of an item then, empty for a creator, and
     * {@code same} what it turns out to be, 0 where that is nothing known.
     */
    record Row(
            String kind,
            int number,
            String name,
            long plays,
            String title,
            List<String> into,
            int same,
            String because) {
        static Row of(Change change) {
            return new Row(
                    change.thing().kind().word(),
                    change.thing().number(),
                    change.name(),
                    change.plays(),
                    change instanceof Change.OfTitle song ? song.title() : "",
                    change.into().stream().map(CreditedName::name).toList(),
                    change.same(),
                    change.because());
        }
    }

    /** How many creators and items would change, and the most played of them. */
    record Previewed(int changes, List<Row> rows) {}

    record Removed(boolean removed) {}

    private Credits credits() {
        return desk.rooms().identity().credits();
    }

    private void rules(Context context) {
        UserId user = desk.user(context);
        desk.answer(context, credits().rules(user).stream().map(Rule::of).toList());
    }

    private void put(Context context) {
        UserId user = desk.user(context);
        Fields fields = desk.fields(context);
        String word = fields.needText("kind");
        CreditRule.Kind kind = CreditRule.Kind.ofWord(word)
                .orElseThrow(() -> fields.refused(
                        "kind",
                        "one of "
                                + Arrays.stream(CreditRule.Kind.values())
                                        .map(CreditRule.Kind::word)
                                        .collect(Collectors.joining(", "))));
        try {
            CreditRule rule = new CreditRule(kind, fields.needText("name"), fields.texts("into"));
            credits().put(user, rule);
            desk.answer(context, Rule.of(rule));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()))
                    .where("body")
                    .raised();
        }
    }

    private void remove(Context context) {
        UserId user = desk.user(context);
        String name = Parameter.text(context, "name");
        if (name == null) {
            throw Problem.badRequest("Which rule is to go?")
                    .expected("the name that it is about")
                    .where("query parameter name")
                    .raised();
        }
        desk.answer(context, new Removed(credits().remove(user, name)));
    }

    private void preview(Context context) {
        UserId user = desk.user(context);
        int limit = Math.toIntExact(Parameter.number(context, "limit", 100, ROWS));
        desk.readWhatIsNew(user);
        List<Change> changes = credits().preview(user);
        desk.answer(
                context,
                new Previewed(
                        changes.size(),
                        changes.stream().limit(limit).map(Row::of).toList()));
    }

    record Undone(int undone) {}

    private void undo(Context context) {
        User user = desk.caller(context);
        Fields fields = desk.fields(context);
        int first = fields.needCount("first");
        int last = fields.needCount("last");
        desk.answer(context, new Undone(Asked.decide(() -> credits().undo(user.id(), first, last, user.name()))));
    }

    private void apply(Context context) {
        User user = desk.caller(context);
        desk.readWhatIsNew(user.id());
        desk.answer(context, credits().apply(user.id(), user.name()));
    }
}
