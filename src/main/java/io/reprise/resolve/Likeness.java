package io.reprise.resolve;

/** How alike two names are, in thousandths, and in which manner. */
record Likeness(int permille, Manner manner) {
    static final Likeness SAME = new Likeness(1000, Manner.SAME);
    static final Likeness UNLIKE = new Likeness(300, Manner.UNLIKE);

    /** From here on two names are taken for one, perhaps with a second witness. */
    static final int ALIKE = 880;

    /** From the strongest to the weakest. */
    enum Manner {
        /** The same words. */
        SAME("the same"),
        /** Articles, "and", numbers, gaps, the order of a person's names. */
        SPELLING("the same but for spelling"),
        /** The same when transliterated. */
        OTHER_SCRIPT("the same in another script"),
        /** A name the authority also knows it by. */
        ALIAS("another name of it"),
        /** A bracket that only one side has. */
        SUBTITLE("the same without its subtitle"),
        /** One work of the classical repertoire, named by its number in a catalogue. */
        CATALOGUE("the same number in the catalogue of works"),
        /** A few letters differ. */
        TYPO("a few letters differ"),
        /** One is contained in the other. */
        PART("one is a part of the other"),
        UNLIKE("different");

        private final String words;

        Manner(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean isAlike() {
        return permille >= ALIKE;
    }

    boolean isBetterThan(Likeness other) {
        return permille > other.permille;
    }

    /** The same, where only so much may be had by this way. */
    Likeness by(Manner way, int most) {
        return new Likeness(permille * most / 1000, way);
    }
}
