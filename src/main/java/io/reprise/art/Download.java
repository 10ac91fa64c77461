package io.reprise.art;

import io.reprise.http.Answer;
import io.reprise.http.GiveUp;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches what lies at an address: at most {@value #REDIRECTS_MAX} redirects, each to the same host or to a domain that
 * the source names, never from https to http. Thread-safe.
 */
final class Download {
    static final int REDIRECTS_MAX = 5;
    /** The most bytes that a picture from outside may have. */
    static final long BYTES_MAX = 10L * 1024 * 1024;

    private static final int MULTIPLE_CHOICES = 300;

    private final PoliteClient client;

    /** The client follows no redirects, and bounds what it reads. */
    Download(PoliteClient client) {
        this.client = client;
    }

    /**
     * The bytes; empty where there are none to be had: not there, not for us, too many, sent on too far. Throws a
     * {@link io.reprise.http.TryLater} where the server is away or busy.
     */
    Optional<byte[]> bytes(URI address, Set<String> sendsOnTo) {
        URI at = address;
        for (int stop = 0; stop <= REDIRECTS_MAX; stop++) {
            Optional<Answer> answer = answer(at);
            if (answer.isEmpty() || answer.get().status() < MULTIPLE_CHOICES) {
                return answer.map(Answer::body).filter(body -> body.length > 0);
            }
            URI before = at;
            Optional<URI> next = answer.get()
                    .header("Location")
                    .flatMap(Download::location)
                    .map(before::resolve)
                    .filter(to -> mayFollow(before, to, sendsOnTo));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }

    private Optional<Answer> answer(URI at) {
        try {
            return Optional.of(client.send(Outgoing.get(at).with("Accept", "image/jpeg, image/png, image/gif")));
        } catch (NotAllowed | GiveUp e) {
            return Optional.empty();
        }
    }

    private static boolean mayFollow(URI from, URI to, Set<String> domains) {
        String host = to.getHost();
        boolean isWeb =
                "https".equals(to.getScheme()) || "http".equals(to.getScheme()) && "http".equals(from.getScheme());
        if (host == null || !isWeb || to.getUserInfo() != null) {
            return false;
        }
        boolean sameHost = host.equals(from.getHost()) && to.getPort() == from.getPort();
        return sameHost || domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    private static Optional<URI> location(String text) {
        try {
            return Optional.of(new URI(text.strip().replace(" ", "%20")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
