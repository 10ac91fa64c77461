package io.reprise.media;

/** What items are part of. {@link #code()} is what the store holds and never changes. */
public enum ContainerKind {
    RELEASE(1, "release"),
    SHOW(2, "show"),
    FEED(3, "feed"),
    SERIES(4, "series"),
    PICTURE_ALBUM(5, "picture album"),
    CHANNEL(6, "channel");

    private final int code;
    private final String word;

    ContainerKind(int code, String word) {
        this.code = code;
        this.word = word;
    }

    public int code() {
        return code;
    }

    public String word() {
        return word;
    }

    /**
     * The kind with this stored code; throws where the code is unknown, for then the store is newer than the program.
     */
    public static ContainerKind ofCode(int code) {
        for (ContainerKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "no container kind has the code " + code + "; was this store written by a newer Reprise?");
    }
}
