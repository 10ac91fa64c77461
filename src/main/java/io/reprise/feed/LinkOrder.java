package io.reprise.feed;

import io.reprise.account.WeekStart;
import io.reprise.media.MediaKind;
import io.reprise.report.Period;
import io.reprise.report.Subject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a new link; what is null is not said. What does not fit ends in an
 * {@link IllegalArgumentException} that names the member, what was expected and what came.
 */
public record LinkOrder(
        Show show,
        @Nullable String name,
        Set<MediaKind> kinds,
        @Nullable String period,
        @Nullable Subject subject,
        @Nullable UUID list,
        @Nullable String publicName) {
    private static final int NAME_CHARS_MAX = 100;
    private static final Pattern PUBLIC = Pattern.compile("[a-z0-9][a-z0-9-]{2,38}[a-z0-9]");
    private static final Period.Now ANY_TIME = new Period.Now(LocalDate.of(2026, 1, 1), WeekStart.MONDAY);

    public LinkOrder {
        kinds = Set.copyOf(kinds);
        if (name != null && (name.length() > NAME_CHARS_MAX || name.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    "name: expected at most " + NAME_CHARS_MAX + " characters in one line, got " + name.length());
        }
        if (publicName != null && !PUBLIC.matcher(publicName).matches()) {
            throw new IllegalArgumentException(
                    "public_name: expected 4 to 40 small letters, digits and dashes, such as anns-music; got "
                            + (publicName.length() > 60 ? publicName.substring(0, 60) + "..." : publicName));
        }
        if ((show == Show.PLAYLIST) != (list != null)) {
            throw new IllegalArgumentException(
                    show == Show.PLAYLIST
                            ? "list: expected the id of the playlist that is shown, got nothing"
                            : "list: expected nothing, for " + show.word() + " shows no playlist; got " + list);
        }
        if (period != null) {
            Period.parse(period, ANY_TIME);
        }
    }

    /** Of this word and nothing more. */
    public static LinkOrder of(Show show) {
        return new LinkOrder(show, null, Set.of(), null, null, null, null);
    }
}
