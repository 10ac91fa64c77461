package io.reprise.playlist;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a rule compares a field: the words of Navidrome's smart playlists, and after them ours. */
enum Operator {
    IS("is", "isNot"),
    IS_NOT("isNot", "is"),
    GT("gt", ""),
    LT("lt", ""),
    CONTAINS("contains", "notContains"),
    NOT_CONTAINS("notContains", "contains"),
    STARTS_WITH("startsWith", ""),
    ENDS_WITH("endsWith", ""),
    IN_THE_RANGE("inTheRange", ""),
    BEFORE("before", ""),
    AFTER("after", ""),
    IN_THE_LAST("inTheLast", "notInTheLast"),
    NOT_IN_THE_LAST("notInTheLast", "inTheLast"),
    IS_MISSING("isMissing", "isPresent"),
    IS_PRESENT("isPresent", "isMissing"),
    GTE("gte", ""),
    LTE("lte", ""),
    IN("in", "notIn"),
    NOT_IN("notIn", "in"),
    MATCHES("matches", ""),
    WEEKDAY("weekday", ""),
    HOUR("hour", ""),
    ON_THIS_DAY("onThisDay", "");

    private static final Set<Operator> OF_TIME = EnumSet.of(IN_THE_LAST, NOT_IN_THE_LAST, WEEKDAY, HOUR, ON_THIS_DAY);
    private static final Set<Operator> OF_TEXT = EnumSet.of(CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES);

    private final String word;
    private final String denialWord;

    Operator(String word, String denialWord) {
        this.word = word;
        this.denialWord = denialWord;
    }

    String word() {
        return word;
    }

    static Optional<Operator> find(String told) {
        return Arrays.stream(values())
                .filter(each -> each.word.equalsIgnoreCase(told.strip()))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Operator::word).toList();
    }

    /** Whether it says that no value fits: so it holds where there is none. */
    boolean isDenial() {
        return this == IS_NOT || this == NOT_CONTAINS || this == NOT_IN || this == NOT_IN_THE_LAST;
    }

    /** The operator that says the opposite; empty where there is none. */
    Optional<Operator> opposite() {
        return find(denialWord);
    }

    /** The same without its denial. */
    Operator affirmed() {
        return isDenial() ? opposite().orElse(this) : this;
    }

    /** Whether it compares several values in a list. */
    boolean takesList() {
        return this == IN || this == NOT_IN || this == WEEKDAY || this == HOUR;
    }

    boolean isOfPresence() {
        return this == IS_MISSING || this == IS_PRESENT;
    }

    /** Whether it makes sense for fields of this type. */
    boolean fits(Measure.Type type) {
        return switch (type) {
            case WORDS -> !OF_TIME.contains(this) && this != IN_THE_RANGE;
            case NUMBER -> !OF_TIME.contains(this) && this != MATCHES;
            case FLAG -> this == IS || this == IS_NOT || this == IN || this == NOT_IN || isOfPresence();
            case DATE -> !OF_TEXT.contains(this);
        };
    }
}
