package io.reprise.adapters.musicbrainz.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The forms that a title may have in a dump, folded, as told first: without guests, without what stands in brackets or
 * after a dash at its end. Which of them is meant is judged elsewhere.
 */
final class TitleForms {
    static final int FORMS_MAX = 6;
    private static final int BRACKETS_MAX = 4;
    private static final List<String> GUESTS = List.of(" feat. ", " feat ", " ft. ", " ft ", " featuring ");

    private TitleForms() {}

    static List<String> of(String title) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(LookupText.fold(title));
        List<String> told = new ArrayList<>(List.of(title));
        String unguested = withoutGuests(title);
        told.add(unguested);
        String shorter = unguested;
        for (int i = 0; i < BRACKETS_MAX && !withoutBracket(shorter).equals(shorter); i++) {
            shorter = withoutBracket(shorter);
            told.add(shorter);
        }
        int dash = shorter.lastIndexOf(" - ");
        if (dash > 0) {
            told.add(shorter.substring(0, dash));
        }
        for (String each : told) {
            String folded = LookupText.fold(each);
            if (!folded.isEmpty() && forms.size() < FORMS_MAX) {
                forms.add(folded);
            }
        }
        forms.remove("");
        return List.copyOf(forms);
    }

    private static String withoutGuests(String title) {
        String lower = title.toLowerCase(Locale.ROOT).replace('(', ' ').replace('[', ' ');
        if (lower.length() != title.length()) {
            return title;
        }
        for (String guests : GUESTS) {
            int at = lower.indexOf(guests);
            if (at > 0) {
                boolean isBracketed = title.charAt(at) == '(' || title.charAt(at) == '[';
                int end = isBracketed ? title.indexOf(title.charAt(at) == '(' ? ')' : ']', at) : -1;
                String rest = end < 0 ? "" : title.substring(end + 1);
                return (title.substring(0, at) + rest).strip();
            }
        }
        return title;
    }

    private static String withoutBracket(String title) {
        String stripped = title.strip();
        char open = stripped.endsWith(")") ? '(' : stripped.endsWith("]") ? '[' : 0;
        int at = open == 0 ? -1 : stripped.lastIndexOf(open);
        return at > 0 ? stripped.substring(0, at).strip() : title;
    }
}
