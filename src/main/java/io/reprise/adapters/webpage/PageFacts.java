package io.reprise.adapters.webpage;

import io.reprise.http.JsonTree;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page says of itself: its own address, title, authors, site and day. JSON-LD is believed before Open Graph, and
 * that before the rest of the head.
 */
record PageFacts(String address, String title, List<String> authors, String site, String published) {
    private static final int AUTHORS_MAX = 10;
    private static final int ADDRESS_CHARS_MAX = 2_000;
    private static final Pattern DAY = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})(?:[T ].*)?$");

    static PageFacts of(Fetching.Page page) {
        HeadTags head = HeadTags.of(PageText.of(page));
        Optional<JsonTree> article = LinkedArticle.in(head.blocks());
        return new PageFacts(
                address(page.address(), head),
                first(linked(article, "headline"), head.meta("og:title"), head.title(), linked(article, "name")),
                authors(head, article),
                first(
                        head.meta("og:site_name"),
                        article.map(told -> told.at("publisher").text("name")).orElse(""),
                        page.address().getHost()),
                day(
                        linked(article, "datePublished"),
                        head.meta("article:published_time"),
                        head.meta("datepublished"),
                        head.meta("date"),
                        head.meta("dc.date"),
                        head.meta("dcterms.created")));
    }

    private static String linked(Optional<JsonTree> article, String name) {
        return article.map(told -> PageText.plain(told.text(name))).orElse("");
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static String day(String... texts) {
        return Stream.of(texts)
                .map(DAY::matcher)
                .filter(Matcher::matches)
                .map(day -> day.group(1))
                .findFirst()
                .orElse("");
    }

    private static List<String> authors(HeadTags head, Optional<JsonTree> article) {
        List<String> told = article.map(LinkedArticle::authors).orElse(List.of());
        Stream<String> names = told.isEmpty()
                ? Stream.of(first(head.meta("author"), head.meta("article:author"), head.meta("dc.creator")))
                : told.stream();
        // Many give the address of a profile where a name is asked for.
        return names.filter(name -> !name.isEmpty() && !name.startsWith("http"))
                .limit(AUTHORS_MAX)
                .toList();
    }

    /**
     * The address that the page names as its own, unless that is the front page of the site, which some name always.
     */
    private static String address(URI at, HeadTags head) {
        return Stream.of(head.link("canonical").orElse(""), head.meta("og:url"))
                .filter(told -> !told.isEmpty() && told.length() <= ADDRESS_CHARS_MAX)
                .flatMap(told -> resolved(at, told).stream())
                .filter(told -> isFront(at) || !isFront(told))
                .map(URI::toString)
                .findFirst()
                .orElse(at.toString());
    }

    private static Optional<URI> resolved(URI at, String told) {
        try {
            return Fetching.address(at.resolve(told.strip().replace(" ", "%20")).toString())
                    .filter(address -> "http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isFront(URI address) {
        String path = address.getPath();
        return (path == null || path.isEmpty() || path.equals("/")) && address.getQuery() == null;
    }
}
