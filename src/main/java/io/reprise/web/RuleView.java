package io.reprise.web;

import io.reprise.account.UserId;
import io.reprise.catalog.Decision;
import io.reprise.history.Names;
import io.reprise.job.Job;
import io.reprise.play.DuplicateRule;
import io.reprise.play.RuleBook;
import io.reprise.play.RuleEffect;
import io.reprise.play.Rung;
import io.reprise.scrobble.Origin;
import io.reprise.upkeep.RuleDesk;
import io.reprise.upkeep.RulePreview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule for duplicates in words. The form holds the rule that was looked at last, else the one that holds;
 * {@code decided} says who made the rule that holds, null as it comes; {@code job} is what goes on at the moment.
 */
record RuleView(
        Form form,
        @Nullable String decided,
        boolean isFollowed,
        @Nullable Working job,
        @Nullable Seen seen) {
    record Form(int tolerance, String score, List<Choice> rungs, List<Choice> apart, List<Choice> origins) {}

    /** Something to choose: what the form says of it, and whether it is chosen. */
    record Choice(String value, String label, boolean on) {}

    /** A job, in the words of the page of jobs. */
    record Working(String title, @Nullable String percent) {}

    /** What a rule would change; {@code rule} is its text. */
    record Seen(
            String rule,
            List<Figure> totals,
            List<Share> shares,
            @Nullable String more,
            List<Sample> samples) {}

    record Share(String sources, String year, String folded, String apart) {}

    record Sample(String fate, String title, String by, String when, String why) {}

    static RuleView of(Visit visit, RuleDesk desk) {
        UserId user = visit.user().id();
        RuleBook.Standing standing = desk.standing(user);
        Map<Integer, Origin> origins = desk.origins(user);
        RulePreview preview = desk.previewed(user).orElse(null);
        Decision decision = standing.decision();
        Job job = desk.underWay(user).orElse(null);
        JobsView.Row row = job == null ? null : JobsView.row(visit, job);
        return new RuleView(
                form(preview == null ? standing.rule() : preview.rule(), origins),
                decision == null
                        ? null
                        : "Chosen by " + decision.by() + ", " + ImportWords.moment(visit, decision.decidedAt()) + ".",
                standing.isFollowed(),
                row == null ? null : new Working(row.title(), row.percent()),
                preview == null ? null : seen(visit, preview, origins));
    }

    private static Form form(DuplicateRule rule, Map<Integer, Origin> origins) {
        List<Choice> rungs = Arrays.stream(Rung.values())
                .map(rung -> new Choice(
                        rung.word(),
                        Words.capital(rung.sentence()),
                        rule.rungs().contains(rung)))
                .toList();
        Map<Origin, Integer> numbers = new HashMap<>();
        origins.forEach((number, origin) -> numbers.put(origin, number));
        List<Choice> apart = rule.apart().stream()
                .filter(pair -> numbers.containsKey(pair.one()) && numbers.containsKey(pair.other()))
                .map(pair -> new Choice(
                        numbers.get(pair.one()) + "-" + numbers.get(pair.other()),
                        label(pair.one()) + " and " + label(pair.other()),
                        true))
                .toList();
        List<Choice> all = origins.entrySet().stream()
                .map(entry -> new Choice(String.valueOf(entry.getKey()), label(entry.getValue()), false))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        return new Form(rule.tolerance(), String.valueOf(rule.leastScore()), rungs, apart, all);
    }

    /** Two sources of one program are told apart by their accounts. */
    private static String label(@Nullable Origin origin) {
        if (origin == null) {
            return "a source";
        }
        return origin.account().isEmpty() ? origin.label() : origin.label() + " (" + origin.account() + ")";
    }

    private static Seen seen(Visit visit, RulePreview preview, Map<Integer, Origin> origins) {
        Voice voice = visit.voice();
        RuleEffect effect = preview.effect();
        List<Figure> totals = List.of(
                new Figure(voice.number(effect.playsNow()), "plays now"),
                new Figure(voice.number(effect.playsThen()), "plays then"),
                new Figure(voice.number(effect.folded()), "pairs folded newly"),
                new Figure(voice.number(effect.apart()), "pairs come apart"));
        List<Share> shares = effect.shares().stream()
                .map(share -> new Share(
                        label(origins.get(share.origin())) + " and " + label(origins.get(share.otherOrigin())),
                        share.year() == null ? "no date" : String.valueOf(share.year()),
                        voice.number(share.folded()),
                        voice.number(share.apart())))
                .toList();
        List<Sample> samples = new ArrayList<>();
        Names names = visit.history().names();
        effect.foldedSample().forEach(sample -> samples.add(sample(visit, names, sample, "would be folded")));
        effect.apartSample().forEach(sample -> samples.add(sample(visit, names, sample, "would come apart")));
        String more = effect.sharesLeftOut() == 0
                ? null
                : voice.number(effect.sharesLeftOut()) + " smaller ones are not listed.";
        return new Seen(preview.rule().text(), totals, shares, more, samples);
    }

    private static Sample sample(Visit visit, Names names, RuleEffect.Sample sample, String fate) {
        Long at = sample.at();
        return new Sample(
                fate,
                names.title(sample.item()),
                names.creditText(sample.item()),
                at == null ? "no date" : ImportWords.moment(visit, at),
                Words.capital(sample.why()) + ".");
    }
}
