package io.reprise.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A work of the classical repertoire as its title names it: numbers in catalogues (Op. 27 No. 2, BWV 1007, KV 525), the
 * key in any of several languages, and the movement. Empty for all other titles.
 */
record Opus(Set<String> numbers, String key, Set<String> movements, Set<String> tempi) {
    private static final Opus NONE = new Opus(Set.of(), "", Set.of(), Set.of());
    private static final Likeness ONE_WORK = new Likeness(965, Likeness.Manner.CATALOGUE);
    private static final Likeness ONE_MOVEMENT = new Likeness(750, Likeness.Manner.PART);
    private static final Likeness OTHER_WORK = new Likeness(450, Likeness.Manner.UNLIKE);
    private static final Map<String, String> CATALOGUES = Map.ofEntries(
            Map.entry("op", "op"),
            Map.entry("opus", "op"),
            Map.entry("bwv", "bwv"),
            Map.entry("kv", "k"),
            Map.entry("k", "k"),
            Map.entry("d", "d"),
            Map.entry("rv", "rv"),
            Map.entry("hwv", "hwv"),
            Map.entry("hob", "hob"),
            Map.entry("woo", "woo"),
            Map.entry("twv", "twv"),
            Map.entry("wab", "wab"));
    private static final Set<String> TEMPI = Set.of(
            "allegro",
            "allegretto",
            "andante",
            "andantino",
            "adagio",
            "adagietto",
            "presto",
            "prestissimo",
            "largo",
            "larghetto",
            "lento",
            "moderato",
            "vivace",
            "scherzo",
            "menuetto",
            "minuet",
            "rondo",
            "prelude",
            "fugue",
            "fuga",
            "sarabande",
            "gigue",
            "courante",
            "allemande",
            "bourree",
            "gavotte",
            "grave",
            "finale",
            "aria",
            "toccata",
            "romanze",
            "romance",
            "air");
    private static final Set<String> ROMANS =
            Set.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
    private static final int NUMBER_CHARS_MAX = 6;

    static Opus read(String plain) {
        if (!hasDigit(plain)) {
            return NONE;
        }
        String[] words = plain.split(" ");
        List<String> numbers = new ArrayList<>(0);
        int after = words.length;
        for (int i = 0; i < words.length - 1; i++) {
            String catalogue = CATALOGUES.get(words[i]);
            if (catalogue != null && isNumber(words[i + 1]) && isMeant(catalogue, words)) {
                numbers.add(catalogue + words[i + 1] + part(words, i + 2));
                after = Math.min(after, i + 2);
            }
        }
        return numbers.isEmpty() ? NONE : read(words, Set.copyOf(numbers), after);
    }

    private static boolean hasDigit(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) >= '0' && plain.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static Opus read(String[] words, Set<String> numbers, int after) {
        List<String> movements = new ArrayList<>(0);
        List<String> tempi = new ArrayList<>(0);
        for (int i = 0; i < words.length; i++) {
            if (TEMPI.contains(words[i]) && i >= after) {
                tempi.add(words[i]);
            } else if (i >= after && ROMANS.contains(words[i])) {
                movements.add(words[i]);
            }
        }
        return new Opus(numbers, KeyWords.read(words), Set.copyOf(movements), Set.copyOf(tempi));
    }

    /** One letter is a catalogue only in a long title. */
    private static boolean isMeant(String catalogue, String[] words) {
        return catalogue.length() > 1 || words.length > 3;
    }

    private static boolean isNumber(String word) {
        return word.length() <= NUMBER_CHARS_MAX && Character.isDigit(word.charAt(0));
    }

    private static String part(String[] words, int at) {
        boolean told = at + 1 < words.length && (words[at].equals("no") || words[at].equals("nr"));
        return told && isNumber(words[at + 1]) ? "/" + words[at + 1] : "";
    }

    /** Null where either is no work of a catalogue, or where they share no catalogue. */
    @Nullable
    Likeness likeness(Opus other) {
        if (numbers.isEmpty() || other.numbers.isEmpty()) {
            return null;
        }
        boolean same = !Collections.disjoint(numbers, other.numbers);
        if (!same) {
            return shareCatalogue(other) ? OTHER_WORK : null;
        }
        boolean otherKey = !key.isEmpty() && !other.key.isEmpty() && !key.equals(other.key);
        if (otherKey || differ(movements, other.movements) || differ(tempi, other.tempi)) {
            return OTHER_WORK;
        }
        boolean oneMovement = isWhole() != other.isWhole();
        return oneMovement ? ONE_MOVEMENT : ONE_WORK;
    }

    private boolean isWhole() {
        return movements.isEmpty() && tempi.isEmpty();
    }

    private static boolean differ(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    private boolean shareCatalogue(Opus other) {
        return numbers.stream()
                .anyMatch(number -> other.numbers.stream()
                        .anyMatch(told -> catalogue(number).equals(catalogue(told))));
    }

    private static String catalogue(String number) {
        int end = 0;
        while (!Character.isDigit(number.charAt(end))) {
            end++;
        }
        return number.substring(0, end);
    }
}
