package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.report.Filter;
import io.reprise.report.Search;
import java.util.List;
import java.util.stream.Stream;

/** Finds creators, containers and items by their names. */
final class SearchPage {
    private static final String PATH = "/search";
    private static final int HITS_MAX = 20;
    private static final int QUERY_CHARS_MAX = 200;

    private final Reception reception;

    SearchPage(Reception reception) {
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(this::show));
    }

    private void show(Visit visit) {
        String asked = visit.context().queryParam("q");
        String query = asked == null ? "" : asked.strip();
        String sought = query.length() <= QUERY_CHARS_MAX ? query : query.substring(0, QUERY_CHARS_MAX);
        Search found = Search.of(visit.history(), Filter.NONE, sought, HITS_MAX);
        List<RankedCard> groups = Stream.of(
                        group(visit, "Creators", found.creators()),
                        group(visit, "Collections", found.containers()),
                        group(visit, "Items", found.items()))
                .filter(card -> !card.rows().isEmpty())
                .toList();
        SearchView view = new SearchView(sought, groups);
        visit.send((output, tags) -> JtesearchGenerated.render(output, tags, visit.frame("Search", PATH), view));
    }

    private static RankedCard group(Visit visit, String title, List<Search.Found> hits) {
        return new RankedCard(
                "found-" + title.toLowerCase(java.util.Locale.ROOT),
                title,
                RankedCard.More.NONE,
                Rows.found(visit, hits),
                "");
    }
}
