package io.reprise.adapters.wikidata;

import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Wikidata: given one id of a thing, its others. It is asked by ids only, never by names. At most
 * {@value #REQUESTS_MAX} requests a question. Thread-safe.
 */
public final class Wikidata implements Authority {
    public static final URI ADDRESS = URI.create("https://www.wikidata.org");
    /** Fair use is all that is asked for. */
    public static final HostRate RATE = HostRate.of("www.wikidata.org", 2, Duration.ofSeconds(1));

    static final int IDS_MAX = 3;
    static final int REQUESTS_MAX = 2 * IDS_MAX;
    static final String WORD = "wikidata";

    private final Entities entities;

    public Wikidata(URI address, PoliteClient client, Answers answers) {
        this.entities = new Entities(new Upstream(WORD, address, client, answers)
                .without("references", "qualifiers", "qualifiers-order", "hash", "snippet", "property", "datatype"));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Wikidata";
    }

    @Override
    public Set<MediaKind> kinds() {
        return Set.of(MediaKind.SONG, MediaKind.EPISODE, MediaKind.FILM, MediaKind.BOOK, MediaKind.VIDEO);
    }

    @Override
    public Terms terms() {
        return new Terms("CC0-1.0", "");
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public List<Finding> ask(Question question) {
        Map<ExternalId, Finding> found = new LinkedHashMap<>();
        List<ExternalId> ids = question.ids().stream()
                .filter(id -> isAsked(question, id))
                .limit(IDS_MAX)
                .toList();
        for (ExternalId id : ids) {
            named(question, id).stream()
                    .flatMap(item -> entities.item(item, question.kind(), id).stream())
                    .forEach(finding -> found.putIfAbsent(finding.id(), finding));
        }
        return found.values().stream().limit(FINDINGS_MAX).toList();
    }

    private static boolean isAsked(Question question, ExternalId id) {
        return Entities.isItem(id) || Property.asking(question.kind(), id).isPresent();
    }

    /** The item that has this id, where exactly one has. */
    private Optional<String> named(Question question, ExternalId id) {
        return Entities.isItem(id)
                ? Optional.of(id.value())
                : Property.asking(question.kind(), id).flatMap(property -> entities.having(property, id.value()));
    }
}
