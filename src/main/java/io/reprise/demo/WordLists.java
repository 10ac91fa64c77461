package io.reprise.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes up names from lists of words; the same random numbers make the same names, and no name twice. */
final class WordLists {
    private static final int TRIES_MAX = 1000;
    private static final List<String> ADJECTIVES = words("amber borrowed brittle copper crooked distant drowsy early"
            + " eleventh faded folded gilded hollow hidden idle inland kindly lantern-lit left-handed lunar mended"
            + " northern patient paper plaid quiet restless rusted salted second silver slow southern spare tidal"
            + " unlit velveteen wandering western wintry woollen");
    private static final List<String> NOUNS = words("almanac anchor aviary beacon bramble canal cellar chapel cinder"
            + " compass corridor dial ember estuary ferry furrow granary harbour heron hinge kettle lantern ledger"
            + " lighthouse locket magpie marrow meadow mill moth orchard otter parlour pier plough postcard quarry"
            + " ravine sextant shutter sparrow staircase tannery thicket thistle tram veranda viaduct weathervane"
            + " willow window workshop");
    private static final List<String> VERBS = words("leaving finding painting losing carrying counting crossing folding"
            + " following forgetting keeping learning mending naming reading returning shelving spelling walking"
            + " watching");
    private static final List<String> FIRST_NAMES = words("Alva Benno Cleo Dario Edda Fenn Greta Hanno Ilva Jorin Kaja"
            + " Levin Mirte Nils Oona Pelle Runa Stellan Tove Ulla Vigga Wim Yrsa Zeno");
    private static final List<String> NAME_HEADS = words("Tor Hal Brin Vel Mar Kes Lun Orm Dun Fal Sten Ros Grim Alm");
    private static final List<String> NAME_TAILS =
            words("enby amark iholt owyn elsted adal erup ingford unden averk ollis esund");
    private static final List<String> ENSEMBLES = words("Quartet Trio Collective Ensemble Orchestra");

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    WordLists(Random random) {
        this.random = random;
    }

    private static List<String> words(String list) {
        return List.of(list.split(" +", -1));
    }

    String person() {
        return unique(() -> one(FIRST_NAMES) + " " + one(NAME_HEADS) + one(NAME_TAILS));
    }

    String artist() {
        return unique(() -> switch (random.nextInt(5)) {
            case 0 -> "The " + title(ADJECTIVES) + " " + plural(title(NOUNS));
            case 1 -> title(NOUNS) + " & " + title(NOUNS);
            case 2 -> title(ADJECTIVES) + " " + title(NOUNS);
            case 3 -> title(NOUNS) + " " + one(ENSEMBLES);
            default -> one(FIRST_NAMES) + " " + one(NAME_HEADS) + one(NAME_TAILS);
        });
    }

    /** A title of a song, an episode or an article. */
    String phrase() {
        return switch (random.nextInt(6)) {
            case 0 -> title(VERBS) + " the " + title(NOUNS);
            case 1 -> "The " + title(ADJECTIVES) + " " + title(NOUNS);
            case 2 -> title(NOUNS) + " in the " + title(NOUNS);
            case 3 -> "No " + title(NOUNS) + " Tonight";
            case 4 -> title(ADJECTIVES) + " " + title(NOUNS);
            default -> title(NOUNS) + " for " + one(FIRST_NAMES);
        };
    }

    /** A title of something larger, which no other has. */
    String work() {
        return unique(this::phrase);
    }

    String show() {
        return unique(
                () -> random.nextBoolean() ? "The " + title(NOUNS) + " Hour" : title(NOUNS) + " and " + title(NOUNS));
    }

    String place() {
        return unique(() -> one(NAME_HEADS) + one(NAME_TAILS));
    }

    private String unique(Supplier<String> name) {
        for (int i = 0; i < TRIES_MAX; i++) {
            String made = name.get();
            if (taken.add(made)) {
                return made;
            }
        }
        String made = name.get() + " " + (taken.size() + 1);
        taken.add(made);
        return made;
    }

    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String title(List<String> words) {
        String word = one(words);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
