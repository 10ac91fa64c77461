package io.reprise.report;

import io.reprise.history.Names;
import java.util.Locale;
import java.util.Optional;

/** What a chart, a search or a page is about. */
public enum Subject {
    CREATOR,
    CONTAINER,
    ITEM;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subject with this word or its plural, in any case; empty where there is none. */
    public static Optional<Subject> ofWord(String text) {
        for (Subject subject : values()) {
            if (subject.name().equalsIgnoreCase(text) || (subject.name() + "s").equalsIgnoreCase(text)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    int last(Names names) {
        return switch (this) {
            case CREATOR -> names.lastCreator();
            case CONTAINER -> names.lastContainer();
            case ITEM -> names.lastItem();
        };
    }

    /** The number it stands under now; 0 where there is none of this number. */
    int canonical(Names names, int number) {
        if (number < 1 || number > last(names)) {
            return 0;
        }
        return switch (this) {
            case CREATOR -> names.canonicalCreator(number);
            case CONTAINER -> names.canonicalContainer(number);
            case ITEM -> names.canonicalItem(number);
        };
    }

    String name(Names names, int number) {
        return switch (this) {
            case CREATOR -> names.creatorName(number);
            case CONTAINER -> names.containerTitle(number);
            case ITEM -> names.title(number);
        };
    }

    String credit(Names names, int number) {
        return switch (this) {
            case CREATOR -> "";
            case CONTAINER -> names.containerCredit(number);
            case ITEM -> names.creditText(number);
        };
    }
}
