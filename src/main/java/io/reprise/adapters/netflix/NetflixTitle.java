package io.reprise.adapters.netflix;

import io.reprise.media.Credit;
import io.reprise.media.Mention;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title of Netflix taken apart: {@code Show: Season 1: Pilot (Episode 1)} is an episode, by the word for a season in
 * the account's language; anything else is a film, for a colon alone says nothing.
 */
final class NetflixTitle {
    private static final String SEASON =
            "(?:Season|Series|Part|Volume|Book|Chapter|Staffel|Teil|Saison|Partie|Temporada"
                    + "|Parte|Stagione|Seizoen|Deel|Sezon|Sezona|Säsong|Sesong|Sæson|Kausi|Сезон)\\s+(\\d{1,3})";
    private static final String LIMITED = "Limited Series|Miniserie|Mini-série|Mini-Series|Miniserien|Collection";
    private static final Pattern EPISODE =
            Pattern.compile("(.+?): (?:" + SEASON + "|" + LIMITED + ")(?: \\([^)]*\\))?: (.+)");
    private static final Pattern NUMBERED =
            Pattern.compile("(.*?)\\s*\\((?:Episode|Folge|Épisode|Episodio|Episódio|Aflevering|Odcinek) (\\d{1,4})\\)");

    private NetflixTitle() {}

    static Mention mention(String title) {
        Matcher numbered = NUMBERED.matcher(title);
        boolean isNumbered = numbered.matches();
        Integer number = isNumbered ? (Integer) Integer.parseInt(numbered.group(2)) : null;
        String plain = isNumbered ? numbered.group(1) : title;
        Matcher episode = EPISODE.matcher(plain);
        if (episode.matches()) {
            Integer season = episode.group(2) == null ? null : (Integer) Integer.parseInt(episode.group(2));
            return new Mention.Episode(episode.group(1), season, number, episode.group(3), null, List.of());
        }
        return new Mention.Film(title, null, Credit.NONE, null, List.of());
    }
}
