package io.reprise.adapters.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that mails are given to, and whom they are from. {@code user} and {@code password} are both there or
 * both null, and are only shown to a server that is encrypted or on this machine. Never prints the password. Immutable.
 */
public record MailServer(
        Security security,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Sender from) {
    private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

    /** How the line is kept from listeners. */
    public enum Security {
        /** TLS from the first byte, {@code smtps}, port 465. */
        TLS("smtps", 465),
        /** TLS after STARTTLS, without which nothing is sent, {@code smtp+starttls}, port 587. */
        STARTTLS("smtp+starttls", 587),
        /** Not at all, {@code smtp}, port 25: for a server on the same machine or network. */
        NONE("smtp", 25);

        private final String scheme;
        private final int port;

        Security(String scheme, int port) {
            this.scheme = scheme;
            this.port = port;
        }
    }

    /** A mailbox and the name beside it, which may be empty. */
    public record Sender(String mailbox, String name) {
        public Sender {
            Mailbox.check(mailbox);
        }

        /** Reads {@code reprise@example.org} or {@code Reprise <reprise@example.org>}. */
        public static Sender of(String text) {
            Matcher named = NAMED.matcher(text.strip());
            return named.matches()
                    ? new Sender(named.group(2).strip(), named.group(1).strip().replace("\"", ""))
                    : new Sender(text.strip(), "Reprise");
        }
    }

    public MailServer {
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(
                    user == null
                            ? "a password is set, but the address names no user, as in smtp+starttls://USER@HOST"
                            : "the address names a user, but no password is set");
        }
        if (user != null && security == Security.NONE && !HERE.contains(host)) {
            throw new IllegalArgumentException("smtp:// would send the password unencrypted to " + host
                    + "; expected smtp+starttls:// or smtps://");
        }
    }

    /** Reads an address such as {@code smtp+starttls://user@host:587}; what is wrong with it ends in an exception. */
    public static MailServer of(String address, @Nullable String password, Sender from) {
        URI uri = uri(address);
        Security security = security(uri);
        String told = uri.getUserInfo();
        if (told != null && told.contains(":")) {
            throw new IllegalArgumentException("the address holds a password, which has a setting of its own");
        }
        if (uri.getHost() == null
                || !(uri.getPath() == null || uri.getPath().matches("/?"))
                || uri.getQuery() != null) {
            throw new IllegalArgumentException("expected nothing behind the host and its port");
        }
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        return new MailServer(security, host, uri.getPort() < 0 ? security.port : uri.getPort(), told, password, from);
    }

    /** The user that such an address names, where it is a mailbox that mails may be from. */
    public static Optional<Sender> userOf(String address) {
        try {
            return Optional.ofNullable(new URI(address).getUserInfo())
                    .filter(Mailbox::is)
                    .map(Sender::of);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "an at-sign in the user is written %40, and no sign but those of an address may stand in it", e);
        }
    }

    private static Security security(URI uri) {
        for (Security security : Security.values()) {
            if (security.scheme.equals(uri.getScheme())) {
                return security;
            }
        }
        throw new IllegalArgumentException("expected smtps://, smtp+starttls:// or smtp://");
    }

    @Override
    public String toString() {
        return security.scheme + "://" + host + ":" + port;
    }
}
