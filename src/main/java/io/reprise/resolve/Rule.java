package io.reprise.resolve;

/**
 * The rule that spoke, by the id under which the ledger, the API and the review page name it. The rules themselves
 * stand in the documentation of this package.
 */
public enum Rule {
    ID_AND_NAMES("id-and-names", "the id was told, and the names agree"),
    ISRC_AND_NAMES("isrc-and-names", "the recording code was told, and the names agree"),
    ID_AGAINST_NAMES("id-against-names", "the id was told, but the names say something else"),
    ADDRESS("address", "it is the same address"),
    NAMES("names", "the names agree"),
    OTHER_SCRIPT("other-script", "the names agree when transliterated"),
    ALIAS("alias", "the authority knows it under this name, too"),
    SUBTITLE("subtitle", "the names agree but for a subtitle"),
    CATALOGUE("catalogue", "it is the same work of the catalogue"),
    NEAR_NAMES("near-names", "the names agree but for a few letters"),
    GUESTS_MISSING("guests-missing", "one side names somebody more"),
    SWAPPED("swapped", "title and artist seem to be swapped"),
    ARTIST_IN_TITLE("artist-in-title", "the artist is named in the title"),
    NO_CREDIT("no-credit", "nobody in particular is credited"),
    NUMBERS("numbers", "season and number agree"),
    OTHER_NUMBERS("other-numbers", "the names agree, but the numbers do not"),
    OTHER_VERSION("other-version", "it is another version"),
    OTHER_GUESTS("other-guests", "other people are credited"),
    OTHER_LENGTH("other-length", "the lengths are too far apart"),
    OTHER_YEAR("other-year", "the years are too far apart"),
    CLAIM_UNKNOWN("claim-unknown", "an id was told that nothing found has"),
    PART("part", "one is only a part of the other"),
    TWO_ALIKE("two-alike", "two findings fit nearly as well"),
    UNLIKE("unlike", "the names are different"),
    NOTHING("nothing", "nothing was found");

    private final String word;
    private final String words;

    Rule(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** Its id; never changes. */
    public String word() {
        return word;
    }

    /** For people, in plain words. */
    public String words() {
        return words;
    }
}
