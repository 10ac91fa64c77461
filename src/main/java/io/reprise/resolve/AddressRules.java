package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;

/** Articles, podcasts, videos and pictures are what their address or checksum says; names alone are a question. */
final class AddressRules {
    private static final int SAME_ADDRESS = 995;
    private static final int NAMES_MOST = 850;
    private static final int TITLE_ONLY_MOST = 650;

    private AddressRules() {}

    static Weighing weigh(Asked asked, Finding finding) {
        Likeness name = Sameness.of(Name.of(asked.question().title()), Name.of(finding.title()));
        String place = finding.container().map(Finding.Container::title).orElse("");
        boolean samePlace = asked.hasContainer()
                && Sameness.of(Name.of(asked.question().container()), Name.of(place))
                        .isAlike();
        Weighing weighing =
                new Weighing(finding, Weighing.product(name, Likeness.SAME), name.isAlike() ? Rule.NAMES : Rule.UNLIKE);
        weighing.tell("title", asked.question().title(), finding.title(), name);
        weighing.tell(
                "from",
                samePlace ? Speaks.FOR : Speaks.NEITHER,
                asked.question().container(),
                place,
                samePlace ? "the same" : "not known to be the same");
        weighing.atMost(samePlace ? NAMES_MOST : TITLE_ONLY_MOST, name.isAlike() ? Rule.NAMES : Rule.UNLIKE);
        if (asked.claimsAnyBut("", finding)) {
            weighing.settle(SAME_ADDRESS, Rule.ADDRESS);
        }
        return weighing;
    }
}
