package io.reprise.relay;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a target may be told of. {@link #bit()} is what the store holds and never changes. */
public enum Matter {
    /** Plays that count. */
    PLAYS(1),
    /** Love, hate, and their end. */
    LOVES(2),
    /** Every rating, tag and undo. */
    RATINGS(4),
    /** What is being played; told once, never stored. */
    NOW_PLAYING(8),
    /** Every end of a job. */
    JOBS(16),
    /** Fetching from elsewhere that begins to fail, is paused for failing too often, or works again. */
    SYNC_FAILURES(32),
    /** Letters that another room wrote for this target; never chosen, always ordered there. */
    DIGESTS(64);

    private final int bit;

    Matter(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /** The word for it in the API, as {@code now_playing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The matter with this word; empty where there is none. */
    public static Optional<Matter> ofWord(String word) {
        return Arrays.stream(values())
                .filter(matter -> matter.word().equals(word))
                .findFirst();
    }

    static int bits(Set<Matter> matters) {
        return matters.stream().mapToInt(Matter::bit).sum();
    }

    static Set<Matter> ofBits(int bits) {
        return Arrays.stream(values())
                .filter(matter -> (bits & matter.bit) != 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Matter.class)));
    }

    static Matter ofBit(int bit) {
        return Arrays.stream(values())
                .filter(matter -> matter.bit == bit)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no matter has the bit " + bit + "; was this store written by a newer Reprise?"));
    }
}
