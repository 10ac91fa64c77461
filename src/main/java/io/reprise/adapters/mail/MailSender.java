package io.reprise.adapters.mail;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Gives mails to the SMTP server, one connection for each, bounded in time. Fails in three ways:
 * {@link io.reprise.http.NotAllowed} (the user or password was refused), {@link io.reprise.http.TryLater} (no answer, a
 * broken line, a 4xx) and {@link io.reprise.http.GiveUp} (a 5xx). Thread-safe.
 */
public final class MailSender {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final MailServer server;
    private final InstantSource clock;
    private final Duration answerMax;

    public MailSender(MailServer server, InstantSource clock) {
        this(server, clock, ANSWER_MAX);
    }

    /** {@code answerMax} is the longest wait for the line, and for each answer. */
    public MailSender(MailServer server, InstantSource clock, Duration answerMax) {
        this.server = server;
        this.clock = clock;
        this.answerMax = answerMax;
    }

    /** The server took it: from here on it answers for the mail. */
    public void send(Mail mail) {
        new Posting(server, answerMax).post(mail, clock.instant());
    }
}
