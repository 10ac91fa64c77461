package io.reprise.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes iCalendar (RFC 5545): lines end in CRLF and are folded at 75 bytes, between characters. For one thread. */
final class CalendarText {
    static final String CONTENT_TYPE = "text/calendar; charset=utf-8";
    private static final int LINE_BYTES_MAX = 75;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    CalendarText(String name) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Reprise//Reprise//EN");
        line("CALSCALE:GREGORIAN");
        text("X-WR-CALNAME", name);
    }

    /** {@code stamp} in epoch seconds (UTC) is when the entry came about; it stays the same while the entry does. */
    void begin(String uid, long stamp) {
        line("BEGIN:VEVENT");
        text("UID", uid);
        line("DTSTAMP:" + second(stamp));
        line("TRANSP:TRANSPARENT");
    }

    /** From this second (UTC) on; without an end where nothing is known to have been spent. */
    void spent(long from, int seconds) {
        line("DTSTART:" + second(from));
        if (seconds > 0) {
            line("DTEND:" + second(from + seconds));
        }
    }

    void wholeDay(LocalDate day) {
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
        line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(1)));
    }

    void text(String property, String text) {
        line(property + ":" + Escapes.calendar(text));
    }

    void end() {
        line("END:VEVENT");
    }

    String done() {
        line("END:VCALENDAR");
        return out.toString();
    }

    private void line(String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            String letter = Character.toString(c);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE_BYTES_MAX) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(letter);
            bytes += size;
            i += letter.length();
        }
        out.append("\r\n");
    }

    private static String second(long epochSecond) {
        return SECOND.format(Instant.ofEpochSecond(epochSecond));
    }
}
