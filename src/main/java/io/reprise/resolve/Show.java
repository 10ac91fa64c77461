package io.reprise.resolve;

import java.util.Locale;

/** A show's name without the year or the country that tells it from its namesakes: "The Office (US)". */
record Show(Name name, String year, String country) {
    static Show read(String title) {
        String told = title.strip();
        int open = told.endsWith(")") ? told.lastIndexOf('(') : -1;
        if (open > 0) {
            String mark = told.substring(open + 1, told.length() - 1).strip();
            Name rest = Name.of(told.substring(0, open));
            if (mark.length() == 4 && mark.chars().allMatch(Character::isDigit)) {
                return new Show(rest, mark, "");
            }
            if (!country(mark).isEmpty()) {
                return new Show(rest, "", country(mark));
            }
        }
        return new Show(Name.of(told), "", "");
    }

    /** The country's two letters; empty where it is none. */
    static String country(String text) {
        String upper = text.toUpperCase(Locale.ROOT).strip();
        return switch (upper) {
            case "UK", "GB", "UNITED KINGDOM" -> "GB";
            case "US", "USA", "UNITED STATES" -> "US";
            default -> upper.length() == 2 && upper.chars().allMatch(c -> c >= 'A' && c <= 'Z') ? upper : "";
        };
    }
}
