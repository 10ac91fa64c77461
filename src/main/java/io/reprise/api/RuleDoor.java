package io.reprise.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.history.Names;
import io.reprise.http.Door;
import io.reprise.http.Problem;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleBook;
import io.reprise.play.RuleEffect;
import io.reprise.scrobble.Origin;
import io.reprise.upkeep.RuleDesk;
import io.reprise.upkeep.RulePreview;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /api/duplicates/rule}: the rule by which plays are folded, what another would change, and the change. */
final class RuleDoor implements Door {
    private final Desk desk;

    RuleDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/api/duplicates/rule", this::show);
        routes.put("/api/duplicates/rule", this::change);
        routes.get("/api/duplicates/rule/preview", this::previewed);
        routes.post("/api/duplicates/rule/preview", this::preview);
    }

    /** The rule, the decision that made it (null as it comes), whether all plays follow it, and every source. */
    record Shown(JsonNode rule, Decisions.@Nullable Row decision, boolean isFollowed, List<Shapes.Source> origins) {}

    /** What a rule would change. */
    record Previewed(
            String job,
            @Nullable String at,
            JsonNode rule,
            long playsNow,
            long playsThen,
            long folded,
            long apart,
            List<Share> shares,
            int sharesLeftOut,
            List<Row> foldedSample,
            List<Row> apartSample) {}

    /** The changes between two sources in one year; null where the date is unknown. */
    record Share(
            Shapes.@Nullable Source origin,
            Shapes.@Nullable Source otherOrigin,
            @Nullable Integer year,
            long folded,
            long apart) {}

    /** A pair, and why. */
    record Row(DuplicateDoor.Side folded, DuplicateDoor.Side stands, String title, String credit, String sentence) {}

    private RuleDesk rules() {
        return desk.rooms().care().rule();
    }

    private void show(Context context) {
        UserId user = desk.user(context);
        RuleBook.Standing standing = rules().standing(user);
        Decision decision = standing.decision();
        List<Shapes.Source> origins = rules().origins(user).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> new Shapes.Source(
                        entry.getValue().protocol(),
                        entry.getValue().client(),
                        entry.getValue().account()))
                .toList();
        desk.answer(
                context,
                new Shown(
                        node(standing.rule()),
                        decision == null ? null : Decisions.Row.of(decision, null),
                        standing.isFollowed(),
                        origins));
    }

    private JsonNode node(DuplicateRule rule) {
        return desk.mapper().readTree(rule.text());
    }

    private DuplicateRule rule(Context context) {
        String text = desk.body(context).toString();
        return Asked.read("body", null, () -> DuplicateRule.read(text));
    }

    private void change(Context context) {
        User user = desk.caller(context);
        DuplicateRule rule = rule(context);
        ImportDoor.answerStarted(
                desk,
                context,
                Starting.job(() -> rules().set(user.id(), rule, Decisions.author(user, null))),
                "The change of the rule has begun");
    }

    private void preview(Context context) {
        UserId user = desk.user(context);
        DuplicateRule rule = rule(context);
        ImportDoor.answerStarted(
                desk,
                context,
                Starting.job(() -> rules().preview(user, rule)),
                "The look at what would change has begun, and /api/duplicates/rule/preview will show it");
    }

    private void previewed(Context context) {
        UserId user = desk.user(context);
        RulePreview preview = rules().previewed(user)
                .orElseThrow(() -> Problem.notFound("No other rule was looked at since this one holds.")
                        .expected("a job of POST /api/duplicates/rule/preview that is done")
                        .where("path")
                        .raised());
        RuleEffect effect = preview.effect();
        Map<Integer, Origin> origins = rules().origins(user);
        Names names = desk.history(user).names();
        desk.answer(
                context,
                new Previewed(
                        preview.job().value(),
                        Desk.time(preview.at()),
                        node(preview.rule()),
                        effect.playsNow(),
                        effect.playsThen(),
                        effect.folded(),
                        effect.apart(),
                        effect.shares().stream()
                                .map(share -> share(share, origins))
                                .toList(),
                        effect.sharesLeftOut(),
                        rows(effect.foldedSample(), names, origins),
                        rows(effect.apartSample(), names, origins)));
    }

    private static Share share(RuleEffect.Share share, Map<Integer, Origin> origins) {
        return new Share(
                Shapes.Source.orNull(origins.get(share.origin())),
                Shapes.Source.orNull(origins.get(share.otherOrigin())),
                share.year(),
                share.folded(),
                share.apart());
    }

    private static List<Row> rows(List<RuleEffect.Sample> samples, Names names, Map<Integer, Origin> origins) {
        return samples.stream()
                .map(sample -> new Row(
                        side(sample.number(), sample.at(), sample.origin(), origins),
                        side(sample.standsNumber(), sample.standsAt(), sample.standsOrigin(), origins),
                        names.title(sample.item()),
                        names.creditText(sample.item()),
                        sample.why()))
                .toList();
    }

    private static DuplicateDoor.Side side(long number, @Nullable Long at, int origin, Map<Integer, Origin> origins) {
        return new DuplicateDoor.Side(number, Desk.time(at), origin, Shapes.Source.orNull(origins.get(origin)));
    }
}
