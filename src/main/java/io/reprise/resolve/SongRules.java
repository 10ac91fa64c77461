package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;
import io.reprise.resolve.Likeness.Manner;
import java.util.Optional;

/** How a song's finding is weighed. */
final class SongRules {
    static final String RECORDING = "mb:recording";
    private static final String ISRC = "isrc";

    private static final int ALIAS = 985;
    private static final int ALIASES_MAX = 40;
    private static final int RELEASE_AGREES = 30;
    private static final int YEAR_AGREES = 10;
    private static final int GUESTS_MISSING = -50;
    private static final int CODE_AGREES = 50;
    private static final int GUESTS_MOST = 700;
    private static final int PART_MOST = 700;
    private static final int NO_CREDIT = 850;
    private static final int NO_CREDIT_MOST = 890;
    private static final int REARRANGED = -50;
    private static final int ID_AGREES = 995;
    private static final int ID_CONTRADICTED = 700;
    private static final int ID_OTHER_LENGTH = 880;

    private SongRules() {}

    static Weighing weigh(Asked asked, Finding finding) {
        Title title = Title.read(finding.title());
        Weighing straight = weigh(asked, finding, title);
        if (!straight.isUnlike()) {
            return straight;
        }
        return rearranged(asked, finding, title)
                .filter(other -> other.raw() > straight.raw())
                .orElse(straight);
    }

    private static Weighing weigh(Asked asked, Finding finding, Title title) {
        Likeness name = name(asked, finding, title);
        boolean nobody = asked.billing().isNobody();
        Credited credited = nobody
                ? new Credited(new Likeness(NO_CREDIT, Manner.PART), 0, 0, true)
                : credited(asked, finding, title);
        Weighing weighing = new Weighing(finding, Weighing.product(name, credited.likeness()), rule(name, credited));
        weighing.tell("title", asked.question().title(), finding.title(), name);
        tellCredit(weighing, asked, finding, credited);
        if (!name.isAlike()) {
            weighing.atMost(PART_MOST, name.manner() == Manner.PART ? Rule.PART : Rule.UNLIKE);
        }
        if (nobody) {
            weighing.atMost(NO_CREDIT_MOST, Rule.NO_CREDIT);
        }
        boolean stranger = name.manner() == Manner.UNLIKE || credited.likeness().manner() == Manner.UNLIKE;
        if (stranger && asked.question().ids().isEmpty()) {
            return weighing;
        }
        weighGuests(weighing, credited);
        Title release = finding.container()
                .map(container -> Title.read(container.title()))
                .orElse(null);
        Versions versions = new Versions(asked, finding, title, release);
        versions.weigh(weighing);
        Lengths.weigh(weighing, asked.question().seconds(), finding.seconds());
        weighRelease(weighing, asked, finding, versions.isSameRelease());
        weighIds(weighing, asked, finding, new Fit(name, credited, versions));
        return weighing;
    }

    private record Fit(Likeness name, Credited credited, Versions versions) {
        boolean agrees() {
            return name.isAlike()
                    && credited.likeness().permille() >= NO_CREDIT
                    && !credited.isContradicted()
                    && !versions.titlesContradict();
        }
    }

    private static Likeness name(Asked asked, Finding finding, Title title) {
        Likeness best = asked.title().likeness(title);
        if (best.isAlike() || finding.aliases().isEmpty() || best.manner() == Manner.PART) {
            return best;
        }
        for (String alias : finding.aliases()
                .subList(0, Math.min(ALIASES_MAX, finding.aliases().size()))) {
            Likeness likeness = asked.title().likeness(Title.read(alias)).by(Manner.ALIAS, ALIAS);
            best = likeness.isAlike() && likeness.isBetterThan(best) ? likeness : best;
        }
        return best;
    }

    private static Credited credited(Asked asked, Finding finding, Title title) {
        Credited best = Credited.of(asked.billing(), finding, title.guests());
        if (best.likeness().isAlike() || finding.aliases().isEmpty()) {
            return best;
        }
        for (String alias : finding.aliases()
                .subList(0, Math.min(ALIASES_MAX, finding.aliases().size()))) {
            Likeness likeness =
                    Sameness.of(asked.billing().whole(), Name.of(alias)).by(Manner.ALIAS, ALIAS);
            if (likeness.isAlike() && likeness.isBetterThan(best.likeness())) {
                best = new Credited(likeness, 0, 0, true);
            }
        }
        return best;
    }

