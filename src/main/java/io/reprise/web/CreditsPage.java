package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.catalog.Refusal;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.CreditedName;
import io.reprise.media.Fold;
import io.reprise.resolve.Change;
import io.reprise.resolve.CreditRule;
import io.reprise.resolve.Credits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's rules for names: a form, what they would change in the whole history, and the button to do it. */
final class CreditsPage {
    static final String PATH = "/credits";
    private static final int CHANGES_SHOWN_MAX = 100;
    private static final int REFUSED = 409;
    private static final int WRONG = 400;
    private static final Parameter.Bounds NUMBERS = new Parameter.Bounds(0, Long.MAX_VALUE);

    private final Credits credits;
    private final Reception reception;

    CreditsPage(Rooms rooms, Reception reception) {
        this.credits = rooms.deciding().credits();
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> show(visit, said(visit), form(visit))));
        routes.post(PATH, reception.signedIn(this::put));
        routes.post(PATH + "/remove", reception.signedIn(this::remove));
        routes.post(PATH + "/apply", reception.signedIn(this::apply));
        routes.post(PATH + "/undo", reception.signedIn(this::undo));
    }

    private void show(Visit visit, CreditsView.@Nullable Notice said, CreditsView.Form form) {
        UserId user = visit.user().id();
        Voice voice = visit.voice();
        List<Change> changes = credits.preview(user);
        int shown = Math.min(changes.size(), CHANGES_SHOWN_MAX);
        CreditsView view = new CreditsView(
                said,
                credits.rules(user).stream().map(CreditsPage::rule).toList(),
                form,
                changes.isEmpty()
                        ? "Nothing: every name is in order as the rules have it."
                        : voice.count(changes.size(), "name would change", "names would change") + ", with "
                                + voice.count(
                                        changes.stream()
                                                .mapToLong(Change::plays)
                                                .sum(),
                                        "play",
                                        "plays")
                                + ". Nothing is changed until you apply it.",
                changes.stream()
                        .limit(shown)
                        .map(change -> change(visit, change))
                        .toList(),
                changes.size() > shown
                        ? voice.number(changes.size() - shown) + " with fewer plays are not listed."
                        : null);
        visit.send((output, tags) ->
                JtecreditsGenerated.render(output, tags, visit.frame("Names and credits", PATH), view));
    }

    private static CreditsView.Rule rule(CreditRule rule) {
        return new CreditsView.Rule(
                rule.name(), verb(rule.kind()), rule.into(), PATH + "?edit=" + Query.encoded(rule.name()) + "#rule");
    }

    private static String verb(CreditRule.Kind kind) {
        return switch (kind) {
            case KEEP -> "is one name, kept whole";
            case REPLACE -> "stands for";
            case BELONGS -> "counts also for";
            case IGNORE -> "is left out";
        };
    }

    private static String label(CreditRule.Kind kind) {
        return switch (kind) {
            case KEEP -> "is one name: keep it whole";
            case REPLACE -> "stands for the names below";
            case BELONGS -> "belongs to the names below: plays count for both";
            case IGNORE -> "is nobody: leave it out";
        };
    }

    private static CreditsView.Change change(Visit visit, Change change) {
        boolean isSong = change instanceof Change.OfTitle;
        return new CreditsView.Change(
                change.name(),
                (isSong ? "/items/" : "/creators/") + change.thing().number(),
                visit.voice().count(change.plays(), "play", "plays"),
                change instanceof Change.OfTitle song ? song.title() : null,
                change.into().stream().map(CreditedName::name).toList(),
                Words.capital(change.because()) + ".");
    }

    private CreditsView.Form form(Visit visit) {
        String edit = visit.context().queryParam("edit");
        String name = visit.context().queryParam("name");
        CreditRule known = edit == null
                ? null
                : credits.rules(visit.user().id()).stream()
                        .filter(rule -> Fold.fold(rule.name()).equals(Fold.fold(edit)))
                        .findFirst()
                        .orElse(null);
        return known == null
                ? new CreditsView.Form("", name == null ? "" : name, "", kinds(CreditRule.Kind.KEEP.word()), null)
                : new CreditsView.Form(
                        known.name(),
                        known.name(),
                        String.join("\n", known.into()),
                        kinds(known.kind().word()),
                        null);
    }

    private static List<CreditsView.Kind> kinds(String chosen) {
        return Arrays.stream(CreditRule.Kind.values())
                .map(one ->
                        new CreditsView.Kind(one.word(), label(one), one.word().equals(chosen)))
                .toList();
    }

    private static CreditsView.@Nullable Notice said(Visit visit) {
        String done = visit.context().queryParam("done");
        if (done == null) {
            return null;
        }
        long count = Parameter.number(visit.context(), "count", 0, NUMBERS);
        long refused = Parameter.number(visit.context(), "refused", 0, NUMBERS);
        Voice voice = visit.voice();
        return switch (done) {
            case "kept" -> notice("The rule is kept. Below is what it would change.");
            case "removed" -> notice("The rule is gone. What it changed stays until it is undone in the ledger.");
            case "undone" -> notice(voice.count(count, "decision", "decisions") + " taken back.");
            case "applied" ->
                new CreditsView.Notice(
                        voice.count(count, "name", "names") + " changed."
                                + (refused == 0
                                        ? ""
                                        : " " + voice.count(refused, "name", "names")
                                                + " could not be: other decisions stand in the way."),
                        false,
                        Parameter.number(visit.context(), "first", 0, NUMBERS),
                        Parameter.number(visit.context(), "last", 0, NUMBERS));
            default -> null;
        };
    }

    private static CreditsView.Notice notice(String text) {
        return new CreditsView.Notice(text, false, 0, 0);
    }

    private void put(Visit visit) {
        String kind = given(visit, "kind");
        String name = given(visit, "name");
        String into = given(visit, "into");
        String was = given(visit, "was");
        try {
            CreditRule.Kind known = CreditRule.Kind.ofWord(kind)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "kind: expected keep, replace, belongs or ignore," + " got \"" + kind + "\""));
            boolean isAlone = known == CreditRule.Kind.KEEP || known == CreditRule.Kind.IGNORE;
            CreditRule rule = new CreditRule(known, name, isAlone ? List.of() : lines(into));
            if (!was.isEmpty() && !Fold.fold(was).equals(Fold.fold(rule.name()))) {
                credits.remove(visit.user().id(), was);
            }
            credits.put(visit.user().id(), rule);
        } catch (IllegalArgumentException wrong) {
            visit.context().status(WRONG);
            show(
                    visit,
                    null,
                    new CreditsView.Form(
                            was,
                            name,
                            into,
                            kinds(kind),
                            "This is no rule yet. " + Words.capital(String.valueOf(wrong.getMessage())) + "."));
            return;
        }
        visit.seeOther(PATH + "?done=kept");
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    private void remove(Visit visit) {
        String name = given(visit, "name");
        if (!credits.remove(visit.user().id(), name)) {
            throw Problem.notFound("There is no rule for this name.")
                    .got(name)
                    .where("name")
                    .raised();
        }
        visit.seeOther(PATH + "?done=removed");
    }

    private void apply(Visit visit) {
        Credits.Applied applied = credits.apply(visit.user().id(), visit.user().name());
        visit.seeOther(PATH + "?done=applied&count=" + applied.changed() + "&refused="
                + applied.refusals().size() + "&first=" + applied.first() + "&last=" + applied.last());
    }

    private void undo(Visit visit) {
        try {
            int undone = credits.undo(
                    visit.user().id(),
                    number(visit, "first"),
                    number(visit, "last"),
                    visit.user().name());
            visit.seeOther(PATH + "?done=undone&count=" + undone);
        } catch (Refusal refusal) {
            visit.context().status(REFUSED);
            show(
                    visit,
                    new CreditsView.Notice(Words.capital(String.valueOf(refusal.getMessage())) + ".", true, 0, 0),
                    form(visit));
        }
    }

    private static long number(Visit visit, String name) {
        String text = given(visit, name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String given(Visit visit, String name) {
        String text = visit.context().formParam(name);
        return text == null ? "" : text.strip();
    }
}
