package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.catalog.Refusal;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the address of a request; what does not fit is a problem that says what would. */
final class Asked {
    private Asked() {}

    /** The number in the path; what is none, or too large, names nothing and is a problem 404. */
    static long number(Context context, String name) {
        String text = context.pathParam(name);
        if (text.matches("[1-9][0-9]{0,17}")) {
            return Long.parseLong(text);
        }
        throw Problem.notFound("There is nothing of this number here.")
                .expected("a whole number from 1")
                .got(text)
                .where("path")
                .raised();
    }

    /** The same, for what is counted in ints. */
    static int count(Context context, String name) {
        long number = number(context, name);
        return number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
    }

    /** One of some words; {@code otherwise} where the parameter is not given. */
    static <T> T word(Context context, String name, Function<String, Optional<T>> words, Choice<T> choice) {
        String text = Parameter.text(context, name);
        if (text == null) {
            return choice.otherwise();
        }
        return words.apply(text)
                .orElseThrow(() -> Problem.badRequest("The parameter " + name + " is not usable.")
                        .expected("one of " + String.join(", ", choice.words()))
                        .got(text)
                        .where("query parameter " + name)
                        .raised());
    }

    /** What holds where nothing is given, and the words that are taken. */
    record Choice<T>(T otherwise, List<String> words) {}

    static boolean flag(Context context, String name) {
        String text = Parameter.text(context, name);
        if (text == null) {
            return false;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default ->
                throw Problem.badRequest("The parameter " + name + " is not usable.")
                        .expected("true or false")
                        .got(text)
                        .where("query parameter " + name)
                        .raised();
        };
    }

    /**
     * Does what another room may find unreadable; its sentence becomes a problem 400, and tells by itself what came
     * where {@code got} is null.
     */
    static <T> T read(String where, @Nullable Object got, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            Problem problem = Problem.badRequest(String.valueOf(e.getMessage())).where(where);
            throw (got == null ? problem : problem.got(got)).raised();
        }
    }

    /** Does what the ledger may refuse; its sentence becomes a problem 409. */
    static <T> T decide(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (Refusal e) {
            throw Problem.of(409, String.valueOf(e.getMessage())).raised();
        }
    }

    static ProblemException missing(String what, long number) {
        return Problem.notFound("There is no " + what + " with the number " + number + " here.")
                .got(number)
                .where("path")
                .raised();
    }
}
