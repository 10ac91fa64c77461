package io.reprise.adapters.lastfm;

import java.util.Map;
import java.util.Optional;

/**
 * Programs by the API key that is built into them. Anybody can use any key, so this is what a program says of itself
 * and proves nothing.
 */
public final class KnownPrograms {
    private static final Map<String, String> NAMES = Map.of(
            "panoScrobbler", "Pano Scrobbler",
            "d9bb1870d3269646f740544d9def2c95", "Web Scrobbler",
            "r8i1y91hz71tcx7vyrp9hk1alhqp1898", "Web Scrobbler",
            "a0ed2629d3d28606f67d7214c916788d", "mpdas",
            "211990b4c96782c05d1536e7219eb56e", "Strawberry",
            "4b4f73bda181868353f9b438604adf52", "Audacious");

    private KnownPrograms() {}

    /** The name of the program with this key; empty where the key is not known. */
    public static Optional<String> name(String apiKey) {
        return Optional.ofNullable(NAMES.get(apiKey.strip()));
    }
}
