package io.reprise.adapters.playlistfile;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a track lies: an address in XSPF and JSPF, a path in M3U. */
final class Locations {
    private Locations() {}

    /** A path as an address, in which what an address may not hold is written by numbers; an address as it is. */
    static String address(String location) {
        if (location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return location;
        }
        try {
            String path =
                    new URI(null, null, location.startsWith("/") ? location : "/" + location, null).toASCIIString();
            return location.startsWith("/") ? "file://" + path : path.substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the location " + location + " cannot be written as an address", e);
        }
    }

    /** An address of a file as its path; anything else as it is, without line ends. */
    static String path(String location) {
        String line = location.replaceAll("[\\r\\n]+", " ").strip();
        return line.startsWith("file:///")
                ? URLDecoder.decode(line.substring("file://".length()).replace("+", "%2B"), StandardCharsets.UTF_8)
                : line;
    }
}
