package io.reprise.adapters.openlibrary;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Books by ids: an ISBN or {@code OL...M} is an edition and leads to its work, {@code OL...W} is a work. */
final class BookLookup {
    static final int IDS_MAX = 2;
    private static final int REDIRECTS_MAX = 1;
    private static final Pattern WORK = Pattern.compile("OL[0-9]{1,10}W");
    private static final Pattern EDITION = Pattern.compile("OL[0-9]{1,10}M");

    private final Upstream upstream;
    private final BookReader reader;

    BookLookup(Upstream upstream) {
        this.upstream = upstream;
        this.reader = new BookReader(upstream);
    }

    /** What is known by the first {@value #IDS_MAX} ids that Open Library has. */
    List<Finding> byIds(Question question) {
        Map<ExternalId, Finding> found = new LinkedHashMap<>();
        question.ids().stream()
                .filter(BookLookup::isKnown)
                .limit(IDS_MAX)
                .forEach(id -> byId(id).ifPresent(finding -> found.putIfAbsent(finding.id(), finding)));
        return List.copyOf(found.values());
    }

    private static boolean isKnown(ExternalId id) {
        return isIsbn(id) || (id.scheme().equals(BookReader.SCHEME) && (isWork(id.value()) || isEdition(id.value())));
    }

    private static boolean isIsbn(ExternalId id) {
        return id.scheme().startsWith("isbn") && Isbn.find(id.value()).isPresent();
    }

    private static boolean isWork(String olid) {
        return WORK.matcher(olid).matches();
    }

    private static boolean isEdition(String olid) {
        return EDITION.matcher(olid).matches();
    }

    private Optional<Finding> byId(ExternalId id) {
        if (!isIsbn(id) && isWork(id.value())) {
            return work(id.value()).flatMap(work -> reader.finding(work, Optional.empty(), id));
        }
        String path = Isbn.find(id.value())
                .filter(isbn -> isIsbn(id))
                .map(isbn -> "/isbn/" + isbn.value())
                .orElse("/books/" + id.value());
        Optional<JsonTree> edition = upstream.thing(path + ".json", "key");
        return edition.flatMap(told -> told.list("works").stream()
                .map(work -> BookReader.olid(work.text("key")))
                .filter(BookLookup::isWork)
                .findFirst()
                .flatMap(this::work)
                .flatMap(work -> reader.finding(work, edition, id)));
    }

    /** The work; where it was merged into another, that one. */
    private Optional<JsonTree> work(String olid) {
        String at = olid;
        for (int i = 0; i <= REDIRECTS_MAX; i++) {
            Optional<JsonTree> work = upstream.thing("/works/" + at + ".json", "key");
            String location = work.map(told -> BookReader.olid(told.text("location")))
                    .filter(BookLookup::isWork)
                    .orElse("");
            if (location.isEmpty()) {
                return work;
            }
            at = location;
        }
        return Optional.empty();
    }
}
