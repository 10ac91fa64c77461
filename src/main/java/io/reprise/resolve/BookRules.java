package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;
import java.util.List;

/** How a book's finding is weighed: by its number (ISBN) together with its title, or by title and author. */
final class BookRules {
    private static final int ID_AGREES = 995;
    private static final int ID_CONTRADICTED = 700;
    private static final int SUBTITLE = 970;
    private static final int ALIAS = 985;
    private static final int NO_AUTHOR_MOST = 850;
    private static final int UNLIKE_MOST = 690;
    private static final int YEAR_AGREES = 10;

    private BookRules() {}

    static Weighing weigh(Asked asked, Finding finding) {
        Question question = asked.question();
        Likeness name = name(question.title(), finding);
        boolean nobody = asked.billing().isNobody() || finding.creators().isEmpty();
        Credited credited =
                nobody ? new Credited(Likeness.SAME, 0, 0, true) : Credited.of(asked.billing(), finding, List.of());
        boolean agrees = name.isAlike() && credited.likeness().isAlike();
        Weighing weighing =
                new Weighing(finding, Weighing.product(name, credited.likeness()), agrees ? Rule.NAMES : Rule.UNLIKE);
        weighing.tell("title", question.title(), finding.title(), name);
        weighing.tell(
                "credit",
                nobody ? Speaks.NEITHER : credited.likeness().isAlike() ? Speaks.FOR : Speaks.AGAINST,
                question.credit(),
                finding.credit(),
                nobody ? "no author known" : credited.likeness().manner().words());
        if (!agrees) {
            weighing.atMost(UNLIKE_MOST, Rule.UNLIKE);
        }
        if (nobody) {
            weighing.atMost(NO_AUTHOR_MOST, Rule.NO_CREDIT);
        }
        Integer year = question.year();
        if (year != null && SongRules.isOf(year, finding.released())) {
            weighing.tell("year", Speaks.FOR, year.toString(), finding.released(), "the same");
            weighing.add(YEAR_AGREES);
        }
        if (asked.claimsAnyBut("", finding)) {
            weighing.settle(agrees ? ID_AGREES : ID_CONTRADICTED, agrees ? Rule.ID_AND_NAMES : Rule.ID_AGAINST_NAMES);
        }
        return weighing;
    }

    private static Likeness name(String told, Finding finding) {
        String title = withoutSeries(told);
        Likeness best = name(title, withoutSeries(finding.title()));
        for (String alias : finding.aliases()) {
            Likeness other = name(title, withoutSeries(alias)).by(Likeness.Manner.ALIAS, ALIAS);
            best = other.isAlike() && other.isBetterThan(best) ? other : best;
        }
        return best;
    }

    /** The whole titles, else what stands before a colon where only one side has one. */
    private static Likeness name(String told, String found) {
        Likeness whole = Sameness.of(Name.of(told), Name.of(found));
        boolean one = told.indexOf(':') > 0;
        boolean other = found.indexOf(':') > 0;
        if (whole.isAlike() || one == other) {
            return whole;
        }
        Likeness heads = Sameness.of(Name.of(head(told)), Name.of(head(found))).by(Likeness.Manner.SUBTITLE, SUBTITLE);
        return heads.isBetterThan(whole) ? heads : whole;
    }

    private static String head(String title) {
        int colon = title.indexOf(':');
        return colon > 0 ? title.substring(0, colon) : title;
    }

    /** "Dune (Dune Chronicles, #1)" is told by shops; the bracket is the series. */
    private static String withoutSeries(String title) {
        int open = title.endsWith(")") ? title.lastIndexOf('(') : -1;
        return open > 0 && title.indexOf('#', open) > 0
                ? title.substring(0, open).strip()
                : title;
    }
}
