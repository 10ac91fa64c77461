package io.reprise.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The time zone that the user lives in now, as the server knows it. */
record UserClock(ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    static UserClock of(Remote remote) {
        return new UserClock(
                ZoneId.of(remote.get(Query.of("/api/me")).json().path("zone").asString("UTC")));
    }

    /** The local day of a time of the API; empty for an empty text. */
    String day(String time) {
        return time.isEmpty()
                ? ""
                : LocalDate.ofInstant(Instant.parse(time), zone).toString();
    }

    /** The same to the minute. */
    String minute(String time) {
        return time.isEmpty() ? "" : MINUTE.format(Instant.parse(time).atZone(zone));
    }
}
