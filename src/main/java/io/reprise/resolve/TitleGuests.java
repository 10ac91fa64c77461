package io.reprise.resolve;

import io.reprise.media.CreditedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the guests that stand in the title of a song. "feat." always names them, and so do "ft" and "featuring" in
 * brackets; "with" in brackets, and "ft" and "featuring" without any, only where every guest is known by itself, for
 * there are titles such as "Dancing (With Myself)". After a number "ft" are feet. {@code title} is what stays.
 */
record TitleGuests(String title, List<CreditedName> names, boolean doubtful) {
    private static final int GUESTS_MAX = 20;
    private static final String GAP = " \\s{0,8}";
    private static final Pattern BRACKET = Pattern.compile(
            "(?<=\\S)\\s{0,8}[(\\[（［【](?<word>(?:feat|ft)\\.\\s{0,8}|(?:feat|ft|featuring|with)" + GAP
                    + ")(?<guests>[^()\\[\\]（）［］【】]+)[)\\]）］】]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "(?<=[^\\s\\d])" + GAP + "(?<word>(?:feat|ft)\\. |(?:feat|ft|featuring) )(?<guests>[^()\\[\\]（）［］【】]+?)"
                    + "(?=" + GAP + "[-–—|] |\\s{0,8}[(\\[（［【]|$)",
            Pattern.CASE_INSENSITIVE);

    TitleGuests {
        names = List.copyOf(names);
    }

    /**
     * The guests in this title; empty where it surely names none. {@code isKnown}: whether a name is known by itself.
     */
    static Optional<TitleGuests> read(String title, Predicate<String> isKnown) {
        String lower = title.toLowerCase(Locale.ROOT);
        if (!lower.contains("feat") && !lower.contains("ft") && !lower.contains("with ")) {
            return Optional.empty();
        }
        return found(BRACKET.matcher(title), title, true, isKnown)
                .or(() -> found(BARE.matcher(title), title, false, isKnown));
    }

    private static Optional<TitleGuests> found(
            Matcher matcher, String title, boolean bracketed, Predicate<String> isKnown) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String rest =
                trimmed(trimmed(title.substring(0, matcher.start()), ",;") + title.substring(matcher.end()), ",;-–—|");
        List<CreditedName> guests = CreditText.row(matcher.group("guests").strip(), isKnown);
        String word = matcher.group("word").strip().toLowerCase(Locale.ROOT);
        boolean doubtful = !word.equals("feat.") && (!bracketed || word.equals("with"));
        boolean usable = !rest.isEmpty()
                && !guests.isEmpty()
                && guests.size() <= GUESTS_MAX
                && guests.stream().allMatch(guest -> isName(guest.name(), doubtful, isKnown));
        return usable ? Optional.of(new TitleGuests(rest, guests, doubtful)) : Optional.empty();
    }

    /** "(feat. Ann Remix)" names a version, and "feat. Ann - Live" one besides. */
    private static boolean isName(String guest, boolean doubtful, Predicate<String> isKnown) {
        return isKnown.test(guest)
                || !doubtful && TitleReader.firstDash(guest) < 0 && !MarkReader.read(guest, new Marks());
    }

    private static String trimmed(String title, String ends) {
        int end = title.length();
        while (end > 0 && (title.charAt(end - 1) == ' ' || ends.indexOf(title.charAt(end - 1)) >= 0)) {
            end--;
        }
        return title.substring(0, end).strip();
    }
}
