package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.http.AskedAddress;
import io.reprise.http.Problem;

/** Reads what stands in an address, and says at which address this server was asked. */
final class Addresses {
    private static final int SEGMENT_CHARS_MAX = 10;

    private Addresses() {}

    /** A number in the path, from 1; anything else is a page that is not there. */
    static int number(Context context, String name) {
        String text = context.pathParam(name);
        if (!text.isEmpty() && text.length() < SEGMENT_CHARS_MAX && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(text);
        }
        throw Problem.notFound("There is nothing at " + context.path() + ".")
                .expected("a number")
                .got(text)
                .raised();
    }

    /** As clients outside reach it, also behind a proxy that tells the name it was asked by. */
    static String server(Context context) {
        return AskedAddress.of(context);
    }
}
