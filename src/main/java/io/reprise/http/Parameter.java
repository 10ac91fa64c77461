package io.reprise.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a query string; what does not fit ends in a problem 400 that says what would. */
public final class Parameter {
    private Parameter() {}

    /** A whole number inside the bounds; {@code otherwise} where the parameter is not given. */
    public static long number(Context context, String name, long otherwise, Bounds bounds) {
        String text = context.queryParam(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= bounds.min() && number <= bounds.max()) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, bounds).raised();
        }
        throw wrong(name, text, bounds).raised();
    }

    /** The text given, without the space around it; null where there is none. No text holds a NUL. */
    public static @Nullable String text(Context context, String name) {
        String text = context.queryParam(name);
        if (text != null && text.indexOf('\0') >= 0) {
            throw Problem.badRequest("The parameter " + name + " is not usable.")
                    .expected("text without NUL characters")
                    .where("query parameter " + name)
                    .raised();
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Problem wrong(String name, String text, Bounds bounds) {
        return Problem.badRequest("The parameter " + name + " is not usable.")
                .expected("a whole number from " + bounds.min() + " to " + bounds.max())
                .got(text)
                .where("query parameter " + name);
    }

    /** Both ends belong to it. */
    public record Bounds(long min, long max) {}
}
