package io.reprise.playlist;

/** What a field tells of an item, and in which form. */
enum Measure {
    KIND(Type.WORDS),
    TITLE(Type.WORDS),
    CREATOR(Type.WORDS),
    CONTAINER(Type.WORDS),
    CONTAINER_CREDIT(Type.WORDS),
    GENRE(Type.WORDS),
    COUNTRY(Type.WORDS),
    TAG(Type.WORDS),
    SOURCE(Type.WORDS),
    ID(Type.WORDS),
    /** Known from elsewhere, while nothing here tells it: always missing. */
    UNHELD_WORDS(Type.WORDS),

    YEAR(Type.NUMBER),
    LENGTH(Type.NUMBER),
    PLAYS(Type.NUMBER),
    COMPLETED(Type.NUMBER),
    PARTIAL(Type.NUMBER),
    SKIPS(Type.NUMBER),
    LISTENED(Type.NUMBER),
    FRACTION(Type.NUMBER),
    RATING(Type.NUMBER),
    SCORE(Type.NUMBER),
    SEASON(Type.NUMBER),
    EPISODE(Type.NUMBER),
    RANDOM(Type.NUMBER),
    UNHELD_NUMBER(Type.NUMBER),

    LOVED(Type.FLAG),
    UNHELD_FLAG(Type.FLAG),

    RELEASED(Type.DATE),
    FIRST_PLAYED(Type.DATE),
    LAST_PLAYED(Type.DATE),
    /** Any play's time: a rule holds where one play fits. */
    PLAYED(Type.DATE),
    RATED_AT(Type.DATE),
    LOVED_AT(Type.DATE),
    UNHELD_DATE(Type.DATE);

    /** How values of a field look and compare. */
    enum Type {
        WORDS("text"),
        NUMBER("a number"),
        FLAG("true or false"),
        DATE("a date such as 2024-05-01");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Type type;

    Measure(Type type) {
        this.type = type;
    }

    Type type() {
        return type;
    }
}
