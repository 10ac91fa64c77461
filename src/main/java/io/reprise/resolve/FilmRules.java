package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;
import java.util.List;

/** How a film's finding is weighed: by its title, also the original one, its year and who made it. */
final class FilmRules {
    private static final int ID_AGREES = 995;
    private static final int ID_CONTRADICTED = 700;
    private static final int ALIAS = 985;
    private static final int YEAR_AGREES = 30;
    private static final int YEAR_UNKNOWN = -60;
    private static final int YEAR_NEXT = -50;
    private static final int OTHER_YEAR_MOST = 550;
    private static final int MAKER_AGREES = 40;
    private static final int OTHER_MAKER_MOST = 700;
    private static final int UNLIKE_MOST = 690;

    private FilmRules() {}

    static Weighing weigh(Asked asked, Finding finding) {
        Likeness name = name(asked, finding);
        Weighing weighing =
                new Weighing(finding, Weighing.product(name, Likeness.SAME), name.isAlike() ? Rule.NAMES : Rule.UNLIKE);
        weighing.tell("title", asked.question().title(), finding.title(), name);
        if (!name.isAlike()) {
            weighing.atMost(UNLIKE_MOST, Rule.UNLIKE);
        }
        int apart = weighYear(weighing, asked, finding);
        weighMakers(weighing, asked, finding);
        Lengths.weigh(weighing, asked.question().seconds(), finding.seconds());
        if (asked.claimsAnyBut("", finding)) {
            boolean agrees = name.isAlike() && apart <= 1;
            weighing.settle(agrees ? ID_AGREES : ID_CONTRADICTED, agrees ? Rule.ID_AND_NAMES : Rule.ID_AGAINST_NAMES);
        }
        return weighing;
    }

    /** Of films a bracket is a part of the name, and so is what follows a colon. */
    private static Likeness name(Asked asked, Finding finding) {
        Show told = Show.read(asked.question().title());
        Likeness best = Sameness.of(told.name(), Show.read(finding.title()).name());
        for (String alias : finding.aliases()) {
            Likeness other = Sameness.of(told.name(), Name.of(alias)).by(Likeness.Manner.ALIAS, ALIAS);
            best = other.isAlike() && other.isBetterThan(best) ? other : best;
        }
        return best;
    }

    private static int weighYear(Weighing weighing, Asked asked, Finding finding) {
        String marked = Show.read(asked.question().title()).year();
        Integer told = asked.question().year();
        int year = told != null ? told : marked.isEmpty() ? 0 : Integer.parseInt(marked);
        int found = year(finding.released());
        if (year == 0 || found == 0) {
            weighing.add(YEAR_UNKNOWN);
            return 0;
        }
        int apart = Math.abs(year - found);
        weighing.tell("year", apart <= 1 ? Speaks.FOR : Speaks.AGAINST, "" + year, "" + found, apart + " years apart");
        weighing.add(apart == 0 ? YEAR_AGREES : apart == 1 ? YEAR_NEXT : 0);
        if (apart > 1) {
            weighing.atMost(OTHER_YEAR_MOST, Rule.OTHER_YEAR);
        }
        return apart;
    }

    static int year(String date) {
        boolean told = date.length() >= 4 && date.substring(0, 4).chars().allMatch(Character::isDigit);
        return told ? Integer.parseInt(date.substring(0, 4)) : 0;
    }

    private static void weighMakers(Weighing weighing, Asked asked, Finding finding) {
        if (asked.billing().isNobody() || finding.creators().isEmpty()) {
            return;
        }
        Credited credited = Credited.of(asked.billing(), finding, List.of());
        boolean same = credited.likeness().isAlike();
        weighing.tell(
                "credit",
                same ? Speaks.FOR : Speaks.AGAINST,
                asked.question().credit(),
                finding.credit(),
                credited.likeness().manner().words());
        weighing.add(same ? MAKER_AGREES : 0);
        if (!same) {
            weighing.atMost(OTHER_MAKER_MOST, Rule.OTHER_GUESTS);
        }
    }
}
