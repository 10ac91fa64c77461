package io.reprise.adapters.tvmaze;

import io.reprise.http.JsonTree;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Episodes of a show. Its whole list is asked for once and remembered; an episode that it does not hold may be newer,
 * so it is asked for alone.
 */
final class EpisodeLookup {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final String NO_DATE = "no date";

    private final Upstream upstream;
    private final OtherOrders orders;

    EpisodeLookup(Upstream upstream) {
        this.upstream = upstream;
        this.orders = new OtherOrders(upstream);
    }

    /** The episode whose own id was told. */
    Optional<Finding> byId(Question question) {
        return question.id(Episode.SCHEME)
                .filter(id -> NUMBER.matcher(id).matches())
                .flatMap(id -> upstream.thing("/episodes/" + id + "?embed=show", "id", "name", "_embedded"))
                .flatMap(told -> Show.read(told.at("_embedded").at("show"), 1)
                        .flatMap(show -> Episode.read(told).map(episode -> episode.finding(show, "", 1))));
    }

    /** The episodes of this show that may be meant: by number, date or title, and by number in another order. */
    List<Finding> of(Show show, Question question) {
        Set<Episode> meant = new LinkedHashSet<>(inList(show, question));
        if (meant.isEmpty()) {
            alone(show, question).forEach(meant::add);
        }
        List<Finding> found = new ArrayList<>();
        meant.forEach(episode -> found.add(episode.finding(show, "", show.weight())));
        if (meant.stream().noneMatch(episode -> episode.isTitled(question))) {
            found.addAll(orders.of(show, question));
        }
        return found;
    }

    private List<Episode> inList(Show show, Question question) {
        List<Episode> all = read(upstream.list("/shows/" + show.number() + "/episodes?specials=1", ""))
                .toList();
        String date = date(question);
        return Stream.<Predicate<Episode>>of(
                        episode -> episode.isNumbered(question),
                        episode -> episode.isOf(date),
                        episode -> episode.isTitled(question))
                .flatMap(rule -> all.stream().filter(rule))
                .distinct()
                .toList();
    }

    private Stream<Episode> alone(Show show, Question question) {
        String of = "/shows/" + show.number();
        if (question.season() != null && question.number() != null) {
            String path = of + "/episodebynumber?season=" + question.season() + "&number=" + question.number();
            return upstream.thing(path, "id", "name").flatMap(Episode::read).stream();
        }
        String date = date(question);
        return date.equals(NO_DATE) ? Stream.empty() : read(upstream.list(of + "/episodesbydate?date=" + date, ""));
    }

    /** Episodes of daily shows are often told by their date as title. */
    private static String date(Question question) {
        String title = question.title().strip();
        return DATE.matcher(title).matches() ? title : NO_DATE;
    }

    private static Stream<Episode> read(List<JsonTree> episodes) {
        return episodes.stream().flatMap(told -> Episode.read(told).stream());
    }
}