    private static Rule rule(Likeness name, Credited credited) {
        if (!name.isAlike() || !credited.likeness().isAlike()) {
            return Rule.UNLIKE;
        }
        Likeness weaker = name.isBetterThan(credited.likeness()) ? credited.likeness() : name;
        return switch (weaker.manner()) {
            case SAME, SPELLING -> Rule.NAMES;
            case OTHER_SCRIPT -> Rule.OTHER_SCRIPT;
            case ALIAS -> Rule.ALIAS;
            case SUBTITLE -> Rule.SUBTITLE;
            case CATALOGUE -> Rule.CATALOGUE;
            case TYPO -> Rule.NEAR_NAMES;
            case PART -> Rule.PART;
            case UNLIKE -> Rule.UNLIKE;
        };
    }

    private static void tellCredit(Weighing weighing, Asked asked, Finding finding, Credited credited) {
        String words = credited.likeness().manner().words();
        if (credited.missing() > 0) {
            words += ", " + credited.missing() + " of the authority's names not told";
        }
        if (credited.extra() > 0) {
            words += ", " + credited.extra() + " told that the authority does not name";
        }
        boolean speaksFor = credited.likeness().isAlike() && credited.isSame();
        boolean against = !credited.likeness().isAlike() || credited.isContradicted();
        weighing.tell(
                "credit",
                speaksFor ? Speaks.FOR : against ? Speaks.AGAINST : Speaks.NEITHER,
                asked.question().credit(),
                finding.credit(),
                words);
    }

    private static void weighGuests(Weighing weighing, Credited credited) {
        if (!credited.likeness().isAlike()) {
            return;
        }
        if (credited.isContradicted()) {
            weighing.atMost(GUESTS_MOST, Rule.OTHER_GUESTS);
        } else if (!credited.isSame()) {
            weighing.add(GUESTS_MISSING);
            weighing.because(Rule.GUESTS_MISSING);
        }
    }

    private static void weighRelease(Weighing weighing, Asked asked, Finding finding, boolean same) {
        Optional<Finding.Container> container = finding.container();
        if (asked.hasContainer() && container.isPresent()) {
            String told = asked.question().container();
            String words = same ? "the same" : "different, which says little: songs are on many";
            weighing.tell(
                    "release",
                    same ? Speaks.FOR : Speaks.NEITHER,
                    told,
                    container.get().title(),
                    words);
            weighing.add(same ? RELEASE_AGREES : 0);
        }
        Integer year = asked.question().year();
        if (year != null
                && (isOf(year, finding.released())
                        || container.filter(c -> isOf(year, c.released())).isPresent())) {
            weighing.tell("year", Speaks.FOR, year.toString(), year.toString(), "the same");
            weighing.add(YEAR_AGREES);
        }
    }

    static boolean isOf(int year, String date) {
        return date.length() >= 4 && date.startsWith(Integer.toString(year));
    }

    private static void weighIds(Weighing weighing, Asked asked, Finding finding, Fit fit) {
        boolean recording = asked.claims(RECORDING, finding);
        boolean code = asked.claims(ISRC, finding);
        if (!recording && !code) {
            return;
        }
        boolean agrees = fit.agrees();
        String scheme = recording ? RECORDING : ISRC;
        String told = asked.question().id(scheme).orElse("");
        weighing.tell(
                scheme,
                agrees ? Speaks.FOR : Speaks.AGAINST,
                told,
                told,
                agrees ? "the names agree" : "told, but the names contradict");
        if (!agrees) {
            weighing.settle(ID_CONTRADICTED, Rule.ID_AGAINST_NAMES);
        } else if (recording && Lengths.areApart(asked.question().seconds(), finding.seconds())) {
            weighing.settle(ID_OTHER_LENGTH, Rule.OTHER_LENGTH);
        } else if (recording) {
            weighing.settle(ID_AGREES, Rule.ID_AND_NAMES);
        } else {
            weighing.add(CODE_AGREES);
            weighing.because(Rule.ISRC_AND_NAMES);
        }
    }

    /** Title and artist swapped, or both told in the title: worth a little less, so a second witness is needed. */
    private static Optional<Weighing> rearranged(Asked asked, Finding finding, Title title) {
        Question question = asked.question();
        Asked apart = asked.artistInTitle();
        if (apart != null) {
            Name artist = apart.billing().whole();
            boolean told = Sameness.of(artist, asked.billing().whole()).isAlike();
            Weighing weighing = weigh(apart, finding, title);
            if (!weighing.isUnlike()) {
                weighing.add(told ? 0 : REARRANGED);
                weighing.because(Rule.ARTIST_IN_TITLE);
                return Optional.of(weighing);
            }
        }
        if (asked.billing().isNobody()
                || !Sameness.of(asked.title().whole(), Name.of(finding.credit()))
                        .isAlike()) {
            return Optional.empty();
        }
        Weighing weighing = weigh(asked.read(question.title(), question.credit()), finding, title);
        weighing.add(REARRANGED);
        weighing.because(Rule.SWAPPED);
        return Optional.of(weighing);
    }
}
