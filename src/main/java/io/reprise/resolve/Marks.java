package io.reprise.resolve;

import java.util.EnumMap;
import java.util.Map;

/** The version marks of one title, each with its detail (who remixed, where it was live, which year), maybe empty. */
final class Marks {
    static final Marks NONE = new Marks();

    private final Map<Mark, String> details = new EnumMap<>(Mark.class);

    void add(Mark mark, String detail) {
        details.merge(mark, detail, (one, other) -> (one + " " + other).strip());
    }

    void addAll(Marks others) {
        others.details.forEach(this::add);
    }

    boolean has(Mark mark) {
        return details.containsKey(mark);
    }

    boolean isEmpty() {
        return details.isEmpty();
    }

    /** Its detail as plain words; empty where there is none. */
    String detail(Mark mark) {
        return details.getOrDefault(mark, "");
    }

    /** For people: the marks in words. */
    String inWords() {
        StringBuilder words = new StringBuilder();
        details.forEach((mark, detail) -> words.append(words.isEmpty() ? "" : ", ")
                .append(mark.words())
                .append(detail.isEmpty() ? "" : " (" + detail + ")"));
        return words.isEmpty() ? "no version named" : words.toString();
    }

    @Override
    public String toString() {
        return details.toString();
    }
}
