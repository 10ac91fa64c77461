package io.reprise.resolve;

import java.util.Map;
import java.util.Set;

/** The key of a work in English, German, French, Italian and Spanish as one word: {@code c# minor}. */
final class KeyWords {
    private static final Set<String> MINOR = Set.of("minor", "moll", "mineur", "minore", "menor");
    private static final Set<String> MAJOR = Set.of("major", "dur", "majeur", "maggiore", "mayor");
    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("do", "c"),
            Map.entry("re", "d"),
            Map.entry("mi", "e"),
            Map.entry("fa", "f"),
            Map.entry("sol", "g"),
            Map.entry("la", "a"),
            Map.entry("si", "b"),
            Map.entry("h", "b"),
            Map.entry("cis", "c#"),
            Map.entry("dis", "d#"),
            Map.entry("fis", "f#"),
            Map.entry("gis", "g#"),
            Map.entry("ais", "a#"),
            Map.entry("es", "eb"),
            Map.entry("as", "ab"),
            Map.entry("des", "db"),
            Map.entry("ges", "gb"),
            Map.entry("ces", "cb"));
    private static final Set<String> SHARP = Set.of("sharp", "diese", "diesis", "sostenido");
    private static final Set<String> FLAT = Set.of("flat", "bemol", "bemolle");

    private KeyWords() {}

    static String read(String[] words) {
        for (int i = 1; i < words.length; i++) {
            boolean minor = MINOR.contains(words[i]);
            if (minor || MAJOR.contains(words[i])) {
                String tone = tone(words, i);
                return tone.isEmpty() ? "" : tone + (minor ? " minor" : " major");
            }
        }
        return "";
    }

    private static String tone(String[] words, int mode) {
        String before = words[mode - 1];
        String sign = SHARP.contains(before) ? "#" : FLAT.contains(before) ? "b" : "";
        int at = sign.isEmpty() ? mode - 1 : mode - 2;
        if (at < 0) {
            return "";
        }
        boolean german = words[mode].equals("dur") || words[mode].equals("moll");
        String word = words[at];
        if (german && word.equals("b")) {
            return "bb";
        }
        String tone = TONES.getOrDefault(word, word);
        return tone.length() <= 2 ? tone + sign : "";
    }
}
