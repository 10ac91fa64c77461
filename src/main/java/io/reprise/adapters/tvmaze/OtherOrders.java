package io.reprise.adapters.tvmaze;

import io.reprise.http.JsonTree;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The other orders in which a show's episodes were shown or sold: seasons and numbers on its DVDs, of a country, of a
 * streaming premiere. A finding from there is the episode as TVmaze numbers it, and names the order.
 */
final class OtherOrders {
    static final int LISTS_MAX = 3;
    private static final double LESS_SURE = 0.5;
    private static final Map<String, String> NAMES = names();

    private final Upstream upstream;

    OtherOrders(Upstream upstream) {
        this.upstream = upstream;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("dvd_release", "DVD release");
        names.put("verbatim_order", "verbatim order");
        names.put("country_premiere", "country premiere");
        names.put("streaming_premiere", "streaming premiere");
        names.put("broadcast_premiere", "broadcast premiere");
        names.put("language_premiere", "language premiere");
        return names;
    }

    List<Finding> of(Show show, Question question) {
        List<Finding> found = new ArrayList<>();
        Integer season = question.season();
        Integer number = question.number();
        if (season == null || number == null) {
            return found;
        }
        List<JsonTree> lists = upstream.list("/shows/" + show.number() + "/alternatelists", "");
        for (JsonTree list : lists.stream().limit(LISTS_MAX).toList()) {
            Integer id = list.number("id");
            if (id != null) {
                found.addAll(inOrder(show, new Place(season, number), id, name(list)));
            }
        }
        return found;
    }

    private record Place(int season, int number) {
        boolean isOf(JsonTree told) {
            Integer otherSeason = told.number("season");
            Integer otherNumber = told.number("number");
            return otherSeason != null && otherSeason == season && otherNumber != null && otherNumber == number;
        }
    }

    private List<Finding> inOrder(Show show, Place place, int list, String name) {
        String remark = "S" + place.season() + " E" + place.number() + " in the order: " + name;
        return upstream.list("/alternatelists/" + list + "/alternateepisodes?embed=episodes", "").stream()
                .filter(place::isOf)
                .flatMap(told -> told.at("_embedded").list("episodes").stream())
                .flatMap(told -> Episode.read(told).stream())
                .map(episode -> episode.finding(show, remark, show.weight() * LESS_SURE))
                .toList();
    }

    private static String name(JsonTree list) {
        String sort = NAMES.entrySet().stream()
                .filter(order -> list.flag(order.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("alternate list");
        String where = list.at("network").isTold()
                ? list.at("network").text("name")
                : list.at("webChannel").text("name");
        String country = list.at("country").text("name");
        return sort + (where.isEmpty() ? "" : " on " + where) + (country.isEmpty() ? "" : " in " + country);
    }
}
