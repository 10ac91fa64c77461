package io.reprise.history;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How histories are kept: all in memory together take at most {@code bytesMax}; those of {@code playsMin} plays and
 * more are kept in {@code folder} as well, and again when so many are new.
 */
public record Keeping(long bytesMax, Optional<Path> folder, int playsMin) {
    /** Fewer are read from the store in a moment. */
    private static final int PLAYS_MIN = 20_000;

    public Keeping {
        if (bytesMax < 0 || playsMin < 1) {
            throw new IllegalArgumentException(
                    "expected bytes from 0 and plays from 1, got " + bytesMax + " and " + playsMin);
        }
    }

    /** In memory only. */
    public static Keeping inMemory(long bytesMax) {
        return new Keeping(bytesMax, Optional.empty(), PLAYS_MIN);
    }

    /** The large ones in files as well; the folder is made when it is needed. */
    public static Keeping inFiles(long bytesMax, Path folder) {
        return new Keeping(bytesMax, Optional.of(folder), PLAYS_MIN);
    }
}
