package io.reprise.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who is credited at home, as pieces between joining words (feat., &, vs., comma ...). No piece is taken for an artist
 * by itself: whether "Earth, Wind & Fire" is one or three is told by the names of the finding. Not thread-safe.
 */
final class Billing {
    private static final Set<String> JOINS = Set.of(
            "and",
            "feat",
            "ft",
            "featuring",
            "with",
            "vs",
            "versus",
            "x",
            "y",
            "et",
            "und",
            "con",
            "presents",
            "pres",
            "meets",
            "e",
            "og",
            "och",
            "starring");
    private static final Set<String> NOBODY = Set.of(
            "",
            "various artists",
            "various",
            "va",
            "unknown artist",
            "unknown",
            "artist unknown",
            "soundtrack",
            "ost",
            "original soundtrack",
            "original motion picture soundtrack",
            "no artist",
            "verschiedene interpreten",
            "various interprets",
            "n a",
            "none",
            "null",
            "undefined",
            "youtube",
            "spotify");
    private static final List<String> CHANNEL_ENDS = List.of(" topic", " vevo", "vevo", " official", " music official");
    private static final int PIECES_MAX = 64;

    private final Name whole;
    private final List<Name> pieces;

    private Billing(Name whole, List<Name> pieces) {
        this.whole = whole;
        this.pieces = pieces;
    }

    static Billing of(String credit, List<String> creators, List<String> guests) {
        Name whole = channel(Name.of(credit));
        List<Name> pieces = new ArrayList<>(4);
        if (creators.size() > 1) {
            creators.forEach(creator -> split(creator, pieces));
        } else {
            split(whole.plain().equals(Plain.of(credit)) ? credit : whole.plain(), pieces);
        }
        guests.forEach(guest -> split(guest, pieces));
        return new Billing(whole, pieces);
    }

    /** A channel's name without what makes it a channel's: "Artist - Topic", "ArtistVEVO", "Artist Official". */
    private static Name channel(Name name) {
        String plain = name.plain();
        for (String end : CHANNEL_ENDS) {
            if (plain.length() > end.length() + 1 && plain.endsWith(end)) {
                return Name.ofPlain(
                        plain.substring(0, plain.length() - end.length()).strip());
            }
        }
        return name;
    }

    Name whole() {
        return whole;
    }

    /** Whether nobody in particular is credited: nobody at all, or "Various Artists". */
    boolean isNobody() {
        return NOBODY.contains(whole.plain()) || whole.plain().isBlank();
    }

    List<Name> pieces() {
        return pieces;
    }

    /** The pieces between joins, of a name or a credit. */
    static List<Name> split(String credit) {
        List<Name> pieces = new ArrayList<>(2);
        split(credit, pieces);
        return pieces;
    }

    private static void split(String credit, List<Name> pieces) {
        int size = pieces.size();
        int from = 0;
        for (int i = 0; i <= credit.length() && pieces.size() < PIECES_MAX; i++) {
            if (i == credit.length() || isJoin(credit.charAt(i))) {
                words(credit.substring(from, i), pieces);
                from = i + 1;
            }
        }
        if (pieces.size() == size) {
            pieces.add(Name.of(credit));
        }
    }

    private static boolean isJoin(char c) {
        return c == ',' || c == ';' || c == '/' || c == '|' || c == '·' || c == '•' || c == '×' || c == '&' || c == '、';
    }

    private static void words(String part, List<Name> pieces) {
        if (part.isBlank()) {
            return;
        }
        String plain = Plain.of(part);
        int from = 0;
        for (int start = 0; start < plain.length(); ) {
            int end = plain.indexOf(' ', start);
            end = end < 0 ? plain.length() : end;
            if (isJoin(plain, start, end)) {
                add(plain, from, start, pieces);
                from = end + 1;
            }
            start = end + 1;
        }
        add(plain, from, plain.length(), pieces);
    }

    private static boolean isJoin(String plain, int start, int end) {
        return end - start <= 9 && JOINS.contains(plain.substring(start, end));
    }

    private static void add(String plain, int from, int to, List<Name> pieces) {
        if (from < to) {
            String piece = plain.substring(from, to).strip();
            if (!piece.isEmpty()) {
                pieces.add(Name.ofPlain(piece));
            }
        }
    }
}
