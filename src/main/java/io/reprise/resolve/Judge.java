package io.reprise.resolve;

import io.reprise.media.ExternalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weighs what authorities found against what was told at home. Pure, without state and thread-safe; asks nobody and
 * decides nothing itself. Its rules, with worked examples, are the documentation of this package.
 */
public final class Judge {
    private static final int CLAIM_UNKNOWN = 40;
    private static final Comparator<Weighed> LIKELIEST = Comparator.comparingInt(Weighed::raw)
            .reversed()
            .thenComparing(weighed -> -weighed.match().finding().weight());

    private record Weighed(Match match, int raw, int otherVersion) {}

    /** Every finding weighed, and the verdict on all of them together. */
    public Judgement judge(Question question, List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Judgement(Verdict.LEAVE, Rule.NOTHING, List.of());
        }
        Asked asked = Asked.of(question);
        boolean unknown = isClaimUnknown(asked, findings);
        List<Weighed> weighed = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            weighed.add(weighed(asked, finding, unknown));
        }
        weighed.sort(LIKELIEST);
        return verdict(weighed);
    }

    private static Weighed weighed(Asked asked, Finding finding, boolean unknown) {
        Weighing weighing = weigh(asked, finding);
        if (unknown) {
            String told = asked.question().id(SongRules.RECORDING).orElse("");
            weighing.tell(
                    SongRules.RECORDING,
                    Evidence.Speaks.AGAINST,
                    told,
                    finding.id().value(),
                    "nothing found has the id told");
            weighing.add(-CLAIM_UNKNOWN);
            weighing.because(Rule.CLAIM_UNKNOWN);
        }
        return new Weighed(weighing.match(), weighing.raw(), weighing.otherVersion());
    }

    private static Weighing weigh(Asked asked, Finding finding) {
        return switch (asked.question().kind()) {
            case SONG -> SongRules.weigh(asked, finding);
            case EPISODE -> EpisodeRules.weigh(asked, finding);
            case FILM -> FilmRules.weigh(asked, finding);
            case BOOK -> BookRules.weigh(asked, finding);
            case ARTICLE, PODCAST, VIDEO, PICTURE -> AddressRules.weigh(asked, finding);
        };
    }

    /** A recording's id was told, but the authority answered by names only, with other recordings. */
    private static boolean isClaimUnknown(Asked asked, List<Finding> findings) {
        return asked.question().id(SongRules.RECORDING).isPresent()
                && findings.stream()
                        .allMatch(finding -> finding.id().scheme().equals(SongRules.RECORDING)
                                && !asked.claims(SongRules.RECORDING, finding));
    }

    private static Judgement verdict(List<Weighed> weighed) {
        List<Match> matches = weighed.stream().map(Weighed::match).toList();
        Match best = matches.getFirst();
        if (best.verdict() != Verdict.DECIDE || best.rule() == Rule.ID_AND_NAMES || best.rule() == Rule.ADDRESS) {
            return new Judgement(best.verdict(), best.rule(), matches);
        }
        for (Weighed rival : weighed) {
            Match other = rival.match();
            if (other.rule() == Rule.ID_AGAINST_NAMES) {
                return new Judgement(Verdict.ASK, Rule.ID_AGAINST_NAMES, matches);
            }
            if (other != best && isRival(weighed.getFirst(), rival)) {
                return new Judgement(Verdict.ASK, Rule.TWO_ALIKE, matches);
            }
        }
        return new Judgement(best.verdict(), best.rule(), matches);
    }

    /**
     * Another thing in the same catalogue that fits nearly as well, or another version for which length and release
     * speak more; what two authorities say is no contest.
     */
    private static boolean isRival(Weighed best, Weighed other) {
        boolean betterWitnessed = other.otherVersion() - best.raw() >= Weighing.MARGIN;
        boolean near = betterWitnessed || best.raw() - other.raw() < Weighing.MARGIN;
        ExternalId one = best.match().finding().id();
        ExternalId two = other.match().finding().id();
        return near && one.scheme().equals(two.scheme()) && !Asked.isSame(one, two);
    }
}
