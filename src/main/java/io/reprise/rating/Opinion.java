package io.reprise.rating;

import org.jspecify.annotations.Nullable;

/** What an event says: a score, a tag, a note, or that an earlier event (of this number) no longer holds. */
public sealed interface Opinion {
    record Rate(Score score) implements Opinion {}

    /** A word or a few; 1 to {@value #TAG_CHARS_MAX} characters. */
    record Tag(String text) implements Opinion {
        public Tag {
            text = text.strip();
            if (text.isEmpty() || text.length() > TAG_CHARS_MAX || text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a tag has 1 to " + TAG_CHARS_MAX + " characters, not "
                        + (text.indexOf('\0') >= 0 ? "a NUL" : text.length()));
            }
        }
    }

    /** Some sentences, as they were written; 1 to {@value #NOTE_CHARS_MAX} characters. */
    record Note(String text) implements Opinion {
        public Note {
            text = text.strip();
            if (text.isEmpty() || text.length() > NOTE_CHARS_MAX || text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a note has 1 to " + NOTE_CHARS_MAX + " characters, not "
                        + (text.indexOf('\0') >= 0 ? "a NUL" : text.length()));
            }
        }
    }

    record Undo(long event) implements Opinion {}

    int TAG_CHARS_MAX = 200;
    int NOTE_CHARS_MAX = 4000;

    /** The word for it in the API: {@code rate}, {@code tag}, {@code note}, {@code undo}. */
    default String word() {
        return switch (this) {
            case Rate rate -> "rate";
            case Tag tag -> "tag";
            case Note note -> "note";
            case Undo undo -> "undo";
        };
    }

    /** What the store holds; never changes. */
    default int code() {
        return switch (this) {
            case Rate rate -> 1;
            case Tag tag -> 2;
            case Undo undo -> 3;
            case Note note -> 4;
        };
    }

    /** Reads it back from the store. */
    static Opinion ofCode(int code, @Nullable Score score, String text, long undone) {
        return switch (code) {
            case 1 -> new Rate(score == null ? Score.of(0, 0, Score.FULL) : score);
            case 2 -> new Tag(text);
            case 3 -> new Undo(undone);
            case 4 -> new Note(text);
            default ->
                throw new IllegalArgumentException(
                        "no opinion has the code " + code + "; was this store written by a newer Reprise?");
        };
    }
}
