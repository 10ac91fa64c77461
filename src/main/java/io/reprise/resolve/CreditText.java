package io.reprise.resolve;

import io.reprise.media.CreditedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the creators in a credit that was told as one text. Three kinds of joints, from sure to doubtful:
 *
 * <ul>
 *   <li>guests ({@code feat.}, {@code ft.}, {@code featuring}, also in brackets) and lists ({@code ;}, {@code |},
 *       {@code /} between spaces): always several;
 *   <li>opponents ({@code vs.}, {@code versus}): always several;
 *   <li>{@code &}, {@code and}, commas, {@code +}, {@code x}, {@code with}: several only where every part is known by
 *       itself, for many bands are called so (Earth, Wind &amp; Fire; Tyler, The Creator).
 * </ul>
 *
 * A joint counts only between spaces, so AC/DC and the words in names stay whole.
 */
final class CreditText {
    private static final String ROLE = "artist";
    private static final int PARTS_MAX = 50;
    /** How many parts a name may have that is known as one, such as Crosby, Stills, Nash & Young. */
    private static final int JOINED_MAX = 6;

    private static final List<String> GUESTS = List.of(
            " feat. ",
            " feat ",
            " ft. ",
            " ft ",
            " featuring ",
            " (feat. ",
            " [feat. ",
            " (ft. ",
            " [ft. ",
            " (featuring ",
            " (with ");
    private static final List<String> LISTS = List.of("; ", " ; ", " | ", " / ", " · ", " vs. ", " vs ", " versus ");
    private static final List<String> DOUBTFUL = List.of(", ", " & ", " and ", " + ", " x ", " with ");

    private CreditText() {}

    /** The creators found, and which kind of joint told so. */
    record Found(List<CreditedName> names, boolean doubtful) {
        Found {
            names = List.copyOf(names);
        }
    }

    /** The creators in this text; empty where it names one. {@code isKnown} says whether a name is known by itself. */
    static Optional<Found> read(String text, Predicate<String> isKnown) {
        List<CreditedName> names = new ArrayList<>();
        boolean[] doubtful = new boolean[1];
        guests(text.strip(), names, doubtful, isKnown);
        boolean usable = names.size() > 1
                && names.size() <= PARTS_MAX
                && names.stream().noneMatch(name -> name.name().isBlank());
        return usable ? Optional.of(new Found(names, doubtful[0])) : Optional.empty();
    }

    private static void guests(String text, List<CreditedName> names, boolean[] doubtful, Predicate<String> isKnown) {
        Joint joint = first(text, GUESTS, 0);
        if (joint == null) {
            lists(text, "", names, doubtful, isKnown);
            return;
        }
        String rest = text.substring(joint.end()).strip();
        boolean bracketed = joint.text().contains("(") || joint.text().contains("[");
        if (bracketed && (rest.endsWith(")") || rest.endsWith("]"))) {
            rest = rest.substring(0, rest.length() - 1).strip();
        }
        lists(text.substring(0, joint.begin()).strip(), " feat. ", names, doubtful, isKnown);
        names.addAll(row(rest, isKnown));
    }

    /**
     * People or bands in a row, as guests are named: a comma or an ampersand joins them, whatever is known of them; but
     * what is known as one name stays one.
     */
    static List<CreditedName> row(String text, Predicate<String> isKnown) {
        List<CreditedName> parts = new ArrayList<>();
        split(text, "", DOUBTFUL, parts, any -> true);
        List<CreditedName> names = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            CreditedName longest = parts.get(from);
            int next = from + 1;
            StringBuilder joined = new StringBuilder(longest.name());
            for (int to = from + 1; to < Math.min(parts.size(), from + JOINED_MAX); to++) {
                joined.append(parts.get(to - 1).join()).append(parts.get(to).name());
                if (isKnown.test(joined.toString())) {
                    longest = new CreditedName(joined.toString(), parts.get(to).join(), ROLE);
                    next = to + 1;
                }
            }
            names.add(longest);
            from = next;
        }
        return names;
    }

    private static void lists(
            String text, String join, List<CreditedName> names, boolean[] doubtful, Predicate<String> isKnown) {
        List<CreditedName> parts = new ArrayList<>();
        split(text, join, LISTS, parts, any -> true);
        for (CreditedName part : parts) {
            int before = names.size();
            split(part.name(), part.join(), DOUBTFUL, names, isKnown);
            doubtful[0] |= names.size() > before + 1;
        }
    }

    /** Splits at these joints where every part will do; else the text stays whole. */
    private static void split(
            String text, String join, List<String> joints, List<CreditedName> names, Predicate<String> isUsable) {
        List<CreditedName> parts = new ArrayList<>();
        int from = 0;
        Joint joint = first(text, joints, from);
        while (joint != null && parts.size() < PARTS_MAX) {
            String part = text.substring(from, joint.begin()).strip();
            if (!part.isEmpty()) {
                parts.add(new CreditedName(part, joint.text(), ROLE));
            }
            from = joint.end();
            joint = first(text, joints, from);
        }
        String last = text.substring(from).strip();
        if (!last.isEmpty()) {
            parts.add(new CreditedName(last, join, ROLE));
        }
        boolean usable =
                parts.size() > 1 && !last.isEmpty() && parts.stream().allMatch(part -> isUsable.test(part.name()));
        if (usable) {
            names.addAll(parts);
        } else if (!text.isBlank()) {
            names.add(new CreditedName(text, join, ROLE));
        }
    }

    private record Joint(int begin, int end, String text) {}

    private static @org.jspecify.annotations.Nullable Joint first(String text, List<String> joints, int from) {
        String lower = text.toLowerCase(Locale.ROOT);
        Joint best = null;
        for (String joint : joints) {
            int at = lower.indexOf(joint, from);
            boolean earlier = best == null
                    || at < best.begin()
                    || at == best.begin() && joint.length() > best.text().length();
            if (at >= 0 && earlier) {
                best = new Joint(at, at + joint.length(), joint);
            }
        }
        return best;
    }
}
