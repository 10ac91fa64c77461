package io.reprise.app;

import io.reprise.adapters.mail.MailServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What messages to people need: the address under which they reach the server, and the server that mails are given to;
 * each empty where it is not set. Immutable.
 */
public record MessageConfig(Optional<URI> home, Optional<MailServer> mail) {
    /** No links, no mail. */
    public static final MessageConfig NONE = new MessageConfig(Optional.empty(), Optional.empty());

    static MessageConfig read(Map<Setting, Told> all) {
        return new MessageConfig(home(all.get(Setting.PUBLIC_URL)), mail(all));
    }

    private static Optional<URI> home(@Nullable Told told) {
        if (told == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(told.value());
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            throw new BadSetting(told, "an address of the web, as https://reprise.example");
        }
        throw new BadSetting(told, "an address of the web, as https://reprise.example");
    }

    private static Optional<MailServer> mail(Map<Setting, Told> all) {
        Told url = all.get(Setting.SMTP_URL);
        if (url == null) {
            for (Setting other : new Setting[] {Setting.SMTP_PASSWORD, Setting.SMTP_FROM}) {
                Told told = all.get(other);
                if (told != null) {
                    throw new BadSetting(told, "smtp-url beside it, which is not set");
                }
            }
            return Optional.empty();
        }
        MailServer.Sender from = from(all.get(Setting.SMTP_FROM), url);
        Told password = all.get(Setting.SMTP_PASSWORD);
        try {
            return Optional.of(MailServer.of(url.value(), password == null ? null : password.value(), from));
        } catch (IllegalArgumentException e) {
            throw new BadSetting(
                    url,
                    "smtp+starttls://USER@HOST:587, smtps://USER@HOST:465 or smtp://HOST:25, and smtp-password for"
                            + " USER; " + e.getMessage());
        }
    }

    private static MailServer.Sender from(@Nullable Told told, Told url) {
        if (told != null) {
            try {
                return MailServer.Sender.of(told.value());
            } catch (IllegalArgumentException e) {
                throw new BadSetting(told, "reprise@example.org or My Reprise <reprise@example.org>");
            }
        }
        return MailServer.userOf(url.value())
                .orElseThrow(() -> new BadSetting(url, "smtp-from beside it, which says whom mails are from"));
    }
}
