package io.reprise.media;

import java.util.ArrayList;
import java.util.List;

/**
 * How an item is credited: the text as told, and the creators it names, in order. An unknown creator is {@link #NONE},
 * never an invented name.
 */
public record Credit(String text, List<CreditedName> names) {
    public static final Credit NONE = new Credit("", List.of());

    public Credit {
        text = text.strip();
        names = List.copyOf(names);
    }

    /** A credit told as one text: one creator, for splitting a text is a decision and not a reading. */
    public static Credit of(String text, String role) {
        return text.isBlank() ? NONE : new Credit(text, List.of(new CreditedName(text, "", role)));
    }

    /** A credit told as a list of names alone; blank ones are left out and the text joins the rest by commas. */
    public static Credit ofList(List<String> names, String role) {
        List<String> told = names.stream()
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .toList();
        return of(String.join(", ", told), told, role);
    }

    /**
     * A credit told both as a text and as the names in it. Where the names stand in the text in their order, what
     * stands between them becomes their join phrases ("A feat. B"); where they do not, they are joined by commas.
     */
    public static Credit of(String text, List<String> names, String role) {
        List<String> told = names.stream()
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .toList();
        if (told.isEmpty()) {
            return of(text, role);
        }
        String line = text.isBlank() ? String.join(", ", told) : text.strip();
        List<CreditedName> credited = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < told.size(); i++) {
            int begin = line.indexOf(told.get(i), at);
            int next = begin < 0 || i + 1 == told.size()
                    ? -1
                    : line.indexOf(told.get(i + 1), begin + told.get(i).length());
            boolean joined = begin >= 0 && next >= 0;
            String join = joined ? line.substring(begin + told.get(i).length(), next) : i + 1 < told.size() ? ", " : "";
            credited.add(new CreditedName(told.get(i), join, role));
            at = begin < 0 ? at : begin + told.get(i).length();
        }
        return new Credit(line, credited);
    }

    public boolean isNone() {
        return names.isEmpty();
    }
}
