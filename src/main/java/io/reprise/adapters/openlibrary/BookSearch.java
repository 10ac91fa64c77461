package io.reprise.adapters.openlibrary;

import io.reprise.http.JsonTree;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Books by title and author: {@code /search.json}. */
final class BookSearch {
    private static final int RESULTS_MAX = 10;
    private static final double FALL = 0.05;
    private static final String WITH = "&limit=" + RESULTS_MAX
            + "&fields=key,title,subtitle,author_name,author_key,author_alternative_name,first_publish_year";

    private final Upstream upstream;

    BookSearch(Upstream upstream) {
        this.upstream = upstream;
    }

    List<Finding> byNames(Question question) {
        String author = question.creators().isEmpty()
                ? question.credit()
                : question.creators().getFirst();
        if (question.title().isBlank() || author.isBlank()) {
            return List.of();
        }
        String path = "/search.json?title=" + Upstream.encoded(question.title().strip()) + "&author="
                + Upstream.encoded(author.strip()) + WITH;
        List<Finding> found = new ArrayList<>();
        for (JsonTree result : upstream.list(path, "docs")) {
            finding(result, Math.max(0, 1 - FALL * found.size())).ifPresent(found::add);
        }
        return found.stream().limit(RESULTS_MAX).toList();
    }

    /** The order of the results is all that is told of how sure the search is. */
    private static Optional<Finding> finding(JsonTree result, double weight) {
        String olid = BookReader.olid(result.text("key"));
        if (olid.isEmpty() || result.text("title").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                new ExternalId(BookReader.SCHEME, olid),
                null,
                MediaKind.BOOK,
                result.text("title"),
                authors(result),
                Optional.empty(),
                null,
                null,
                null,
                result.text("first_publish_year"),
                result.text("subtitle"),
                List.of(),
                List.of(),
                List.of(),
                weight));
    }

    private static List<Finding.Creator> authors(JsonTree result) {
        List<String> names = result.texts("author_name");
        List<String> keys = result.texts("author_key");
        int count = Math.min(names.size(), BookReader.AUTHORS_MAX);
        // The alternative names are those of all authors together, so they are a sole author's only.
        List<String> others = names.size() == 1 ? result.texts("author_alternative_name") : List.of();
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> BookReader.author(
                        keys.size() == names.size() ? keys.get(i) : null, names.get(i), i + 1 == count, others))
                .toList();
    }
}
