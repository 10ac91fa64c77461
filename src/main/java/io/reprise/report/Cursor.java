package io.reprise.report;

import io.reprise.history.History;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place between plays, by the time and the scrobble number of a play, as a text that callers hand back unread. */
record Cursor(long at, long number) {
    private static final int RADIX = Character.MAX_RADIX;
    private static final Pattern FORM = Pattern.compile("p(-?[0-9a-z]{1,12})\\.([0-9a-z]{1,12})");

    static Cursor at(History history, int index) {
        return new Cursor(history.at(index), history.number(index));
    }

    static Cursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a cursor is one that an earlier answer gave (such as ps4k2.1z), not '"
                    + (text.length() > 40 ? text.substring(0, 40) + "..." : text)
                    + "'; leave it away to start at the newest play");
        }
        return new Cursor(Long.parseLong(matcher.group(1), RADIX), Long.parseLong(matcher.group(2), RADIX));
    }

    String text() {
        return "p" + Long.toString(at, RADIX) + "." + Long.toString(number, RADIX);
    }

    /**
     * The first index whose play is this one or comes after it. Plays of one second stand in the order of their
     * numbers.
     */
    int firstFrom(History history) {
        int index = history.firstFrom(at);
        while (index < history.size() && history.at(index) == at && history.number(index) < number) {
            index++;
        }
        return index;
    }

    int firstAfter(History history) {
        int index = firstFrom(history);
        return index < history.size() && history.at(index) == at && history.number(index) == number ? index + 1 : index;
    }
}
