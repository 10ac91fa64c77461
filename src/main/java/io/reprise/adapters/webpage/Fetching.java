package io.reprise.adapters.webpage;

import io.reprise.http.Answer;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches one page: follows redirects itself, so that each stop is looked at before it is asked, and drops an answer
 * whose host is no longer public after it came (a name that changes between look-up and connection).
 */
final class Fetching {
    static final int REDIRECTS_MAX = 5;
    private static final int MULTIPLE_CHOICES = 300;

    private final PoliteClient client;
    private final PublicAddresses guard;

    /** The client must not follow redirects. */
    Fetching(PoliteClient client, PublicAddresses guard) {
        this.client = client;
        this.guard = guard;
    }

    /** A page and where it was in the end. */
    record Page(URI address, byte[] body, String contentType) {}

    /** The address, without fragment; empty where it is none. */
    static Optional<URI> address(String text) {
        try {
            URI plain = new URI(text.strip().replace(" ", "%20").replaceFirst("#.*$", ""));
            return plain.getHost() == null ? Optional.empty() : Optional.of(plain);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The page; empty where it is not there, not for us, no HTML, too large, or not on the public network. Throws a
     * {@link io.reprise.http.TryLater} where its server is away or busy.
     */
    Optional<Page> page(URI address) {
        URI at = address;
        for (int stop = 0; stop <= REDIRECTS_MAX; stop++) {
            Optional<Answer> answer = guard.mayAsk(at) ? answer(at) : Optional.empty();
            if (answer.isEmpty() || !guard.mayAsk(at)) {
                return Optional.empty();
            }
            if (answer.get().status() < MULTIPLE_CHOICES) {
                return html(at, answer.get());
            }
            URI before = at;
            Optional<URI> next =
                    answer.get().header("Location").flatMap(Fetching::relative).map(before::resolve);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }

    private static Optional<URI> relative(String location) {
        try {
            return Optional.of(new URI(location.strip().replace(" ", "%20").replaceFirst("#.*$", "")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whoever keeps a page from us, or no longer has it, has told us nothing of it, which is no failure. */
    private Optional<Answer> answer(URI at) {
        try {
            return Optional.of(client.send(Outgoing.get(at).with("Accept", "text/html,application/xhtml+xml")));
        } catch (NotAllowed | GiveUp e) {
            return Optional.empty();
        }
    }

    private static Optional<Page> html(URI at, Answer answer) {
        String type = answer.header("Content-Type").orElse("text/html").toLowerCase(Locale.ROOT);
        boolean isPage = type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
        return isPage ? Optional.of(new Page(at, answer.body(), type)) : Optional.empty();
    }
}
