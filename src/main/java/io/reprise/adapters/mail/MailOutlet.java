package io.reprise.adapters.mail;

import io.reprise.http.NotAllowed;
import io.reprise.relay.Message;
import io.reprise.relay.Messenger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Mails to the mailbox of a target, which is held as a {@code mailto:} address. Thread-safe. */
public final class MailOutlet implements Messenger {
    private static final String SCHEME = "mailto";
    private static final String NO_SERVER = "this server has nowhere to give mails to; whoever runs it has to set"
            + " smtp-url and smtp-from (docs/config.md) and start it again";

    private final Optional<MailSender> sender;
    private final Optional<URI> home;

    /** {@code sender} is empty where no SMTP server is set. */
    public MailOutlet(Optional<MailSender> sender, Optional<URI> home) {
        this.sender = sender;
        this.home = home;
    }

    @Override
    public String word() {
        return "mail";
    }

    @Override
    public String title() {
        return "E-mail";
    }

    @Override
    public Optional<URI> home() {
        return home;
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, false);
    }

    @Override
    public URI addressOf(String text) {
        String plain = text.strip();
        String mailbox = plain.startsWith(SCHEME + ":") ? plain.substring(SCHEME.length() + 1) : plain;
        if (!Mailbox.is(mailbox)) {
            throw new IllegalArgumentException("address: expected your mailbox, such as ada@example.org, got "
                    + (plain.length() > 200 ? plain.substring(0, 200) + "..." : plain));
        }
        if (sender.isEmpty()) {
            throw new IllegalArgumentException("address: " + NO_SERVER);
        }
        try {
            return new URI(SCHEME, mailbox, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("address: expected your mailbox, such as ada@example.org", e);
        }
    }

    @Override
    public void tell(Account account, Message message, String id) {
        MailSender server = sender.orElseThrow(() -> new NotAllowed(NO_SERVER));
        server.send(new Mail(
                account.address().getSchemeSpecificPart(), message.title(), text(message), message.html(), id));
    }

    private static String text(Message message) {
        URI link = message.link();
        return message.text() + "\n" + (link == null ? "" : "\n" + link + "\n")
                + "\n-- \nThis mail was written by Reprise. To stop these, turn the mailbox off on the page Relay.\n";
    }
}
