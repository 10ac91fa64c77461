package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.Fold;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Creators, containers and items that were played and whose name holds the text, whatever its case, accents and
 * spaces. Best match first: the very name, its beginning, the beginning of a word in it, anywhere in it, and last
 * those where every word asked for stands in the name or the credit; among equals the most played first.
 */
public record Search(List<Found> creators, List<Found> containers, List<Found> items) {
    /** The most hits of each sort that one answer gives. */
    public static final int FOUND_MAX = 100;

    private static final int TEXT_CHARS_MAX = 200;

    /** A hit, and how often it was played. */
    public record Found(Named what, long plays) {}

    /**
     * Searches all time within the filter; {@code limit} (1 to {@link #FOUND_MAX}) of each sort. A blank text finds
     * nothing.
     */
    public static Search of(History history, Filter filter, String text, int limit) {
        if (limit < 1 || limit > FOUND_MAX) {
            throw new IllegalArgumentException("a search gives 1 to " + FOUND_MAX + " hits of each sort, not " + limit);
        }
        String sought = bare(text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX));
        if (sought.isEmpty()) {
            return new Search(List.of(), List.of(), List.of());
        }
        Selection selection = new Selection(history, Range.ALL, filter);
        return new Search(
                found(selection, Subject.CREATOR, sought, limit),
                found(selection, Subject.CONTAINER, sought, limit),
                found(selection, Subject.ITEM, sought, limit));
    }

    private record Hit(int number, int match, int plays, String name) {
        static final Comparator<Hit> ORDER = Comparator.comparingInt(Hit::match)
                .thenComparing(Comparator.comparingInt(Hit::plays).reversed())
                .thenComparing(Hit::name)
                .thenComparingInt(Hit::number);
    }

    private static List<Found> found(Selection selection, Subject subject, String sought, int limit) {
        Names names = selection.names;
        int[] plays = Tally.plays(selection, subject);
        String[] words = sought.split(" ", -1);
        List<Hit> hits = new ArrayList<>();
        for (int number = 1; number < plays.length; number++) {
            if (plays[number] != 0) {
                String name = bare(subject.name(names, number));
                int match = match(name, sought);
                if (match == NO_MATCH && words.length > 1 && subject != Subject.CREATOR) {
                    match = holdsAll(name + ' ' + bare(subject.credit(names, number)), words) ? ALL_WORDS : NO_MATCH;
                }
                if (match != NO_MATCH) {
                    hits.add(new Hit(number, match, plays[number], name));
                }
            }
        }
        hits.sort(Hit.ORDER);
        return hits.stream()
                .limit(limit)
                .map(hit -> new Found(Named.of(names, subject, hit.number()), hit.plays()))
                .toList();
    }

    private static final int ALL_WORDS = 4;
    private static final int NO_MATCH = 5;

    private static int match(String name, String sought) {
        int at = name.indexOf(sought);
        if (at < 0) {
            return NO_MATCH;
        }
        if (at == 0) {
            return name.length() == sought.length() ? 0 : 1;
        }
        return name.contains(" " + sought) ? 2 : 3;
    }

    private static boolean holdsAll(String text, String[] words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Folded, and without accents. */
    private static String bare(String text) {
        String folded = Fold.fold(text);
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) > '~') {
                return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
            }
        }
        return folded;
    }
}
