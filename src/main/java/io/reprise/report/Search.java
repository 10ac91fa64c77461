package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.history.ThingFacts;
import io.reprise.media.Fold;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Creators, containers and items that were played and whose name holds the text, whatever its case, accents and spaces.
 * Best match first: the very name, its beginning, the beginning of a word in it, anywhere in it, and last those where
 * every word asked for stands in the name or the credit, and those that an authority knows by such a name; among equals
 * the most played first.
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
        int[] plays = Tally.of(selection, subject).plays;
        Words words = Words.of(names, sought);
        List<Hit> hits = new ArrayList<>();
        for (int number = 1; number < plays.length; number++) {
            if (plays[number] != 0) {
                String name = subject.name(names, number);
                if (holds(name, sought)) {
                    hits.add(new Hit(number, match(bare(name), sought), plays[number], bare(name)));
                } else if (subject != Subject.CREATOR && words.areIn(name, subject, number)) {
                    hits.add(new Hit(number, ALL_WORDS, plays[number], bare(name)));
                } else if (isCalled(names, subject, number, sought)) {
                    hits.add(new Hit(number, ALIAS, plays[number], bare(name)));
                }
            }
        }
        hits.sort(Hit.ORDER);
        return hits.stream()
                .limit(limit)
                .map(hit -> new Found(Named.of(names, subject, hit.number()), hit.plays()))
                .toList();
    }

    /** Whether an authority knows it by a name that holds what is sought. */
    private static boolean isCalled(Names names, Subject subject, int number, String sought) {
        ThingFacts facts = switch (subject) {
            case ITEM -> names.facts().items();
            case CREATOR -> names.facts().creators();
            case CONTAINER -> names.facts().containers();
        };
        return facts.has(number) && facts.aliases(number).stream().anyMatch(alias -> holds(alias, sought));
    }

    /** The words sought where there are several, each with the creators whose name holds it. */
    private record Words(Names names, String[] words, boolean[][] creators) {
        static Words of(Names names, String sought) {
            String[] words = sought.split(" ", WORDS_MAX);
            boolean[][] creators = new boolean[words.length][words.length < 2 ? 0 : names.lastCreator() + 1];
            for (int number = 1; words.length > 1 && number <= names.lastCreator(); number++) {
                String name = names.creatorName(number);
                for (int i = 0; i < words.length; i++) {
                    creators[i][number] = holds(name, words[i]);
                }
            }
            return new Words(names, words, creators);
        }

        boolean areIn(String name, Subject subject, int number) {
            for (int i = 0; words.length > 1 && i < words.length; i++) {
                if (!holds(name, words[i]) && !isInCredit(i, subject, number)) {
                    return false;
                }
            }
            return words.length > 1;
        }

        private boolean isInCredit(int word, Subject subject, int number) {
            if (subject == Subject.CONTAINER) {
                return holds(names.containerCredit(number), words[word]);
            }
            for (int i = 0; i < names.creditCount(number); i++) {
                if (creators[word][names.creator(number, i)]) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final int WORDS_MAX = 8;
    private static final int ALL_WORDS = 4;
    private static final int ALIAS = 5;

    private static int match(String name, String sought) {
        if (name.startsWith(sought)) {
            return name.length() == sought.length() ? 0 : 1;
        }
        return name.contains(" " + sought) ? 2 : 3;
    }

    /** Whether the text, once folded, holds what is sought; most texts are plain and need no folding to tell. */
    private static boolean holds(String text, String sought) {
        if (!isPlain(text)) {
            return bare(text).contains(sought);
        }
        int last = text.length() - sought.length();
        for (int i = 0; i <= last; i++) {
            if (lower(text.charAt(i)) == sought.charAt(0) && startsAt(text, i, sought)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(String text, int at, String sought) {
        for (int i = 1; i < sought.length(); i++) {
            if (lower(text.charAt(at + i)) != sought.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && i > 0 && text.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
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
