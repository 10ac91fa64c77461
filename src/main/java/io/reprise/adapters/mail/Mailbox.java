package io.reprise.adapters.mail;

import java.util.regex.Pattern;

/** What a mailbox looks like: ASCII, one at-sign, no name beside it, no quotes. Stateless; thread-safe. */
final class Mailbox {
    private static final int CHARS_MAX = 254;
    private static final Pattern PATTERN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
                    + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private Mailbox() {}

    static boolean is(String text) {
        return text.length() <= CHARS_MAX && PATTERN.matcher(text).matches();
    }

    static void check(String text) {
        if (!is(text)) {
            throw new IllegalArgumentException("expected a mailbox such as ada@example.org, got "
                    + (text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) + "..." : text));
        }
    }

    static String domain(String mailbox) {
        return mailbox.substring(mailbox.lastIndexOf('@') + 1);
    }
}
