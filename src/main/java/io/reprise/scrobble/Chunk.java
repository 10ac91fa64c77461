package io.reprise.scrobble;

import java.util.List;
import java.util.Map;

/** What {@link BulkIntake#prepare} made of up to 256 submissions. Opaque but for its counts. */
public final class Chunk {
    private final int read;
    private final Map<Integer, String> refused;
    private final List<Keyed> fresh;
    private final Codec.Packed packed;

    Chunk(int read, Map<Integer, String> refused, List<Keyed> fresh, Codec.Packed packed) {
        this.read = read;
        this.refused = Map.copyOf(refused);
        this.fresh = List.copyOf(fresh);
        this.packed = packed;
    }

    /** How many submissions went in. */
    public int read() {
        return read;
    }

    /** How many of them are to be stored. */
    public int news() {
        return fresh.size();
    }

    /** How many of them were told before. */
    public int known() {
        return read - refused.size() - fresh.size();
    }

    /** Which were refused: the index in what went in, and why. */
    public Map<Integer, String> refused() {
        return refused;
    }

    List<Keyed> fresh() {
        return fresh;
    }

    Codec.Packed packed() {
        return packed;
    }
}
