package io.reprise.report;

import io.reprise.history.Names;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Numbers in the sentences of answers: English, the same for every reader. */
final class Say {
    /** The sentence where nothing was played. */
    static final String NOTHING = "Nothing was played here.";

    private static final long HOUR_SECONDS = 3600;

    private Say() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 play", "1,204 plays". */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** "12 % more", "40 % less", "as much". */
    static String change(long now, long before) {
        long percent = Math.round(100.0 * (now - before) / before);
        return percent == 0 ? "as much" : number(Math.abs(percent)) + " % " + (percent > 0 ? "more" : "less");
    }

    /** A name as it stands in a sentence: titles in quotation marks, creators without. */
    static String named(Names names, Subject subject, int number) {
        return named(subject, subject.name(names, number));
    }

    static String named(Subject subject, String name) {
        return switch (subject) {
            case CREATOR -> name;
            case ITEM, CONTAINER -> "“" + name + "”";
        };
    }

    /** "21 November 2019". */
    static String date(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day.getMonth()) + " " + day.getYear();
    }

    static String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** "23:05". */
    static String time(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /** "12.4". */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** "“Says” by Nils Frahm"; the name alone where nobody is credited. */
    static String thing(Names names, Subject subject, int number) {
        String credit = subject.credit(names, number);
        return named(names, subject, number) + (credit.isEmpty() ? "" : " by " + credit);
    }

    /** "3 creators", "1 item". */
    static String things(long count, Subject subject) {
        return count(count, subject.word(), subject.word() + "s");
    }

    /** "21 November 2019", of days since 1970-01-01. */
    static String day(int day) {
        return date(LocalDate.ofEpochDay(day));
    }

    static String percent(double part, double whole) {
        return whole == 0 ? "0 %" : Math.round(100 * part / whole) + " %";
    }

    /** "40 min", "12 h". */
    static String span(long seconds) {
        return seconds < HOUR_SECONDS
                ? number(Math.round(seconds / 60.0)) + " min"
                : number(Math.round((double) seconds / HOUR_SECONDS)) + " h";
    }
}
