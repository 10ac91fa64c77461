package io.reprise.adapters.tmdb;

import io.reprise.http.JsonTree;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Upstream;
import java.util.List;
import java.util.stream.Stream;

/**
 * The other orders of a series, which TMDB calls episode groups: on DVD, absolute, of a production. A finding from
 * there is the episode as TMDB numbers it, and names the order.
 */
final class EpisodeGroups {
    static final int ORDERS_MAX = 3;
    private static final double LESS_SURE = 0.5;

    private final Upstream upstream;

    EpisodeGroups(Upstream upstream) {
        this.upstream = upstream;
    }

    /** A season and a number in some order. */
    record Place(int season, int number) {
        @Override
        public String toString() {
            return "S" + season + " E" + number;
        }
    }

    /** The episodes that have this place in one of the first {@value #ORDERS_MAX} other orders. */
    List<Finding> of(Show show, Place place) {
        return upstream.list("/3/tv/" + show.id() + "/episode_groups", "results").stream()
                .limit(ORDERS_MAX)
                .flatMap(order -> inOrder(show, place, order))
                .toList();
    }

    static boolean isId(String text) {
        return text.matches("[0-9a-zA-Z]{1,64}");
    }

    private Stream<Finding> inOrder(Show show, Place place, JsonTree order) {
        String id = order.text("id");
        if (!isId(id)) {
            return Stream.empty();
        }
        String remark = place + " in the order: " + order.text("name");
        return upstream.list("/3/tv/episode_group/" + id, "groups").stream()
                .filter(season -> isAt(season, place.season()))
                .flatMap(season -> season.list("episodes").stream())
                .filter(told -> isAt(told, place.number() - 1))
                .flatMap(told -> Episode.read(told).stream())
                .map(episode -> episode.finding(show, new Episode.Way(null, remark, show.weight() * LESS_SURE)));
    }

    /** Seasons count from 0, the specials; episodes in them from 0, the first. */
    private static boolean isAt(JsonTree told, int order) {
        Integer own = told.number("order");
        return own != null && own == order;
    }
}
