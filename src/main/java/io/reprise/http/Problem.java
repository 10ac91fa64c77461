package io.reprise.http;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for the one who asked: {@code application/problem+json} of RFC 9457 with the members
 * {@code expected}, {@code got} and {@code where} (a parameter, a path into the body, a line). {@code detail} is a
 * sentence that says what to do. {@code got} is cut to {@value #GOT_CHARS_MAX} characters. Immutable.
 */
public record Problem(
        int status,
        String title,
        String detail,
        @Nullable String expected,
        @Nullable String got,
        @Nullable String where) {
    static final int GOT_CHARS_MAX = 200;

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, not " + status);
        }
        got = got == null || got.length() <= GOT_CHARS_MAX ? got : got.substring(0, GOT_CHARS_MAX) + "…";
    }

    /** A problem whose title is the usual name of its status. */
    public static Problem of(int status, String detail) {
        return new Problem(status, Titles.of(status), detail, null, null, null);
    }

    public static Problem badRequest(String detail) {
        return of(400, detail);
    }

    public static Problem notFound(String detail) {
        return of(404, detail);
    }

    public Problem expected(@Nullable String words) {
        return new Problem(status, title, detail, words, got, where);
    }

    public Problem got(@Nullable Object found) {
        return new Problem(status, title, detail, expected, found == null ? "nothing" : found.toString(), where);
    }

    public Problem where(String place) {
        return new Problem(status, title, detail, expected, got, place);
    }

    /** What kind of problem this is, as RFC 9457 asks; the status says it all. */
    public String type() {
        return "about:blank";
    }

    /** This problem, thrown. */
    public ProblemException raised() {
        return new ProblemException(this);
    }

    /** All of it in one line, for a terminal or a log; what the detail says already is not said again. */
    public String line() {
        return detail
                + (where == null ? "" : " (where: " + where + ")")
                + (expected == null || detail.contains("expected " + expected) ? "" : " Expected: " + expected + ".")
                + (got == null || detail.contains("got " + got) ? "" : " Got: " + got + ".");
    }
}
