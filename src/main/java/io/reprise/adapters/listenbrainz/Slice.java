package io.reprise.adapters.listenbrainz;

import io.javalin.http.Context;
import io.reprise.http.Problem;

/** Which part of a list is asked for: {@code count} (0 to 1000) after the first {@code offset}. */
record Slice(int count, int offset) {
    static final int COUNT_MAX = 1000;
    private static final int COUNT_OTHERWISE = 25;

    /** Reads {@code count} (a greater one than is given means the greatest) and {@code offset}. */
    static Slice read(Context context) {
        return new Slice((int) Math.min(number(context, "count", COUNT_OTHERWISE), COUNT_MAX), (int)
                Math.min(number(context, "offset", 0), Integer.MAX_VALUE));
    }

    /** For lists that give one at least. */
    int limit() {
        return Math.max(1, count);
    }

    private static long number(Context context, String name, long otherwise) {
        String text = context.queryParam(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number < 0) {
                throw Problem.badRequest("'" + name + "' should be a non-negative integer")
                        .where(name)
                        .raised();
            }
            return number;
        } catch (NumberFormatException e) {
            throw Problem.badRequest("Invalid " + name + " argument: " + RequestJson.shown(text))
                    .where(name)
                    .raised();
        }
    }
}
