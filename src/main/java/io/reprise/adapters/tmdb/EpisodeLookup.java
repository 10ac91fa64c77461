package io.reprise.adapters.tmdb;

import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Question;
import io.reprise.resolve.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Episodes by an id at IMDb or TheTVDB, else by number in a series. A season is asked for once and remembered; an
 * episode that it does not hold may be newer, so it is asked for alone.
 */
final class EpisodeLookup {
    private final Upstream upstream;
    private final CrossReference cross;
    private final EpisodeGroups groups;

    EpisodeLookup(Upstream upstream, CrossReference cross) {
        this.upstream = upstream;
        this.cross = cross;
        this.groups = new EpisodeGroups(upstream);
    }

    /** The episode that an id told leads to. */
    List<Finding> byIds(Question question, ShowLookup shows) {
        return cross
                .first(question.ids(), "tv_episode_results", List.of("imdb", "tvdb:episode"))
                .flatMap(found -> Episode.read(found.thing())
                        .flatMap(episode -> shows.show(found.thing().text("show_id"), 1)
                                .map(show -> episode.finding(show, new Episode.Way(found.by(), "", 1)))))
                .stream()
                .toList();
    }

    /** The episodes of these series with the number told, and those with that number in another order. */
    List<Finding> of(List<Show> shows, Question question) {
        Integer season = question.season();
        Integer number = question.number();
        Map<ExternalId, Finding> found = new LinkedHashMap<>();
        if (season != null) {
            for (Show show : shows) {
                inSeason(show, question, season).forEach(finding -> found.putIfAbsent(finding.id(), finding));
                if (number != null) {
                    others(found, show, question, new EpisodeGroups.Place(season, number));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<Finding> inSeason(Show show, Question question, int season) {
        String path = "/3/tv/" + show.id() + "/season/" + season;
        List<Episode> all = upstream.list(path, "episodes").stream()
                .flatMap(told -> Episode.read(told).stream())
                .toList();
        Integer number = question.number();
        Stream<Episode> meant = number == null
                ? all.stream().filter(episode -> episode.isTitled(question))
                : numbered(all, path, number).stream();
        return meant.map(episode -> episode.finding(show, new Episode.Way(null, "", show.weight())))
                .toList();
    }

    private Optional<Episode> numbered(List<Episode> all, String season, int number) {
        return all.stream()
                .filter(episode -> episode.isNumbered(number))
                .findFirst()
                .or(() -> upstream.thing(season + "/episode/" + number, "id", "name")
                        .flatMap(Episode::read));
    }

    private void others(Map<ExternalId, Finding> found, Show show, Question question, EpisodeGroups.Place place) {
        String title = Fold.fold(question.title());
        boolean isSure = found.values().stream()
                .anyMatch(finding -> Fold.fold(finding.title()).equals(title));
        if (!isSure) {
            groups.of(show, place).forEach(finding -> found.putIfAbsent(finding.id(), finding));
        }
    }
}
