package io.reprise.adapters.mail;

/**
 * A mail in plain text to one mailbox. {@code id} is what its Message-ID is made of: the same on each try, so that a
 * mailbox can tell a repetition.
 */
public record Mail(String to, String subject, String text, String id) {
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
