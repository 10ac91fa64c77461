package io.reprise.art;

import java.util.Arrays;
import java.util.Optional;

/** The sizes in which pictures are kept: the longest side, in pixels. A smaller picture is never enlarged. */
public enum PictureSize {
    SMALL(80),
    MEDIUM(250),
    LARGE(500),
    FULL(1_000);

    private final int side;

    PictureSize(int side) {
        this.side = side;
    }

    /** In pixels. */
    public int side() {
        return side;
    }

    /** The size with just this side. */
    public static Optional<PictureSize> ofSide(String text) {
        return Arrays.stream(values())
                .filter(size -> Integer.toString(size.side).equals(text))
                .findFirst();
    }
}
