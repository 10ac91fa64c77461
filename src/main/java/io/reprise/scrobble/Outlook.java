package io.reprise.scrobble;

import java.util.List;
import java.util.Map;

/**
 * What would come of submissions if they were stored now: which are refused and why, by their index in what went in,
 * and which are new, as they would be stored. Those bear the negative of their index less one as their number.
 */
public record Outlook(Map<Integer, String> refused, List<Fresh> fresh) {
    public Outlook {
        refused = Map.copyOf(refused);
        fresh = List.copyOf(fresh);
    }

    /** The index in what went in. */
    public static int index(long number) {
        return Math.toIntExact(-number - 1);
    }
}
