package io.reprise.adapters.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail to one mailbox, in plain text and, where {@code html} is not null, as HTML beside it. {@code id} is what its
 * Message-ID is made of: the same on each try, so that a mailbox can tell a repetition.
 */
public record Mail(
        String to, String subject, String text, @Nullable String html, String id) {
    /** In plain text alone. */
    public Mail(String to, String subject, String text, String id) {
        this(to, subject, text, null, id);
    }

    public Mail {
        Mailbox.check(to);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the subject of a mail is one line, not: " + subject);
        }
        if (!id.matches("[A-Za-z0-9.-]{1,100}")) {
            throw new IllegalArgumentException("the id of a mail is letters, digits, dots and dashes, not: " + id);
        }
    }
}
