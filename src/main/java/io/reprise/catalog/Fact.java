package io.reprise.catalog;

import io.reprise.media.ExternalId;
import io.reprise.media.OneLine;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one authority ({@code source}) told of the thing that an outside id names, at {@code toldAt} (epoch seconds,
 * UTC). {@code released} is a date as far as it is known ({@code 2016}, {@code 2016-04}, {@code 2016-04-23});
 * {@code country} a code of two letters, or a name where there is none; {@code seconds} its length. Texts that were not
 * told are empty. Lists are cut at {@value #GENRES_MAX} genres and {@value #ALIASES_MAX} aliases, texts at
 * {@value #TEXT_CHARS_MAX} characters.
 */
public record Fact(
        ExternalId id,
        String source,
        long toldAt,
        String name,
        String sortName,
        @Nullable Integer seconds,
        String released,
        String country,
        List<String> genres,
        List<String> aliases) {
    public static final int GENRES_MAX = 20;
    public static final int ALIASES_MAX = 50;
    public static final int TEXT_CHARS_MAX = 1_000;
    private static final Pattern DATE = Pattern.compile("([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?");

    public Fact {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a fact names the authority that told it; it was blank");
        }
        if (!DATE.matcher(released).matches()) {
            throw new IllegalArgumentException("released: expected 2016, 2016-04 or 2016-04-23, got " + released);
        }
        if (seconds != null && seconds <= 0) {
            throw new IllegalArgumentException("seconds: expected a length above 0, got " + seconds);
        }
        name = OneLine.of(name, TEXT_CHARS_MAX);
        sortName = OneLine.of(sortName, TEXT_CHARS_MAX);
        country = OneLine.of(country, TEXT_CHARS_MAX);
        genres = lines(genres, GENRES_MAX);
        aliases = lines(aliases, ALIASES_MAX);
    }

    /** As much of a date as can be kept: 2016-00-00 is 2016; empty where it is none. */
    public static String date(String told) {
        for (int chars : new int[] {10, 7, 4}) {
            if (told.length() >= chars && DATE.matcher(told.substring(0, chars)).matches()) {
                return told.substring(0, chars);
            }
        }
        return "";
    }

    private static List<String> lines(List<String> texts, int linesMax) {
        return texts.stream()
                .map(text -> OneLine.of(text, TEXT_CHARS_MAX))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(linesMax)
                .toList();
    }

    /** Whether it says nothing but that the id is there. */
    public boolean isEmpty() {
        return name.isEmpty()
                && sortName.isEmpty()
                && seconds == null
                && released.isEmpty()
                && country.isEmpty()
                && genres.isEmpty()
                && aliases.isEmpty();
    }
}
