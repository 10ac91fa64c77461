package io.reprise.report;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.ToldEpisode;
import io.reprise.history.EpisodeFacts;
import io.reprise.history.Names;
import io.reprise.media.ExternalId;
import io.reprise.media.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which episode of one told list an item is: the one whose id a decision ties to it, else the only one of just its
 * title, else the one at its season and number, there or in another order that was told, else the one that its number
 * counts to from the first, as series without seasons are told (docs/adr/0029).
 */
final class EpisodeMatch {
    static final int NONE = -1;
    /** "Episode 5", "7": what stands where an episode has no title. */
    private static final Pattern NUMBER_ALONE = Pattern.compile("(\\p{L}+\\.? )?#?\\d{1,5}");

    private final EpisodeList list;
    private final Map<ExternalId, Integer> ids = new HashMap<>();
    private final Map<String, Integer> titles = new HashMap<>();
    private final Map<ToldEpisode.Place, Integer> places = new HashMap<>();
    private final Map<ToldEpisode.Place, Integer> elsewhere = new HashMap<>();

    EpisodeMatch(EpisodeList list) {
        this.list = list;
        List<ToldEpisode> episodes = list.episodes();
        for (int at = 0; at < episodes.size(); at++) {
            ToldEpisode episode = episodes.get(at);
            int here = at;
            ids.put(episode.id(), here);
            places.put(episode.place(), here);
            titles.merge(Fold.fold(episode.title()), here, (one, other) -> NONE);
            episode.elsewhere()
                    .forEach(place -> elsewhere.merge(place, here, (one, other) -> one.equals(other) ? one : NONE));
        }
        titles.remove("");
    }

    /** The index in the list of what this item is, as it was first found to be or as what stands for it now. */
    int of(Names names, int item) {
        int found = exactly(names, item);
        int canonical = names.canonicalItem(item);
        return found == NONE && canonical != item ? exactly(names, canonical) : found;
    }

    private int exactly(Names names, int item) {
        EpisodeFacts told = names.facts().episodes();
        for (ExternalId id : told.ids(item)) {
            Integer known = ids.get(id);
            if (known != null) {
                return known;
            }
        }
        int season = names.season(item);
        int number = names.episode(item);
        String title = Fold.fold(names.title(item));
        boolean isSilent = season != Names.UNTOLD
                && number != Names.UNTOLD
                && NUMBER_ALONE.matcher(title).matches();
        int titled = isSilent ? NONE : titles.getOrDefault(title, NONE);
        return titled == NONE ? numbered(season, number) : titled;
    }

    private int numbered(int season, int number) {
        if (ToldEpisode.Place.isOne(season, number)) {
            ToldEpisode.Place place = new ToldEpisode.Place(season, number);
            int found = places.getOrDefault(place, NONE);
            found = found == NONE ? elsewhere.getOrDefault(place, NONE) : found;
            if (found != NONE) {
                return found;
            }
        }
        boolean isCounted = (season == 1 || season == Names.UNTOLD) && list.isWhole();
        return isCounted && number >= 1 && number <= list.episodes().size() ? number - 1 : NONE;
    }
}
