package io.reprise.resolve;

import io.reprise.media.Fold;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a user says of a creator's name, whoever told it; as Maloja's rules do (belongtogether, replaceartist,
 * ignoreartist, countas). {@code into} holds names for {@link Kind#REPLACE} and {@link Kind#BELONGS}, else none.
 */
public record CreditRule(Kind kind, String name, List<String> into) {
    private static final int NAMES_MAX = 20;
    private static final int NAME_CHARS_MAX = 1_000;

    /** What the rule does. */
    public enum Kind {
        /** The name is one creator, whatever joints are in it; a song's title of this name keeps its guests. */
        KEEP,
        /** The name stands for another one, or for several. */
        REPLACE,
        /** Who has this name belongs to another one: their plays count for both, as a member's for the band. */
        BELONGS,
        /** The name is nobody: it is left out of credits. */
        IGNORE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    public CreditRule {
        name = name.strip();
        into = into.stream().map(String::strip).toList();
        if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "name: expected 1 to " + NAME_CHARS_MAX + " characters, got " + name.length());
        }
        boolean isInto = kind == Kind.REPLACE || kind == Kind.BELONGS;
        if (isInto ? into.isEmpty() || into.size() > NAMES_MAX : !into.isEmpty()) {
            throw new IllegalArgumentException("into: expected "
                    + (isInto ? "1 to " + NAMES_MAX + " names" : "nothing with " + kind.word())
                    + ", got " + into.size());
        }
        for (String one : into) {
            if (one.isEmpty() || one.length() > NAME_CHARS_MAX || Fold.fold(one).equals(Fold.fold(name))) {
                throw new IllegalArgumentException("into: expected other names than " + name + ", got \"" + one + "\"");
            }
        }
    }
}
