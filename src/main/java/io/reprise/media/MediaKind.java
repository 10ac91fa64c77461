package io.reprise.media;

import java.util.Optional;

/**
 * What sort of thing was played. {@link #code()} is what the store holds and never changes; {@link #word()} is what the
 * API and the CLI say; {@link #verb()} is what a person did with it.
 */
public enum MediaKind {
    SONG(1, "song", "songs", "listened"),
    EPISODE(2, "episode", "episodes", "watched"),
    FILM(3, "film", "films", "watched"),
    ARTICLE(4, "article", "articles", "read"),
    BOOK(5, "book", "books", "read"),
    PICTURE(6, "picture", "pictures", "looked at"),
    PODCAST(7, "podcast", "podcasts", "listened"),
    VIDEO(8, "video", "videos", "watched");

    private final int code;
    private final String word;
    private final String plural;
    private final String verb;

    MediaKind(int code, String word, String plural, String verb) {
        this.code = code;
        this.word = word;
        this.plural = plural;
        this.verb = verb;
    }

    public int code() {
        return code;
    }

    public String word() {
        return word;
    }

    public String plural() {
        return plural;
    }

    public String verb() {
        return verb;
    }

    /**
     * The kind with this stored code; throws where the code is unknown, for then the store is newer than the program.
     */
    public static MediaKind ofCode(int code) {
        for (MediaKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "no media kind has the code " + code + "; was this store written by a newer Reprise?");
    }

    /** The kind with this word or plural, in any case; empty where there is none. */
    public static Optional<MediaKind> ofWord(String text) {
        for (MediaKind kind : values()) {
            if (kind.word.equalsIgnoreCase(text) || kind.plural.equalsIgnoreCase(text)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
