package io.reprise.catalog;

import io.reprise.media.ExternalId;
import io.reprise.media.OneLine;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An episode as an authority told it: its id there, where it stands in the authority's own order, its title (empty
 * where none was told), when it comes out or came out, its length in seconds, and where it stands in other orders that
 * were told. Specials, which no season counts, are not told as episodes.
 */
public record ToldEpisode(
        ExternalId id,
        Place place,
        String title,
        Airing airing,
        @Nullable Integer seconds,
        List<Place> elsewhere) {
    /** A longer title is cut. */
    public static final int TITLE_CHARS_MAX = 100;

    private static final int ORDERS_MAX = 4;

    public ToldEpisode {
        if (seconds != null && seconds <= 0) {
            throw new IllegalArgumentException("seconds: expected a length above 0, got " + seconds);
        }
        title = OneLine.of(title, TITLE_CHARS_MAX);
        elsewhere = elsewhere.stream().distinct().limit(ORDERS_MAX).toList();
    }

    /** A season and a number in it, both from 1; a season may be named by its year. */
    public record Place(int season, int number) implements Comparable<Place> {
        public static final int SEASON_MAX = 9_999;
        public static final int NUMBER_MAX = 99_999;
        private static final Pattern WRITTEN = Pattern.compile("S(\\d{1,5}) E(\\d{1,6})");

        public Place {
            if (!isOne(season, number)) {
                throw new IllegalArgumentException("an episode's season is 1 to " + SEASON_MAX + ", its number 1 to "
                        + NUMBER_MAX + ", not " + season + " and " + number);
            }
        }

        /** Reads {@code S1 E2}; anything else is an IllegalArgumentException that says so. */
        public static Place parse(String text) {
            Matcher matcher = WRITTEN.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("an episode's place is written S1 E2, not: " + text);
            }
            return new Place(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }

        /** Whether these are a place; what is told without a number, or of season 0, is a special. */
        public static boolean isOne(@Nullable Integer season, @Nullable Integer number) {
            return season != null
                    && number != null
                    && season >= 1
                    && season <= SEASON_MAX
                    && number >= 1
                    && number <= NUMBER_MAX;
        }

        @Override
        public int compareTo(Place other) {
            return season != other.season
                    ? Integer.compare(season, other.season)
                    : Integer.compare(number, other.number);
        }

        /** As people write it: "S1 E2". */
        @Override
        public String toString() {
            return "S" + season + " E" + number;
        }
    }

    /**
     * When it comes out: the second (UTC) where a time was told, the day in the show's own country where a date was;
     * both null where nobody knows yet.
     */
    public record Airing(@Nullable LocalDate day, @Nullable Long at) {
        public static final Airing UNKNOWN = new Airing(null, null);
    }
}
