package io.reprise.adapters.musicbrainz.offline;

import io.reprise.resolve.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which the credit of a question may stand in a dump, folded, as told first: with and without "The",
 * without what video sites add, and each of the artists that it seems to name.
 */
final class CreditForms {
    static final int FORMS_MAX = 10;
    private static final List<String> JOINS = List.of(
            " feat. ",
            " feat ",
            " ft. ",
            " ft ",
            " featuring ",
            " with ",
            " & ",
            " and ",
            " x ",
            " vs. ",
            " vs ",
            " + ",
            ", ",
            "; ",
            " / ",
            "、");
    private static final List<String> ENDINGS = List.of(" - topic", "vevo");

    private final Set<String> forms = new LinkedHashSet<>();

    private CreditForms() {}

    static List<String> of(Question question) {
        CreditForms forms = new CreditForms();
        forms.name(question.credit());
        question.creators().forEach(forms::name);
        forms.parts(question.credit());
        forms.forms.remove("");
        return List.copyOf(forms.forms);
    }

    private void name(String told) {
        String lower = told.strip().toLowerCase(Locale.ROOT);
        add(lower);
        for (String ending : ENDINGS) {
            if (lower.endsWith(ending)) {
                add(lower.substring(0, lower.length() - ending.length()));
            }
        }
        add(lower.startsWith("the ") ? lower.substring(4) : "the " + lower);
        if (lower.endsWith(", the")) {
            add(lower.substring(0, lower.length() - 5));
        }
    }

    private void parts(String credit) {
        String lower = credit.toLowerCase(Locale.ROOT);
        for (String join : JOINS) {
            int at = lower.indexOf(join);
            if (at > 0) {
                add(lower.substring(0, at));
                add(lower.substring(at + join.length()));
            }
        }
    }

    private void add(String name) {
        if (forms.size() < FORMS_MAX && !name.isBlank()) {
            forms.add(LookupText.fold(name));
        }
    }
}
