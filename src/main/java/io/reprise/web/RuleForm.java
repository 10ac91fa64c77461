package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.play.DuplicateRule;
import io.reprise.play.Rung;
import io.reprise.scrobble.Origin;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule for duplicates from the form of its page; what does not fit is an {@link IllegalArgumentException}. A
 * pair of sources is two of their numbers, such as {@code 1-2}.
 */
final class RuleForm {
    private static final int DIGITS_MAX = 6;

    private RuleForm() {}

    static DuplicateRule read(Context context, Map<Integer, Origin> origins) {
        Set<Rung> rungs = EnumSet.noneOf(Rung.class);
        for (Rung rung : Rung.values()) {
            if (context.formParam(rung.word()) != null) {
                rungs.add(rung);
            }
        }
        Set<DuplicateRule.Apart> apart = new HashSet<>();
        for (String pair : context.formParams("apart")) {
            String[] two = pair.split("-", 2);
            apart.add(pair(origins, two[0], two.length == 2 ? two[1] : ""));
        }
        String one = given(context.formParam("one"));
        String other = given(context.formParam("other"));
        if (!one.equals(other)) {
            apart.add(pair(origins, one, other));
        }
        int tolerance = whole(context.formParam("tolerance"));
        return new DuplicateRule(tolerance, tenths(context.formParam("score")), rungs, apart);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static DuplicateRule.Apart pair(Map<Integer, Origin> origins, String one, String other) {
        return new DuplicateRule.Apart(origin(origins, one), origin(origins, other));
    }

    private static Origin origin(Map<Integer, Origin> origins, String number) {
        Origin origin = isWhole(number) ? origins.get(Integer.parseInt(number)) : null;
        if (origin == null) {
            throw new IllegalArgumentException("choose two of your sources to be kept apart");
        }
        return origin;
    }

    private static int whole(@Nullable String text) {
        String told = given(text);
        if (!isWhole(told)) {
            throw new IllegalArgumentException("the tolerance is a whole number of seconds, not “" + told + "”");
        }
        return Integer.parseInt(told);
    }

    private static boolean isWhole(String text) {
        return !text.isEmpty() && text.length() <= DIGITS_MAX && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static double tenths(@Nullable String text) {
        String told = given(text);
        if (!told.matches("[0-9](\\.[0-9])?")) {
            throw new IllegalArgumentException("the score is a number such as 0.7, not “" + told + "”");
        }
        return Double.parseDouble(told);
    }
}
