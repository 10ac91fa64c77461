package io.reprise.adapters.openlibrary;

import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Open Library: books as works, with the edition that was told; by ISBN or its own ids, else by title and author. At
 * most {@value #REQUESTS_MAX} requests a question. Thread-safe.
 */
public final class OpenLibrary implements Authority {
    public static final URI ADDRESS = URI.create("https://openlibrary.org");
    /** It allows one request a second, and three to a program that names itself and a contact. */
    public static final HostRate RATE = HostRate.of("openlibrary.org", 1, Duration.ofSeconds(1));

    static final int REQUESTS_MAX = 14;
    static final String WORD = "openlibrary";

    /** What takes most of the room in its answers and is not read. */
    private static final String[] UNREAD = {
        "description",
        "excerpts",
        "subjects",
        "subject_people",
        "subject_places",
        "subject_times",
        "covers",
        "photos",
        "links",
        "bio",
        "table_of_contents",
        "notes",
        "source_records",
        "remote_ids"
    };

    private final BookLookup lookup;
    private final BookSearch search;

    public OpenLibrary(URI address, PoliteClient client, Answers answers) {
        Upstream upstream = new Upstream(WORD, address, client, answers).without(UNREAD);
        this.lookup = new BookLookup(upstream);
        this.search = new BookSearch(upstream);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Open Library";
    }

    @Override
    public Set<MediaKind> kinds() {
        return Set.of(MediaKind.BOOK);
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
        if (question.kind() != MediaKind.BOOK) {
            return List.of();
        }
        List<Finding> known = lookup.byIds(question);
        return known.isEmpty() ? search.byNames(question) : known;
    }
}
