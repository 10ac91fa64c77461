package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;
import org.jspecify.annotations.Nullable;

/**
 * How an episode's finding is weighed: by its show, its season and number, and its title. Authorities number in several
 * orders, so numbers alone need a second witness, and numbers against a title are a question.
 */
final class EpisodeRules {
    private static final int ID_AGREES = 995;
    private static final int ID_CONTRADICTED = 700;
    private static final int ALL_AGREE = 980;
    private static final int NUMBERS_ONLY = 885;
    private static final int OTHER_NUMBERS_MOST = 850;
    private static final int OTHER_TITLE_MOST = 750;
    private static final int ALIAS = 970;
    private static final int YEAR_AGREES = 20;

    private EpisodeRules() {}

    static Weighing weigh(Asked asked, Finding finding) {
        Likeness show = show(asked, finding);
        Title title = Title.read(finding.title());
        boolean untitled = isUntitled(asked);
        Likeness name = untitled ? Likeness.UNLIKE : asked.title().likeness(title);
        for (String alias : finding.aliases()) {
            Likeness other =
                    untitled ? name : asked.title().likeness(Title.read(alias)).by(Likeness.Manner.ALIAS, ALIAS);
            name = other.isAlike() && other.isBetterThan(name) ? other : name;
        }
        Question question = asked.question();
        Numbers numbers = Numbers.of(question, finding);
        Weighing weighing = weigh(finding, show, name, numbers, untitled);
        weighing.tell("show", question.container(), container(finding), show);
        if (!untitled) {
            weighing.tell("title", question.title(), finding.title(), name);
        }
        weighing.tell(
                "number",
                numbers.speaks(),
                number(question.season(), question.number()),
                number(finding.season(), finding.number()),
                numbers.words());
        Lengths.weigh(weighing, question.seconds(), finding.seconds());
        Integer year = question.year();
        if (year != null && SongRules.isOf(year, finding.released())) {
            weighing.tell("year", Speaks.FOR, year.toString(), finding.released(), "the same");
            weighing.add(YEAR_AGREES);
        }
        if (asked.claimsAnyBut("", finding)) {
            boolean agrees = show.isAlike() && (name.isAlike() || numbers == Numbers.SAME)
                    || question.container().isBlank() && name.isAlike();
            weighing.settle(agrees ? ID_AGREES : ID_CONTRADICTED, agrees ? Rule.ID_AND_NAMES : Rule.ID_AGAINST_NAMES);
        }
        return weighing;
    }

    private static Weighing weigh(Finding finding, Likeness show, Likeness name, Numbers numbers, boolean untitled) {
        if (!show.isAlike()) {
            return new Weighing(finding, Weighing.product(show, name), Rule.UNLIKE);
        }
        int worth = show.permille() * (name.isAlike() ? name.permille() : 1000) / 1000;
        if (name.isAlike() && numbers == Numbers.OTHER) {
            Weighing weighing = new Weighing(finding, OTHER_NUMBERS_MOST, Rule.OTHER_NUMBERS);
            weighing.atMost(OTHER_NUMBERS_MOST, Rule.OTHER_NUMBERS);
            return weighing;
        }
        if (name.isAlike()) {
            boolean both = numbers == Numbers.SAME;
            return new Weighing(finding, (both ? ALL_AGREE : Weighing.NAMES) * worth / 1000, Rule.NAMES);
        }
        if (numbers != Numbers.SAME) {
            return new Weighing(finding, Weighing.product(show, Likeness.UNLIKE), Rule.UNLIKE);
        }
        Weighing weighing = new Weighing(finding, NUMBERS_ONLY * worth / 1000, Rule.NUMBERS);
        if (!untitled) {
            weighing.atMost(OTHER_TITLE_MOST, Rule.OTHER_NUMBERS);
        }
        return weighing;
    }

    /** "Episode 5" and the like are no titles. */
    private static boolean isUntitled(Asked asked) {
        String plain = asked.title().whole().plain();
        return plain.isEmpty()
                || plain.chars().allMatch(c -> Character.isDigit(c) || c == ' ')
                || plain.startsWith("episode ") && plain.length() <= 12
                || plain.startsWith("folge ") && plain.length() <= 10
                || plain.equals("tba");
    }

    private static Likeness show(Asked asked, Finding finding) {
        String found = container(finding);
        Show one = Show.read(asked.question().container());
        Show other = Show.read(found);
        String country = finding.container().map(Finding.Container::country).orElse("");
        String begun = finding.container().map(Finding.Container::released).orElse("");
        Likeness likeness = Sameness.of(one.name(), other.name());
        if (!likeness.isAlike()) {
            return likeness;
        }
        String foundYear = other.year().isEmpty() && begun.length() >= 4 ? begun.substring(0, 4) : other.year();
        String foundCountry = other.country().isEmpty() ? country : other.country();
        boolean otherYear =
                !one.year().isEmpty() && !foundYear.isEmpty() && !one.year().equals(foundYear);
        boolean otherCountry = !one.country().isEmpty()
                && !foundCountry.isEmpty()
                && !Show.country(foundCountry).equals(one.country());
        return otherYear || otherCountry ? new Likeness(600, Likeness.Manner.PART) : likeness;
    }

    private static String container(Finding finding) {
        return finding.container().map(Finding.Container::title).orElse("");
    }

    private static String number(@Nullable Integer season, @Nullable Integer number) {
        return number == null ? "" : season == null ? "number " + number : "season " + season + ", number " + number;
    }

    private enum Numbers {
        SAME(Speaks.FOR, "the same"),
        OTHER(Speaks.AGAINST, "different; authorities number in several orders"),
        UNTOLD(Speaks.NEITHER, "not known on both sides");

        private final Speaks speaks;
        private final String words;

        Numbers(Speaks speaks, String words) {
            this.speaks = speaks;
            this.words = words;
        }

        static Numbers of(Question question, Finding finding) {
            Integer asked = question.number();
            Integer found = finding.number();
            if (asked == null || found == null) {
                return UNTOLD;
            }
            Integer season = question.season();
            Integer foundSeason = finding.season();
            boolean sameSeason = season == null || foundSeason == null || season.equals(foundSeason);
            return asked.equals(found) && sameSeason ? SAME : OTHER;
        }

        Speaks speaks() {
            return speaks;
        }

        String words() {
            return words;
        }
    }
}
