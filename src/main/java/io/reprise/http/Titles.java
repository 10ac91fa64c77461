package io.reprise.http;

import io.javalin.http.HttpStatus;

/** The usual names of statuses. */
final class Titles {
    private Titles() {}

    static String of(int status) {
        HttpStatus known = HttpStatus.forStatus(status);
        return known == HttpStatus.UNKNOWN ? "Status " + status : known.getMessage();
    }
}
