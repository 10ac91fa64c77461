package io.reprise.adapters.webpage;

import io.reprise.http.Json;
import io.reprise.http.JsonTree;
import io.reprise.http.PoliteClient;
import io.reprise.http.Politeness;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.AuthorityName;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page itself as the authority on an article: one request for one page that the user has read, and what its head
 * says. Pages on private networks are not asked for unless that is allowed. Thread-safe.
 */
public final class Webpage implements Authority, AutoCloseable {
    static final int BODY_BYTES_MAX = 4 * 1024 * 1024;
    private static final String WORD = "webpage";
    /** Known where no pages are asked, too. */
    public static final AuthorityName NAME =
            new AuthorityName(WORD, "The page itself", new Terms("the publisher's", ""));

    private static final String URL = "url";
    private static final JsonMapper JSON = Json.mapper();

    private final PoliteClient client;
    private final Fetching fetching;
    private final Answers answers;

    /** Which hosts may be asked. */
    public enum Hosts {
        PUBLIC_ONLY,
        PRIVATE_TOO
    }

    /** {@code politeness} is the program's; redirects and size are bounded further here. */
    public Webpage(Politeness politeness, InstantSource clock, Answers answers, Hosts hosts) {
        this(politeness, clock, answers, new PublicAddresses(InetAddress::getAllByName, hosts == Hosts.PRIVATE_TOO));
    }

    Webpage(Politeness politeness, InstantSource clock, Answers answers, PublicAddresses guard) {
        this.client = new PoliteClient(politeness.withoutRedirects(BODY_BYTES_MAX), clock);
        this.fetching = new Fetching(client, guard);
        this.answers = answers;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return NAME.title();
    }

    @Override
    public Set<MediaKind> kinds() {
        return Set.of(MediaKind.ARTICLE);
    }

    @Override
    public Terms terms() {
        return NAME.terms();
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public List<Finding> ask(Question question) {
        if (question.kind() != MediaKind.ARTICLE) {
            return List.of();
        }
        return question
                .id(URL)
                .flatMap(Fetching::address)
                .flatMap(address -> answers.of(WORD, address.toString(), () -> facts(address))
                        .map(JsonTree::of)
                        .flatMap(facts -> finding(facts, address)))
                .stream()
                .toList();
    }

    /** Only what the page says of itself is remembered, not the page. */
    private Optional<byte[]> facts(URI address) {
        return fetching.page(address).map(PageFacts::of).map(JSON::writeValueAsBytes);
    }

    private static Optional<Finding> finding(JsonTree facts, URI asked) {
        if (facts.text("title").isEmpty()) {
            return Optional.empty();
        }
        ExternalId id = new ExternalId(URL, facts.text("address"));
        ExternalId told = new ExternalId(URL, asked.toString());
        String site = facts.text("site");
        String host = URI.create(facts.text("address")).getHost();
        return Optional.of(new Finding(
                id,
                told.equals(id) ? null : told,
                MediaKind.ARTICLE,
                facts.text("title"),
                authors(facts.texts("authors")),
                Optional.of(new Finding.Container(
                        ContainerKind.FEED, new ExternalId("site", host), site, "", "", "", List.of())),
                null,
                null,
                null,
                facts.text("published"),
                "",
                List.of(),
                List.of(),
                List.of(),
                1));
    }

    private static List<Finding.Creator> authors(List<String> names) {
        List<Finding.Creator> authors = new ArrayList<>();
        for (String name : names) {
            String join = authors.size() + 1 == names.size() ? "" : ", ";
            authors.add(new Finding.Creator(null, name, "", name, join, "author"));
        }
        return authors;
    }

    @Override
    public void close() {
        client.close();
    }
}
