package io.reprise.adapters.webpage;

import io.reprise.http.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The article that a page's JSON-LD tells of, in the words of schema.org. */
final class LinkedArticle {
    private static final int NODES_MAX = 200;
    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "BlogPosting",
            "Report",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "ReviewNewsArticle",
            "ScholarlyArticle",
            "TechArticle",
            "LiveBlogPosting");

    private LinkedArticle() {}

    /** The first article in the blocks, which stand alone, in an array, or in a graph. */
    static Optional<JsonTree> in(List<String> blocks) {
        return blocks.stream()
                .flatMap(block -> JsonTree.find(block.getBytes(StandardCharsets.UTF_8)).stream())
                .flatMap(LinkedArticle::nodes)
                .limit(NODES_MAX)
                .filter(LinkedArticle::isArticle)
                .findFirst();
    }

    private static Stream<JsonTree> nodes(JsonTree block) {
        Stream<JsonTree> own = block.isArray() ? block.elements().stream() : Stream.of(block);
        return own.flatMap(node -> Stream.concat(Stream.of(node), node.list("@graph").stream()));
    }

    private static boolean isArticle(JsonTree node) {
        return node.each("@type").stream().anyMatch(type -> ARTICLES.contains(type.text()));
    }

    /** The names of its authors, who are told as text or as things with a name. */
    static List<String> authors(JsonTree article) {
        return article.each("author").stream()
                .flatMap(author -> author.text().isEmpty() ? names(author) : Stream.of(author.text()))
                .map(PageText::plain)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<String> names(JsonTree author) {
        return author.each("name").stream().map(JsonTree::text);
    }
}
